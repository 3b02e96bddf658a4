// Scores an engagement anew when evidence its result rests on changed state: late, expired, renewed, judged. The decided result stays as
// written; the engagement shows the new one, and its residual risk is never better than the decision said.
import { rescoredResidual } from "#app/domain/monitoring/rescored-residual.ts";
import type { DueAction } from "#app/domain/monitoring/what-is-due.ts";
import { points } from "#app/domain/report/report-format.ts";
import { residualRisk } from "#app/domain/risk/residual-risk.ts";
import { bandOfTier, type Tier } from "#app/domain/risk/risk-levels.ts";
import { notices } from "#app/i18n/en/notices.ts";
import { getAssessment } from "../assessments/assessments.queries.server.ts";
import { recordResult } from "../assessments/review/record-result.step.server.ts";
import { getDecision } from "../decisions/decisions.queries.server.ts";
import { getEvidence } from "../evidence/evidence.queries.server.ts";
import { systemGrant } from "../platform/authorize.server.ts";
import type { Context } from "../platform/context.server.ts";
import { todayIn } from "../platform/organisation.queries.server.ts";
import { setEngagementResult } from "../vendors/set-engagement-result.step.server.ts";
import { mailStaff } from "./mail-staff.step.server.ts";
import { recordReminder } from "./record-reminder.step.server.ts";
import { getDueSubject, noticeFacts } from "./subject.queries.server.ts";

export async function rescoreEngagement(ctx: Context, action: Extract<DueAction, { do: "rescore" }>): Promise<void> {
  const { portal, now } = ctx;
  const { organisationId } = ctx.actor;
  await portal.store.tx(organisationId, async (tx) => {
    const grant = systemGrant(ctx, "score.record");
    const subject = await getDueSubject(tx, organisationId, action.engagementId);
    const { engagement } = subject;
    const { id: engagementId, vendorId } = engagement;
    if (engagement.decisionId === null) return;
    const decision = await getDecision(tx, organisationId, engagement.decisionId);
    const document = await getEvidence(tx, organisationId, action.evidenceId);
    const { key, because } = action;
    const today = await todayIn(tx, organisationId, now);
    const dueOn = document.expiresOn ?? today;
    const about = { vendorId, engagementId, assessmentId: decision.assessmentId, subjectId: action.evidenceId, dueOn };
    if (!(await recordReminder(tx, grant, portal, { key, kind: `rescore.${because}`, ...about }, now, true))) return;
    const assessment = await getAssessment(tx, organisationId, decision.assessmentId);
    const { resultId, result } = await recordResult(tx, grant, portal, assessment, "rescored", today, now);
    const { scoreBps, assuranceBps, grade } = result;
    const computed = residualRisk(bandOfTier[assessment.tier as Tier], grade).band;
    const residual = rescoredResidual(decision.residual, decision.computedResidual, computed);
    await setEngagementResult(tx, grant, engagement, { resultId, scoreBps, assuranceBps, grade, residual }, now);
    if (because === "changed" || (scoreBps === engagement.scoreBps && grade === engagement.grade)) return;
    const facts = noticeFacts(portal, subject, dueOn);
    const shown = (bps: number | null, letter: string | null) =>
      bps === null ? "not graded" : `${points(bps)} (${letter ?? "not graded"})`;
    const change = `${shown(scoreBps, grade)}, was ${shown(engagement.scoreBps, engagement.grade)}`;
    const { subject: title, body } = notices.rescored;
    const mail = { key, kind: "rescored", subject: title(facts), body: body(facts, change), vendorId };
    await mailStaff(tx, grant, portal, { ids: subject.ownerIds, roles: ["compliance_officer"] }, mail, now);
  });
}
