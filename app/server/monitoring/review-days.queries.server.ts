// Days of reviews, and the due days of vendors that answer.
import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { type AssessmentStatus, assessmentStatusTexts, isRunning } from "#app/domain/assessment/assessment-status.ts";
import { type EngagementStatus, isActive } from "#app/domain/engagement/engagement-status.ts";
import { addDays } from "#app/domain/monitoring/calendar-days.ts";
import type { CalendarEntry } from "#app/domain/monitoring/calendar-entries.ts";
import { reviewReminderSteps, vendorReminderSteps } from "#app/domain/monitoring/reminders.ts";
import { type ReviewReason, reviewLeadDays, reviewMonths, reviewReasonTexts } from "#app/domain/monitoring/review-clock.ts";
import { calendarDay } from "#app/domain/report/report-format.ts";
import type { Tier } from "#app/domain/risk/risk-levels.ts";
import { type DaysAsked, inWindow } from "./days-asked.queries.server.ts";
import { lastReminders } from "./reminders.repo.server.ts";

export async function reviewDays(asked: DaysAsked): Promise<CalendarEntry[]> {
  const { from, organisationId, today, limit } = asked;
  const { engagements: e, vendors: v, assessments: a } = from.t;
  const rows = await from.db
    .select({
      id: e.id,
      status: e.status,
      tier: e.tier,
      service: e.service,
      on: e.nextReviewOn,
      reason: e.nextReviewReason,
      vendorId: e.vendorId,
      vendor: v.name,
    })
    .from(e)
    .innerJoin(v, eq(v.id, e.vendorId))
    .where(and(eq(e.organisationId, organisationId), isNotNull(e.nextReviewOn), inWindow(e.nextReviewOn, asked)))
    .orderBy(asc(e.nextReviewOn), asc(e.id))
    .limit(limit);
  const active = rows.filter(({ status }) => isActive(status as EngagementStatus));
  if (active.length === 0) return [];
  const ids = active.map(({ id }) => id);
  const assessments = await from.db
    .select({ id: a.id, engagementId: a.engagementId, status: a.status })
    .from(a)
    .where(and(eq(a.organisationId, organisationId), inArray(a.engagementId, ids)));
  const reminded = await lastReminders(
    from,
    organisationId,
    active.map(({ id, on }) => [id, reviewReminderSteps.map((step) => `review-reminder:${id}:${on}:${step}`)]),
  );
  return active.map(({ id, tier, service, on, reason, vendorId, vendor }) => {
    const running = assessments.find(({ engagementId, status }) => engagementId === id && isRunning(status as AssessmentStatus));
    const opensOn = addDays(on!, -reviewLeadDays[tier as Tier]);
    const state = running
      ? `reassessment ${assessmentStatusTexts[running.status as AssessmentStatus].toLowerCase()}`
      : opensOn > today
        ? `opens ${calendarDay(opensOn, "short")}`
        : "opens with the next sweep";
    return {
      id: `review ${id}`,
      kind: "review",
      on: on!,
      what: "Review to be decided",
      why: `${reasonText(reason, tier as Tier)}; ${state}`,
      vendorId,
      vendor,
      service,
      href: running ? `/assessments/${running.id}` : `/vendors/${vendorId}?engagement=${id}`,
      remindedAt: reminded.get(id) ?? null,
    };
  });
}

function reasonText(reason: string | null, tier: Tier): string {
  if (reason === null || reason === "tier") return `Every ${reviewMonths[tier]} months in tier ${tier}`;
  return reviewReasonTexts[reason as ReviewReason] ?? reason;
}

export async function vendorDays(asked: DaysAsked): Promise<CalendarEntry[]> {
  const { from, organisationId, limit } = asked;
  const { assessments: a, engagements: e, vendors: v } = from.t;
  const rows = await from.db
    .select({
      id: a.id,
      on: a.dueOn,
      status: a.status,
      answered: a.answered,
      required: a.required,
      vendorId: a.vendorId,
      service: e.service,
      vendor: v.name,
    })
    .from(a)
    .innerJoin(e, eq(e.id, a.engagementId))
    .innerJoin(v, eq(v.id, a.vendorId))
    .where(and(eq(a.organisationId, organisationId), inArray(a.status, ["sent", "in_progress", "clarification"]), inWindow(a.dueOn, asked)))
    .orderBy(asc(a.dueOn), asc(a.id))
    .limit(limit);
  const reminded = await lastReminders(
    from,
    organisationId,
    rows.map(({ id, on }) => [id, vendorReminderSteps.map((step) => `vendor-reminder:${id}:${on}:${step}`)]),
  );
  return rows.map(({ id, on, status, answered, required, vendorId, service, vendor }) => ({
    id: `vendor ${id}`,
    kind: "vendor",
    on: on!,
    what: status === "clarification" ? "Clarifications due from the vendor" : "Answers due from the vendor",
    why: status === "clarification" ? "Set when the clarifications were sent" : `Set when it was sent; ${answered} of ${required} answered`,
    vendorId,
    vendor,
    service,
    href: `/assessments/${id}`,
    remindedAt: reminded.get(id) ?? null,
  }));
}
