// Notes what is to be asked of the vendor. Nothing leaves before **Send to vendor**; drafts of one round go out together.
import { reviewedState } from "#app/domain/assessment/review-items.ts";
import type { StoredReview } from "#app/domain/assessment/stored-review.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import { isAnswer } from "#app/domain/questionnaire/answer.ts";
import type { State } from "#app/domain/questionnaire/visibility.ts";
import type { Grant } from "../../platform/authorize.server.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import { draftRound, putDraft } from "./clarifications.repo.server.ts";

export async function draftClarification(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  { assessmentId, questionKey, ask }: { assessmentId: string; questionKey: string; ask: string },
  now: Date,
): Promise<void> {
  const { organisationId, actor } = grant;
  const round = await draftRound(tx, organisationId, assessmentId);
  const askedById = actor.kind === "person" ? actor.personId : "";
  await putDraft(tx, { id: portal.ids.next("clarification", now), organisationId, assessmentId, questionKey, round, ask, askedById });
}

const otherwise = "We see another answer differently than you do, so this question applies to you, too. Please answer it.";

/** Questions that apply only since a determination or a correction, and that the vendor never answered, go back to it. */
export async function askForOpened(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  {
    review,
    before,
    today,
    ask = otherwise,
  }: { review: StoredReview & { assessment: { id: string } }; before: State; today: Day; ask?: string },
  now: Date,
): Promise<void> {
  const { form } = review;
  const after = reviewedState(review, today);
  for (const { index, owner, isRequired } of form.set.questions) {
    const questionKey = form.keys[index]!;
    const isOpened = owner === index && isRequired && before.visible[index] === 0 && after.visible[index] === 1;
    if (!isOpened || isAnswer(after.values[index])) continue;
    await draftClarification(tx, grant, portal, { assessmentId: review.assessment.id, questionKey, ask }, now);
  }
}
