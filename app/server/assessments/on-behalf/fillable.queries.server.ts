// The assessments whose answers may be filled in on behalf of their vendor, for a list to choose from.
import { and, asc, eq, inArray } from "drizzle-orm";
import { authorize } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";

export interface Fillable {
  id: string;
  vendor: string;
  service: string;
  number: number;
}

/** More than anybody chooses from a list. */
const mostShown = 500;

export async function listFillable(ctx: PersonContext): Promise<Fillable[]> {
  const { organisationId } = ctx.actor;
  authorize(ctx, "answer.prepare", { type: "assessment", organisationId });
  const { db, t } = ctx.portal.store.read;
  const { assessments: a, vendors, engagements } = t;
  return await db
    .select({ id: a.id, vendor: vendors.name, service: engagements.service, number: a.number })
    .from(a)
    .innerJoin(vendors, eq(vendors.id, a.vendorId))
    .innerJoin(engagements, eq(engagements.id, a.engagementId))
    .where(and(eq(a.organisationId, organisationId), inArray(a.status, ["sent", "in_progress"])))
    .orderBy(asc(vendors.nameKey), asc(a.id))
    .limit(mostShown);
}
