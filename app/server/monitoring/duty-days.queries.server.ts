// Days by which our own people confirm the controls that vendors' reports expect from us.
import { and, asc, eq, isNull, notInArray } from "drizzle-orm";
import { engagementStatuses, isOver } from "#app/domain/engagement/engagement-status.ts";
import type { CalendarEntry } from "#app/domain/monitoring/calendar-entries.ts";
import { type DaysAsked, inWindow } from "./days-asked.queries.server.ts";

/** Of services in use or on their way; what a report expects no more is left out. */
export async function dutyDays(asked: DaysAsked): Promise<CalendarEntry[]> {
  const { from, organisationId, limit } = asked;
  const { duties: d, engagements: e, vendors: v, people: p } = from.t;
  const rows = await from.db
    .select({ id: d.id, text: d.text, on: d.dueOn, vendorId: d.vendorId, vendor: v.name, service: e.service, owner: p.name })
    .from(d)
    .innerJoin(e, eq(e.id, d.engagementId))
    .innerJoin(v, eq(v.id, d.vendorId))
    .leftJoin(p, and(eq(p.organisationId, d.organisationId), eq(p.id, d.ownerId)))
    .where(
      and(
        eq(d.organisationId, organisationId),
        isNull(d.doneAt),
        isNull(d.withdrawnAt),
        inWindow(d.dueOn, asked),
        notInArray(e.status, engagementStatuses.filter(isOver)),
      ),
    )
    .orderBy(asc(d.dueOn), asc(d.id))
    .limit(limit);
  return rows.map(({ id, text, on, vendorId, vendor, service, owner }) => ({
    id: `duty ${id}`,
    kind: "duty",
    on,
    what: `Our control: ${text}`,
    why: `The vendor's audit report expects it from us; ${owner ?? "nobody"} confirms it`,
    vendorId,
    vendor,
    service,
    href: `/vendors/${vendorId}/contract#${id}`,
    remindedAt: null,
  }));
}
