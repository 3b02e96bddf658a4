// Controls that vendors' reports expect from us, as somebody's tasks: of services in use or on their way, while a report still says so.
import { and, asc, eq, isNull, lte, ne, notInArray, or, type SQL } from "drizzle-orm";
import { engagementStatuses, isOver } from "#app/domain/engagement/engagement-status.ts";
import { addDays } from "#app/domain/monitoring/calendar-days.ts";
import { type Asked, mostPerKind, type Task } from "./task.server.ts";

/** A control we owe is a task from the day it is known. */
const aheadDays = 90;

/** Controls a vendor's report expects from us, of one's own. */
export async function dutyTasks(asked: Asked): Promise<Task[]> {
  const { duties: d } = asked.from.t;
  const isOwn = and(eq(d.ownerId, asked.personId), lte(d.dueOn, addDays(asked.today, aheadDays)));
  return await listOpenDuties(asked, isOwn, "Confirm our control");
}

/** Those of others that are late: whoever has them may have left. */
export async function lateDutyTasks(asked: Asked): Promise<Task[]> {
  const { duties: d } = asked.from.t;
  const isLate = and(or(isNull(d.ownerId), ne(d.ownerId, asked.personId)), lte(d.dueOn, addDays(asked.today, -1)));
  return await listOpenDuties(asked, isLate, "Nobody confirmed our control");
}

async function listOpenDuties({ from, organisationId }: Asked, wanted: SQL | undefined, words: string): Promise<Task[]> {
  const { duties: d, engagements: e, vendors: v } = from.t;
  const rows = await from.db
    .select({
      id: d.id,
      text: d.text,
      dueOn: d.dueOn,
      openedAt: d.openedAt,
      vendorId: v.id,
      tier: e.tier,
      service: e.service,
      vendor: v.name,
    })
    .from(d)
    .innerJoin(e, eq(e.id, d.engagementId))
    .innerJoin(v, eq(v.id, d.vendorId))
    .where(
      and(
        eq(d.organisationId, organisationId),
        isNull(d.doneAt),
        isNull(d.withdrawnAt),
        notInArray(e.status, engagementStatuses.filter(isOver)),
        wanted,
      ),
    )
    .orderBy(asc(d.dueOn), asc(d.id))
    .limit(mostPerKind);
  return rows.map(({ id, text, vendorId, openedAt, ...about }) => ({
    id: `duty ${id}`,
    kind: "duty",
    what: `${words}: ${text.length <= 80 ? text : `${[...text].slice(0, 79).join("")}…`}`,
    ...about,
    since: openedAt,
    href: `/vendors/${vendorId}/contract#${id}`,
    button: "Open",
  }));
}
