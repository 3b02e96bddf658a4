// Sends the drafted questions back to the vendor as one short list, with a day and a link. Everything else stays as submitted.
import { type AssessmentStatus, transition } from "#app/domain/assessment/assessment-status.ts";
import { isDueDay } from "#app/domain/assessment/sending.ts";
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { todayIn } from "../../platform/organisation.queries.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { updateAssessment } from "../assessments.repo.server.ts";
import { listClarifications } from "../clarifications.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { mailVendor } from "../sending/mail-vendor.step.server.ts";
import { markDraftsSent } from "./clarifications.repo.server.ts";

/** Returns the link that went out, or undefined without a contact to write to. Throws conflict when nothing is drafted. */
export async function sendClarifications(
  ctx: PersonContext,
  assessmentId: string,
  { dueOn }: { dueOn: string },
): Promise<string | undefined> {
  const { organisationId } = ctx.actor;
  const { portal, now } = ctx;
  return portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "clarification.send", guardedAssessment(assessment));
    const status = transition(assessment.status as AssessmentStatus, "clarify");
    const drafts = (await listClarifications(tx, organisationId, assessmentId)).filter((each) => each.status === "draft");
    if (drafts.length === 0) throw new DomainError("conflict", "There is nothing to send. Mark an answer “Needs clarification” first.");
    if (!isDueDay(dueOn, await todayIn(tx, organisationId, now))) {
      throw new DomainError("invalid", "Choose a day after today.", { fields: { dueOn: "Choose a day after today." } });
    }
    const round = drafts[0]!.round;
    await markDraftsSent(tx, organisationId, assessmentId, now);
    await updateAssessment(tx, organisationId, assessmentId, { status, statusAt: now, dueOn });
    const data = { round, questionKeys: drafts.map(({ questionKey }) => questionKey), dueOn };
    const { vendorId } = assessment;
    await recordAuditEvent(tx, grant, { type: "clarification.sent", objectId: assessmentId, vendorId, data }, now);
    const mail = { kind: "clarification", key: `clarification:${assessmentId}:${round}` } as const;
    return mailVendor(tx, grant, portal, { ...assessment, dueOn }, mail, now);
  });
}
