// Days on which documents expire, and by which documents were asked for.
import { and, asc, eq, inArray, isNotNull, isNull, ne, notInArray } from "drizzle-orm";
import { evidenceKindRow, isEvidenceKind, ownEvidenceKinds } from "#app/domain/evidence/evidence-kinds.ts";
import { addDays } from "#app/domain/monitoring/calendar-days.ts";
import type { CalendarEntry } from "#app/domain/monitoring/calendar-entries.ts";
import { vendorReminderSteps } from "#app/domain/monitoring/reminders.ts";
import { documentLeadDays } from "#app/domain/monitoring/what-is-due.ts";
import { calendarDay } from "#app/domain/report/report-format.ts";
import { type DaysAsked, inWindow } from "./days-asked.queries.server.ts";
import { documentLabel } from "./mail-document.step.server.ts";
import { lastReminders } from "./reminders.repo.server.ts";

/** A document that expired longer ago is history. */
const lookBackDays = 90;

export async function documentDays(asked: DaysAsked): Promise<CalendarEntry[]> {
  const { from, organisationId, today, limit } = asked;
  const { evidence: d, vendors: v, engagements: e } = from.t;
  const isKept = and(
    eq(d.organisationId, organisationId),
    isNotNull(d.expiresOn),
    isNull(d.withdrawnAt),
    ne(d.verdict, "rejected"),
    notInArray(d.kind, [...ownEvidenceKinds]),
  );
  const rows = await from.db
    .select({
      id: d.id,
      kind: d.kind,
      on: d.expiresOn,
      vendorId: d.vendorId,
      engagementId: d.engagementId,
      vendor: v.name,
      service: e.service,
    })
    .from(d)
    .innerJoin(v, eq(v.id, d.vendorId))
    .leftJoin(e, eq(e.id, d.engagementId))
    .where(and(isKept, inWindow(d.expiresOn, asked, addDays(today, -lookBackDays))))
    .orderBy(asc(d.expiresOn), asc(d.id))
    .limit(limit);
  if (rows.length === 0) return [];
  const newer = await from.db
    .select({ vendorId: d.vendorId, kind: d.kind, engagementId: d.engagementId, on: d.expiresOn })
    .from(d)
    .where(and(isKept, inArray(d.vendorId, [...new Set(rows.map(({ vendorId }) => vendorId))])));
  const isReplaced = (row: (typeof rows)[number]) =>
    newer.some(
      (other) =>
        other.vendorId === row.vendorId && other.kind === row.kind && other.engagementId === row.engagementId && other.on! > row.on!,
    );
  return rows
    .filter((row) => !isReplaced(row))
    .map(({ id, kind, on, vendorId, vendor, service }) => ({
      id: `document ${id}`,
      kind: "document",
      on: on!,
      what: `${documentLabel(kind)} expires`,
      why: `${graceText(kind)}; its successor is asked for from ${calendarDay(addDays(on!, -documentLeadDays), "short")}`,
      vendorId,
      vendor,
      service: service ?? "",
      href: `/vendors/${vendorId}/evidence`,
      remindedAt: null,
    }));
}

function graceText(kind: string): string {
  const { graceDays: days, graceNeeds } = isEvidenceKind(kind) ? evidenceKindRow(kind) : { graceDays: 0, graceNeeds: undefined };
  if (graceNeeds) return `Expired from the day after; with a bridge letter late for at most ${days} days`;
  return days === 0 ? "Expired from the day after" : `Late from the day after, expired after ${days} days`;
}

export async function requestDays(asked: DaysAsked): Promise<CalendarEntry[]> {
  const { from, organisationId, limit } = asked;
  const { evidenceRequests: q, vendors: v, engagements: e } = from.t;
  const rows = await from.db
    .select({ id: q.id, kind: q.kind, reason: q.reason, on: q.dueOn, vendorId: q.vendorId, vendor: v.name, service: e.service })
    .from(q)
    .innerJoin(v, eq(v.id, q.vendorId))
    .leftJoin(e, eq(e.id, q.engagementId))
    .where(and(eq(q.organisationId, organisationId), eq(q.status, "open"), inWindow(q.dueOn, asked)))
    .orderBy(asc(q.dueOn), asc(q.id))
    .limit(limit);
  const reminded = await lastReminders(
    from,
    organisationId,
    rows.map(({ id, on }) => [id, vendorReminderSteps.map((step) => `request-reminder:${id}:${on}:${step}`)]),
  );
  return rows.map(({ id, kind, reason, on, vendorId, vendor, service }) => ({
    id: `request ${id}`,
    kind: "request",
    on,
    what: `${documentLabel(kind)} asked for`,
    why: requestReasons[reason],
    vendorId,
    vendor,
    service: service ?? "",
    href: `/vendors/${vendorId}/evidence`,
    remindedAt: reminded.get(id) ?? null,
  }));
}

const requestReasons = {
  provide_later: "The vendor promised it by this day",
  expiring: "The last one expires",
  unproven: "An answer is not proven",
  asked: "Asked for by us",
} as const;
