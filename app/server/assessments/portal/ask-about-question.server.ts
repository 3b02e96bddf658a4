// The vendor asks about a question, or about the whole. Whoever sent the questionnaire is told by mail.
import { notices } from "#app/i18n/en/notices.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { queueMail } from "../../mail/queue-mail.step.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { consumeInTx } from "../../platform/limit-in-tx.server.ts";
import { refusal } from "../../platform/refusal.server.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import { formOf } from "../../questionnaires/questionnaire-versions.queries.server.ts";
import { findStaff, getAddressee } from "../addressees.queries.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { insertMessage } from "../messages.repo.server.ts";
import { unknownQuestion } from "./save-answer.server.ts";

const maxLength = 4000;

/** `questionKey` is "" for a question about the whole. */
export async function askAboutQuestion(ctx: VendorContext, input: { questionKey: string; text: string }): Promise<void> {
  const { organisationId, assessmentId, name } = ctx.actor;
  const { portal, now } = ctx;
  const { questionKey } = input;
  await portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "question.ask", guardedAssessment(assessment));
    const form = await formOf(portal, tx, organisationId, assessmentId);
    if (questionKey !== "" && !form.indexOf.has(questionKey)) throw unknownQuestion();
    const text = requireText(input.text);
    await consumeInTx(tx, portal, "answer_save_vendor", ctx.actor.vendorId, now);
    const id = portal.ids.next("question", now);
    await insertMessage(tx, { id, organisationId, assessmentId, questionKey, from: "vendor", by: name, text, at: now });
    const { vendorId } = assessment;
    const data = { questionKey: questionKey || "*", messageId: id };
    await recordAuditEvent(tx, grant, { type: "question.asked", objectId: assessmentId, vendorId, data }, now);
    const to = await findStaff(tx, organisationId, assessment.sentById);
    if (!to) return;
    const { vendor, engagement } = await getAddressee(tx, organisationId, assessment.engagementId);
    const words = notices.asked;
    const facts = { vendor: vendor.name, service: engagement.service, link: `${portal.config.publicUrl}/assessments/${assessmentId}` };
    const mail = { key: `asked:${id}`, kind: "asked", to, subject: words.subject(facts), body: words.body(facts), assessmentId, vendorId };
    await queueMail(tx, grant, portal, mail, now);
  });
}

/** A message of either side. Throws invalid. */
export function requireText(text: string): string {
  const trimmed = text.trim();
  if (trimmed === "") throw refusal("invalid", ({ messages }) => messages.empty, { field: "text" });
  if (trimmed.length > maxLength) throw refusal("invalid", ({ messages }) => messages.tooLong, { field: "text" });
  return trimmed;
}
