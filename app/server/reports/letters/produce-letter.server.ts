// The job behind a decision letter: facts, PDF, signature, vault; then the mail that names it, in the same transaction as its row.
import { letterWords } from "#app/i18n/letter.ts";
import { getAssessment } from "../../assessments/assessments.queries.server.ts";
import { mailVendor } from "../../assessments/sending/mail-vendor.step.server.ts";
import { getDecision } from "../../decisions/decisions.queries.server.ts";
import type { Context } from "../../platform/context.server.ts";
import { storeSigned } from "../store-signed.server.ts";
import { buildLetterFacts } from "./build-letter-facts.queries.server.ts";
import { getLetter } from "./letters.queries.server.ts";
import { nameLetterDocument } from "./letters.repo.server.ts";

/** Throws when the worker or the disk is away: the queue tries again. A decision withdrawn meanwhile is not told. */
export async function produceLetter(ctx: Context, { letterId }: { letterId: string }): Promise<void> {
  const { portal, now } = ctx;
  const { organisationId } = ctx.actor;
  const { read } = portal.store;
  const { decisionId, language, evidenceId } = await getLetter(read, organisationId, letterId);
  if (evidenceId !== null) return;
  const { status, vendorId, engagementId, assessmentId } = await getDecision(read, organisationId, decisionId);
  if (status !== "final") return;
  const id = portal.ids.next("report", now);
  const facts = await buildLetterFacts(portal, read, organisationId, { decisionId, language, documentId: id, producedAt: now });
  const document = {
    ...({ id, kind: "decision-letter", form: "decision-letter", facts } as const),
    about: { vendorId, engagementId, assessmentId },
    startsOn: facts.decision.decidedOn,
    fileName: `${facts.assessment.number}-decision-letter.pdf`,
    reason: letterWords[language].title,
    organisation: facts.organisation.name,
  };
  await storeSigned(ctx, document, async (tx, grant) => {
    if (!(await nameLetterDocument(tx, organisationId, letterId, id))) return false;
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    await mailVendor(tx, grant, portal, assessment, { kind: "letter", key: `letter:${letterId}`, language }, now);
    return true;
  });
}
