// A report was taken back: answers that rested on it alone are open again, others only lose it as their proof.
import { isOnlyFromReport, restsOnReport } from "#app/domain/assessment/covered.ts";
import type { Grant } from "../../platform/authorize.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import { listAnswers } from "../answers.queries.server.ts";
import type { AssessmentRow } from "../assessments.queries.server.ts";
import { writeAnswer } from "./write-answer.step.server.ts";

const nothing = { value: null, comment: "", reason: "", instead: null };

export async function unsetCovered(
  tx: Tx,
  grant: Grant,
  assessment: AssessmentRow,
  { evidenceId, givenBy }: { evidenceId: string; givenBy: string },
  now: Date,
): Promise<void> {
  for (const row of await listAnswers(tx, grant.organisationId, assessment.id)) {
    if (!restsOnReport(row, evidenceId)) continue;
    const { questionKey, revision, value, comment, reason } = row;
    const answer = isOnlyFromReport(row, evidenceId) ? nothing : { value, comment, reason, instead: null };
    await writeAnswer(tx, grant, { assessment, questionKey, after: revision, answer, origin: "vendor", givenBy }, now);
  }
}
