// The preview of a decision letter: exactly what would be signed and sent now, to whom; or that it was sent already.
import { mayEver } from "#app/domain/access/policy.ts";
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import { type Letter, letterOf } from "#app/i18n/letter.ts";
import { findContact } from "../../assessments/addressees.queries.server.ts";
import { getAssessment } from "../../assessments/assessments.queries.server.ts";
import { guardedAssessment } from "../../assessments/guarded-assessment.server.ts";
import { findDecisionOf } from "../../decisions/decisions.queries.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { getVendor } from "../../vendors/vendors.queries.server.ts";
import { buildLetterFacts } from "./build-letter-facts.queries.server.ts";
import { findLetterOf } from "./letters.queries.server.ts";
import { notFinal } from "./send-decision-letter.server.ts";

export interface LetterPreview {
  assessmentId: string;
  vendor: { id: string; name: string };
  language: Language;
  /** Null once it is sent: then the signed one is what was said. */
  letter: Letter | null;
  /** Who gets the mail; null: nobody is named, the vendor finds it through a link you copy. */
  contact: { name: string; email: string } | null;
  /** The signed letter, null while it is being made; undefined before it is sent. */
  sent: { evidenceId: string | null; at: Date } | undefined;
  maySend: boolean;
}

/** Throws not_found, illegal_transition without a final decision. */
export async function previewLetter(ctx: PersonContext, assessmentId: string, language: Language | undefined): Promise<LetterPreview> {
  const { organisationId } = ctx.actor;
  const from = ctx.portal.store.read;
  const assessment = await getAssessment(from, organisationId, assessmentId);
  authorize(ctx, "report.view_letter", guardedAssessment(assessment));
  const decision = await findDecisionOf(from, organisationId, assessmentId);
  if (decision?.status !== "final") throw notFinal(decision?.status);
  const sent = await findLetterOf(from, organisationId, decision.id);
  const chosen = sent?.language ?? language ?? "en";
  const about = { decisionId: decision.id, language: chosen, documentId: "…", producedAt: ctx.now };
  const [facts, vendor, contact] = await Promise.all([
    sent ? null : buildLetterFacts(ctx.portal, from, organisationId, about),
    getVendor(from, organisationId, decision.vendorId),
    assessment.contactId === null ? undefined : findContact(from, organisationId, assessment.contactId),
  ]);
  return {
    assessmentId,
    vendor: { id: vendor.id, name: vendor.name },
    language: chosen,
    letter: facts && letterOf(facts),
    contact: contact ? { name: contact.name, email: contact.email } : null,
    sent: sent && { evidenceId: sent.evidenceId, at: sent.sentAt },
    maySend: mayEver(ctx.actor, "decision_letter.send"),
  };
}
