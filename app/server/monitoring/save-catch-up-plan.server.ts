// Saves the catch-up plan: the weekly number, and a start day for every service in use that waits for its first assessment.
// Days are spread anew in the transaction, so that what joined or left since the page was shown is counted; saving twice changes nothing.
import { DomainError } from "#app/domain/errors.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import { changedStarts, isStartDay, revisedPlan } from "#app/domain/monitoring/catch-up-plan.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { findFirstAssessmentsPerWeek } from "../people/first-assessments-per-week.queries.server.ts";
import { organisationDay } from "../people/organisation-day.queries.server.ts";
import { setFirstAssessmentsPerWeek } from "../people/set-first-assessments-per-week.step.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { planStarts } from "../vendors/plan-starts.step.server.ts";
import { listWaiting } from "./first-assessments.queries.server.ts";

export interface CatchUpPlanInput {
  perWeek: number;
  /** Spread everything anew but days set by hand; else only newcomers get a day. */
  isAnew: boolean;
  /** Days set by hand, by engagement; "" gives the choice back to the plan. Of engagements that no longer wait nothing is kept. */
  byHand: ReadonlyMap<string, string>;
}

/** Throws invalid with a field per wrong day, `startsOn-<engagement>`. */
export async function saveCatchUpPlan(ctx: PersonContext, { perWeek, isAnew, byHand }: CatchUpPlanInput): Promise<void> {
  const { organisationId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const grant = authorize(ctx, "catch_up.plan", { type: "calendar", organisationId });
    const { today } = await organisationDay(tx, organisationId, ctx.now);
    refuseWrongDays(byHand, today);
    const waiting = await listWaiting(tx, organisationId);
    const set = new Map([...byHand].map(([id, on]) => [id, on === "" ? null : on]));
    const days = changedStarts(waiting, revisedPlan(waiting, { perWeek, today, isAnew, byHand: set }));
    const savedPerWeek = await findFirstAssessmentsPerWeek(tx, organisationId);
    if (days.length === 0 && savedPerWeek === perWeek) return;
    await setFirstAssessmentsPerWeek(tx, grant, perWeek);
    await planStarts(tx, grant, days, ctx.now);
    await recordAuditEvent(tx, grant, { type: "catch_up_plan.saved", objectId: organisationId, data: { perWeek, days } }, ctx.now);
  });
}

function refuseWrongDays(byHand: ReadonlyMap<string, string>, today: Day): void {
  const wrong = [...byHand].filter(([, on]) => on !== "" && !isStartDay(on, today));
  if (wrong.length === 0) return;
  const message = "Choose today or a later day, or empty it to let the plan choose.";
  const fields = Object.fromEntries(wrong.map(([id]) => [`startsOn-${id}`, message]));
  throw new DomainError("invalid", "Please check the marked fields. Nothing was saved.", { fields });
}
