// What the catch-up plan asks for today: first assessments of services that were in use before anybody looked.
import { and, asc, eq, lte } from "drizzle-orm";
import { awaitsFirstAssessment } from "../monitoring/first-assessments.queries.server.ts";
import { type Asked, mostPerKind, type Task } from "./task.server.ts";

/** Those whose planned day has come and that nobody started. */
export async function startTasks({ from, organisationId, today }: Asked): Promise<Task[]> {
  const { engagements: e, vendors: v } = from.t;
  const rows = await from.db
    .select({ id: e.id, tier: e.tier, service: e.service, vendor: v.name, dueOn: e.plannedStartOn, since: e.createdAt })
    .from(e)
    .innerJoin(v, eq(v.id, e.vendorId))
    .where(and(awaitsFirstAssessment(from, organisationId), lte(e.plannedStartOn, today)))
    .orderBy(asc(e.plannedStartOn), asc(e.id))
    .limit(mostPerKind);
  return rows.map(({ id, ...about }) => ({
    id: `start ${id}`,
    kind: "start",
    what: "Start the first assessment",
    ...about,
    href: `/engagements/${id}/send`,
    button: "Start",
  }));
}
