// The forms of a document, each intent to its verb: the same beside an answer and on the document's own page.
import { correctForm, rejectForm, verifyForm, worksheetForm } from "#app/domain/assessment/review.schema.ts";
import { DomainError } from "#app/domain/errors.ts";
import { isWorksheetField, type TypedWorksheet } from "#app/domain/evidence/worksheets/read-worksheet.ts";
import { parseForm, refuseForbiddenCharacters } from "../platform/parse-form.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { correctEvidence } from "./correct-evidence.server.ts";
import { fillWorksheet } from "./fill-worksheet.server.ts";
import { rejectEvidence } from "./reject-evidence.server.ts";
import { verifyEvidence } from "./verify-evidence.server.ts";

/** Verify, reject, correct, or fill in the worksheet. Throws invalid for any other form. */
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
    case "worksheet-save":
    case "worksheet-verify": {
      const { evidenceId, baseRevision, checks, note } = parseForm(withoutWorksheet(form), worksheetForm);
      const verify = form.get("intent") === "worksheet-verify" ? { checks, note } : undefined;
      return fillWorksheet(ctx, evidenceId, { baseRevision, typed: typedWorksheet(form), verify });
    }
    default:
      throw new DomainError("invalid", "This form is not known here.");
  }
}

/** The fields of a worksheet depend on its kind: the verb reads those it knows. */
function withoutWorksheet(form: FormData): FormData {
  const rest = new FormData();
  for (const [name, value] of form) if (!isWorksheetField(name)) rest.append(name, value);
  return rest;
}

function typedWorksheet(form: FormData): TypedWorksheet {
  refuseForbiddenCharacters(form);
  const names = [...new Set(form.keys())].filter(isWorksheetField);
  return Object.fromEntries(names.map((name) => [name, form.getAll(name).filter((value) => typeof value === "string")]));
}
