// Answers what a vendor asked; the vendor finds it beside the question and gets a mail.
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getAssessment } from "./assessments.queries.server.ts";
import { guardedAssessment } from "./guarded-assessment.server.ts";
import { insertMessage, listMessages } from "./messages.repo.server.ts";
import { requireText } from "./portal/ask-about-question.server.ts";
import { mailVendor } from "./sending/mail-vendor.step.server.ts";

export async function replyToQuestion(
  ctx: PersonContext,
  input: { assessmentId: string; questionKey: string; text: string },
): Promise<void> {
  const { organisationId, name } = ctx.actor;
  const { portal, now } = ctx;
  await portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, input.assessmentId);
    const grant = authorize(ctx, "question.answer", guardedAssessment(assessment));
    const { id: assessmentId, vendorId } = assessment;
    const thread = (await listMessages(tx, organisationId, assessmentId)).filter(({ questionKey }) => questionKey === input.questionKey);
    if (thread.length === 0) throw new DomainError("not_found", "Nobody asked about this question.");
    const text = requireText(input.text);
    const id = portal.ids.next("question", now);
    const { questionKey } = input;
    await insertMessage(tx, { id, organisationId, assessmentId, questionKey, from: "us", by: name, text, at: now });
    const data = { questionKey: questionKey || "*", messageId: id };
    await recordAuditEvent(tx, grant, { type: "question.answered", objectId: assessmentId, vendorId, data }, now);
    await mailVendor(tx, grant, portal, assessment, { kind: "reply", key: `reply:${id}` }, now);
  });
}
