// The forms of the review screen: each intent to its verb. Returns what to append to the address, or a sentence to show.
import { clarificationsForm, closeForm, determinationForm, findingForm, reopenForm } from "#app/domain/assessment/review.schema.ts";
import { closeReview } from "#app/server/assessments/review/close-review.server.ts";
import { readDeterminedValue } from "#app/server/assessments/review/read-determined-value.server.ts";
import { recordDetermination } from "#app/server/assessments/review/record-determination.server.ts";
import { reopenReview } from "#app/server/assessments/review/reopen-review.server.ts";
import { sendClarifications } from "#app/server/assessments/review/send-clarifications.server.ts";
import { takeEvidenceForm } from "#app/server/evidence/take-evidence-form.server.ts";
import { raiseFinding } from "#app/server/findings/raise-finding.server.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import type { PersonContext } from "#app/server/platform/request-context.server.ts";

const places = ["at-section", "at-filter", "at-question"];

export async function takeReviewForm(ctx: PersonContext, assessmentId: string, sent: FormData): Promise<string | { done: string }> {
  const form = new FormData();
  for (const [name, value] of sent) if (!places.includes(name)) form.append(name, value);
  switch (form.get("intent")) {
    case "determine": {
      const { questionKey, verdict, value, reason, note } = parseForm(form, determinationForm);
      const chosen = verdict === "adjusted" ? await readDeterminedValue(ctx, assessmentId, questionKey, value) : null;
      await recordDetermination(ctx, assessmentId, questionKey, { verdict, value: chosen, reason, note });
      return "";
    }
    case "clarify":
      await sendClarifications(ctx, assessmentId, parseForm(form, clarificationsForm));
      return { done: "The questions are on their way to the vendor. Its answers come back here as new revisions." };
    case "close":
      parseForm(form, closeForm);
      await closeReview(ctx, assessmentId);
      return { done: "The review is closed. The reviewed score is final, the decision can be taken." };
    case "reopen":
      await reopenReview(ctx, assessmentId, parseForm(form, reopenForm).reason);
      return { done: "The review is open again." };
    case "finding":
      await raiseFinding(ctx, { assessmentId, ...parseForm(form, findingForm) });
      return "";
    default:
      await takeEvidenceForm(ctx, form);
      return "";
  }
}
