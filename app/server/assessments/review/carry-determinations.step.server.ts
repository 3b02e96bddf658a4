// Takes the determinations of the assessment before over to answers that did not change, nor the documents behind them, marked as carried:
// they count in the score, and a reviewer sees only what changed. Nothing carried settles what must be determined anew.
import { takenFrom } from "#app/domain/assessment/answer-source.ts";
import { isCarriedOver } from "#app/domain/assessment/carried-determinations.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import type { Grant } from "../../platform/authorize.server.ts";
import { todayIn } from "../../platform/organisation.queries.server.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import type { AssessmentRow } from "../assessments.queries.server.ts";
import { insertDetermination } from "./determinations.repo.server.ts";
import { type ReviewData, readReview } from "./review.queries.server.ts";

/** Returns the keys of the questions. Called once, at submission, when the vendor has confirmed or changed what was pre-filled. */
export async function carryDeterminations(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  { id: assessmentId, vendorId, previousId }: Pick<AssessmentRow, "id" | "vendorId" | "previousId">,
  now: Date,
): Promise<string[]> {
  const { organisationId } = grant;
  if (previousId === null) return [];
  const today = await todayIn(tx, organisationId, now);
  const review = await readReview(portal, tx, organisationId, assessmentId, today);
  const previous = await readReview(portal, tx, organisationId, previousId, today);
  const carried: string[] = [];
  for (const [questionKey, determination] of previous.determinations) {
    const [before, after] = [standing(previous, questionKey), standing(review, questionKey)];
    // What came from another engagement brings its own determination with it.
    if (
      !before ||
      !after ||
      takenFrom(after.answer) ||
      !isCarriedOver(review.form, questionKey, { determination, before, now: after }, today)
    )
      continue;
    const id = portal.ids.next("determination", now);
    const answerRevision = after.answer.revision;
    await insertDetermination(tx, { ...determination, id, assessmentId, revision: 1, answerRevision, carried: true, note: "" });
    carried.push(questionKey);
  }
  if (carried.length === 0) return [];
  const data = { previousId, questionKeys: carried };
  await recordAuditEvent(tx, grant, { type: "determinations.carried", objectId: assessmentId, vendorId, data }, now);
  return carried;
}

function standing({ answers, pieces }: ReviewData, questionKey: string) {
  const answer = answers.get(questionKey);
  return answer && { answer, pieces: pieces.get(questionKey) ?? [] };
}
