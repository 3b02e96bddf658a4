// **Send decision letter**: the officer sends the vendor what was decided and what would raise the result. A job draws, signs and stores
// the letter; the vendor gets a mail with a link to it. Once per decision.
import { DomainError } from "#app/domain/errors.ts";
import { languages } from "#app/domain/questionnaire/questionnaire.ts";
import { getAssessment } from "../../assessments/assessments.queries.server.ts";
import { guardedAssessment } from "../../assessments/guarded-assessment.server.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { findDecisionOf } from "../../decisions/decisions.queries.server.ts";
import { enqueueJob } from "../../jobs/enqueue-job.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { insertLetter } from "./letters.repo.server.ts";

/** Sending it again changes nothing. Throws invalid with data.fields.language, illegal_transition unless the decision is final. */
export async function sendDecisionLetter(ctx: PersonContext, assessmentId: string, input: { language: string }): Promise<void> {
  const { organisationId, personId } = ctx.actor;
  const { portal, now } = ctx;
  await portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "decision_letter.send", guardedAssessment(assessment));
    const language = languages.find((each) => each === input.language);
    if (!language) throw new DomainError("invalid", "Choose a language.", { fields: { language: "Choose a language." } });
    const decision = await findDecisionOf(tx, organisationId, assessmentId);
    if (decision?.status !== "final") throw notFinal(decision?.status);
    const { id: decisionId, vendorId } = decision;
    const id = portal.ids.next("decisionLetter", now);
    const row = { id, organisationId, decisionId, vendorId, assessmentId, language, sentById: personId, sentAt: now };
    if (!(await insertLetter(tx, row))) return;
    await recordAuditEvent(tx, grant, { type: "decision_letter.sent", objectId: id, vendorId, data: { decisionId, language } }, now);
    await enqueueJob(tx, organisationId, { kind: "letter.produce", key: `letter ${id}`, payload: { letterId: id }, runAt: now }, now);
  });
}

export const notFinal = (state = "none"): DomainError =>
  new DomainError("illegal_transition", "A letter tells a decision that is final.", { state });
