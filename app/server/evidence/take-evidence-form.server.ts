// The forms of a document, each intent to its verb: the same beside an answer and on the document's own page.
import { correctForm, rejectForm, verifyForm } from "#app/domain/assessment/review.schema.ts";
import { DomainError } from "#app/domain/errors.ts";
import { parseForm } from "../platform/parse-form.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { correctEvidence } from "./correct-evidence.server.ts";
import { rejectEvidence } from "./reject-evidence.server.ts";
import { verifyEvidence } from "./verify-evidence.server.ts";

/** Verify, reject or correct. Throws invalid for any other form. */
export async function takeEvidenceForm(ctx: PersonContext, form: FormData): Promise<void> {
  switch (form.get("intent")) {
    case "verify": {
      const { evidenceId, ...verification } = parseForm(form, verifyForm);
      return verifyEvidence(ctx, evidenceId, verification);
    }
    case "reject": {
      const { evidenceId, reason } = parseForm(form, rejectForm);
      return rejectEvidence(ctx, evidenceId, reason);
    }
    case "correct": {
      const { evidenceId, kind, startsOn, statedExpiryOn } = parseForm(form, correctForm);
      return correctEvidence(ctx, evidenceId, { kind, startsOn: startsOn || null, statedExpiryOn: statedExpiryOn || null });
    }
    default:
      throw new DomainError("invalid", "This form is not known here.");
  }
}
