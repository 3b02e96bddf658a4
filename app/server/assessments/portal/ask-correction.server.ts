// **Ask to correct**: the vendor says why a submitted answer is not right. Until a decision is signed this opens the answer, so that the
// correction can be sent with its documents; after that it is a message to us about the question.
import { type AssessmentStatus, takesAnswers } from "#app/domain/assessment/assessment-status.ts";
import { type CorrectionWay, correctionWay } from "#app/domain/assessment/corrections.ts";
import type { DomainError } from "#app/domain/errors.ts";
import { notices } from "#app/i18n/en/notices.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { findDecisionOf } from "../../decisions/decisions.queries.server.ts";
import { queueMail } from "../../mail/queue-mail.step.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { consumeInTx } from "../../platform/limit-in-tx.server.ts";
import { refusal } from "../../platform/refusal.server.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import { findStaff, getAddressee } from "../addressees.queries.server.ts";
import { findAnswer } from "../answers.repo.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { findOpenCorrection } from "../corrections.queries.server.ts";
import { insertCorrection, updateCorrection } from "../corrections.repo.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { insertMessage } from "../messages.repo.server.ts";
import { requireText } from "./ask-about-question.server.ts";
import { readVendorState } from "./refresh-progress.step.server.ts";
import { unknownQuestion } from "./save-answer.server.ts";

/** Throws illegal_transition where answers can still be changed, or nobody reads them; invalid with data.fields.text. */
export async function askCorrection(ctx: VendorContext, input: { questionKey: string; text: string }): Promise<CorrectionWay> {
  const { organisationId, assessmentId, name: askedBy } = ctx.actor;
  const { portal, now } = ctx;
  const { questionKey } = input;
  return portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "answer.correct", guardedAssessment(assessment));
    const status = assessment.status as AssessmentStatus;
    const way = correctionWay(assessment, (await findDecisionOf(tx, organisationId, assessmentId)) !== undefined);
    if (!way) throw notNow(status);
    const { form, state } = await readVendorState(portal, tx, assessment);
    const index = form.indexOf.get(questionKey);
    if (index === undefined || state.visible[index] === 0) throw unknownQuestion();
    const why = requireText(input.text);
    await consumeInTx(tx, portal, "answer_save_vendor", ctx.actor.vendorId, now);
    const open = way === "revise" ? await findOpenCorrection(tx, organisationId, assessmentId, questionKey) : undefined;
    const id = open?.id ?? portal.ids.next(way === "revise" ? "correction" : "question", now);
    const follows = (await findAnswer(tx, organisationId, assessmentId, questionKey))?.revision ?? 0;
    if (way === "ask") {
      const message = { id, organisationId, assessmentId, questionKey, from: "vendor", by: askedBy, text: why, at: now } as const;
      await insertMessage(tx, message);
    } else if (open) await updateCorrection(tx, organisationId, id, { why, follows });
    else await insertCorrection(tx, { id, organisationId, assessmentId, questionKey, why, askedBy, askedAt: now, follows });
    const { vendorId } = assessment;
    const data = { questionKey, correctionId: id };
    await recordAuditEvent(tx, grant, { type: "correction.asked", objectId: assessmentId, vendorId, data }, now);
    const to = way === "ask" ? await findStaff(tx, organisationId, assessment.sentById) : undefined;
    if (to) {
      const { vendor, engagement } = await getAddressee(tx, organisationId, assessment.engagementId);
      const link = `${portal.config.publicUrl}/assessments/${assessmentId}`;
      const facts = { vendor: vendor.name, service: engagement.service, link };
      const words = notices.correctionAsked;
      const mail = { key: `correction:${id}`, kind: "correction_asked", subject: words.subject(facts), body: words.body(facts) };
      await queueMail(tx, grant, portal, { ...mail, to, assessmentId, vendorId }, now);
    }
    return way;
  });
}

export function notNow(status: AssessmentStatus): DomainError {
  const isOpen = takesAnswers(status);
  return refusal("illegal_transition", ({ refusals }) => (isOpen ? refusals.notSubmittedYet : refusals.noLongerCorrected), {
    state: status,
  });
}
