// Assessments and requests whose day is near or past, page by page along their index: what is far off is never read.
import { and, asc, eq, lte, sql } from "drizzle-orm";
import type { AssessmentStatus } from "#app/domain/assessment/assessment-status.ts";
import { addDays, type Day, dayInZone } from "#app/domain/monitoring/calendar-days.ts";
import type { Reader } from "../platform/store.server.ts";

/** Vendors are reminded from a week before. */
const horizonDays = 7;
const vendorsTurn = ["sent", "in_progress", "clarification"] as const;

export async function* listDueAssessments(from: Reader, organisationId: string, timeZone: string, today: Day, size: number) {
  const { assessments: t } = from.t;
  for (const status of vendorsTurn) {
    let after = { dueOn: "", id: "" };
    for (;;) {
      const rows = await from.db
        .select({ id: t.id, dueOn: t.dueOn, sentAt: t.sentAt, createdAt: t.createdAt })
        .from(t)
        .where(
          and(
            eq(t.organisationId, organisationId),
            eq(t.status, status),
            lte(t.dueOn, addDays(today, horizonDays)),
            sql`(${t.dueOn}, ${t.id}) > (${after.dueOn}, ${after.id})`,
          ),
        )
        .orderBy(asc(t.dueOn), asc(t.id))
        .limit(size);
      yield rows.map(({ id, dueOn, sentAt, createdAt }) => ({
        assessmentId: id,
        status: status as AssessmentStatus,
        dueOn,
        sentOn: dayInZone(sentAt ?? createdAt, timeZone),
      }));
      const last = rows.at(-1);
      if (rows.length < size || !last?.dueOn) break;
      after = { dueOn: last.dueOn, id: last.id };
    }
  }
}

export async function* listDueRequests(from: Reader, organisationId: string, timeZone: string, today: Day, size: number) {
  const { evidenceRequests: t } = from.t;
  let after = { dueOn: "", id: "" };
  for (;;) {
    const rows = await from.db
      .select({ id: t.id, dueOn: t.dueOn, openedAt: t.openedAt })
      .from(t)
      .where(
        and(
          eq(t.organisationId, organisationId),
          eq(t.status, "open"),
          lte(t.dueOn, addDays(today, horizonDays)),
          sql`(${t.dueOn}, ${t.id}) > (${after.dueOn}, ${after.id})`,
        ),
      )
      .orderBy(asc(t.dueOn), asc(t.id))
      .limit(size);
    yield rows.map(({ id, dueOn, openedAt }) => ({ requestId: id, dueOn, openedOn: dayInZone(openedAt, timeZone) }));
    const last = rows.at(-1);
    if (rows.length < size || !last) return;
    after = { dueOn: last.dueOn, id: last.id };
  }
}
