// Takes the determinations of the assessment before over to answers that did not change, marked as carried: they count in the score, and a
// reviewer sees at once what was judged then. Nothing carried settles what must be determined anew.
import { isSame } from "#app/domain/assessment/review-items.ts";
import type { Grant } from "../../platform/authorize.server.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import { listAnswers } from "../answers.queries.server.ts";
import { insertDetermination, listDeterminations } from "./determinations.repo.server.ts";

/** Returns the keys of the questions. Runs at submission, when the vendor has confirmed or changed what was pre-filled; once. */
export async function carryDeterminations(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  fromAssessmentId: string,
  toAssessmentId: string,
  now: Date,
): Promise<string[]> {
  const { organisationId } = grant;
  if ((await listDeterminations(tx, organisationId, toAssessmentId)).length > 0) return [];
  const before = new Map((await listAnswers(tx, organisationId, fromAssessmentId)).map((row) => [row.questionKey, row]));
  const answers = new Map((await listAnswers(tx, organisationId, toAssessmentId)).map((row) => [row.questionKey, row]));
  const newest = new Map((await listDeterminations(tx, organisationId, fromAssessmentId)).map((row) => [row.questionKey, row]));
  const carried: string[] = [];
  for (const [questionKey, determination] of newest) {
    const [old, answer] = [before.get(questionKey), answers.get(questionKey)];
    if (!old || !answer || determination.verdict === "clarify" || determination.answerRevision !== old.revision) continue;
    if (!isSame(old.value, answer.value) || old.reason !== answer.reason) continue;
    const id = portal.ids.next("determination", now);
    const { revision: answerRevision } = answer;
    await insertDetermination(tx, {
      ...determination,
      id,
      assessmentId: toAssessmentId,
      revision: 1,
      answerRevision,
      carried: true,
      note: "",
    });
    carried.push(questionKey);
  }
  return carried;
}
