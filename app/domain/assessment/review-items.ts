// One row per visible question of a review: what the reviewer has to look at, what is settled, what changed, what fails. Pure. Screen,
// **Approve section**, closing and the decision's prerequisites read the same rows.
import { type EvidenceState, isProof } from "../evidence/evidence-states.ts";
import type { Severity } from "../finding/finding-status.ts";
import type { Day } from "../monitoring/calendar-days.ts";
import { type AnswerValue, isAnswer, isReserved } from "../questionnaire/answer.ts";
import type { CompiledQuestion } from "../questionnaire/compiled.ts";
import { evaluateGiven, type State } from "../questionnaire/visibility.ts";
import { type Backing, isBackedAlike, isSame } from "./answer-changes.ts";
import { contradictionsOf } from "./contradictions.ts";
import type { Around, Contradiction } from "./contradictions-seen.ts";
import type { DecisionItem } from "./decision-prerequisites.ts";
import { mustBeDetermined } from "./determinations.ts";
import { givenAnswers } from "./score-input.ts";
import { evidenceRuleHolds, scoreQuestion } from "./score-question.ts";
import { countsFor, type StoredReview, storedScoreInput } from "./stored-review.ts";

/** What the assessment before had for a question. */
export interface EarlierAnswer extends Backing {
  readonly value: AnswerValue;
  /** As it counted in the decision; null where it did not. */
  readonly valueBps: number | null;
  /** A document of the right kind stood behind it, and held. */
  readonly isProven: boolean;
}

export interface Reviewing {
  readonly review: StoredReview;
  readonly asOn: Day;
  /** Ids of documents somebody of ours has opened. */
  readonly readIds: ReadonlySet<string>;
  /** By question key; undefined for a first assessment. */
  readonly earlier?: ReadonlyMap<string, EarlierAnswer> | undefined;
  /** What is on record besides the answers; contradictions are looked for in it. */
  readonly around?: Around | undefined;
}

export interface ReviewedItem extends DecisionItem {
  readonly question: CompiledQuestion;
  readonly valueBps: number | null;
  /** Its evidence rule holds for the answer that counts. */
  readonly needsProof: boolean;
  readonly evidence: EvidenceState;
  /** Those it is part of. */
  readonly contradictions: readonly Contradiction[];
  /** Another answer than in the assessment before, or other documents behind it. */
  readonly isChanged: boolean;
  /** Worth less than in the assessment before, or no longer proven. */
  readonly isWorse: boolean;
  /** The vendor corrected it after submitting, and nobody has determined the new answer. */
  readonly isCorrected: boolean;
  /** A determination of the assessment before, or of another engagement, counts on, and nothing asks for another look. */
  readonly isCarried: boolean;
  /** The vendor gave the answer for another engagement; it was taken over. */
  readonly isFromElsewhere: boolean;
}

/** The state of the questionnaire with the determinations applied. */
export function reviewedState(review: StoredReview, asOn: Day): State {
  const given = givenAnswers(review.form.set, storedScoreInput(review, { isReviewed: true, asOn }));
  return evaluateGiven(review.form.set, given, review.facts);
}

/** The visible questions, in file order. */
export function reviewItems(reviewing: Reviewing): ReviewedItem[] {
  const { review, asOn, around } = reviewing;
  const state = reviewedState(review, asOn);
  const contradictions = new Map<string, Contradiction[]>();
  for (const contradiction of contradictionsOf(review, state, around)) {
    for (const side of contradiction.sides) {
      if (side.is === "question") contradictions.set(side.questionKey, [...(contradictions.get(side.questionKey) ?? []), contradiction]);
    }
  }
  return review.form.set.questions
    .filter(({ index, owner }) => owner === index && state.visible[index] === 1)
    .map((question) => itemOf(reviewing, state, question, contradictions.get(review.form.keys[question.index]!) ?? []));
}

function itemOf(
  { review, asOn, readIds, earlier }: Reviewing,
  state: State,
  question: CompiledQuestion,
  contradictions: readonly Contradiction[],
): ReviewedItem {
  const questionKey = review.form.keys[question.index]!;
  const stored = review.answers.get(questionKey);
  const newest = review.determinations.get(questionKey);
  const determination = countsFor(newest, stored) ? newest : undefined;
  const given = state.given[question.index]?.value;
  const scored = question.isScored ? scoreQuestion(question, state, asOn) : undefined;
  const valueBps = scored?.valueBps ?? null;
  const needsProof = scored?.ruleHolds ?? evidenceRuleHolds(question, state);
  const evidence = scored?.evidence ?? state.given[question.index]?.evidence ?? "attested";
  const isKnockOut = question.isBlocker && question.isScored;
  const before = earlier?.get(questionKey);
  const pieces = review.pieces.get(questionKey) ?? [];
  const isAnother = !isSame(before?.value ?? null, stored?.value ?? null);
  const isBackedOtherwise = !isBackedAlike(before ?? nothing, { instead: stored?.instead ?? null, pieces });
  const isChanged = earlier !== undefined && (isAnother || isBackedOtherwise);
  const isWorth = before?.valueBps ?? null;
  const isWorse =
    (isWorth !== null && valueBps !== null && valueBps < isWorth) || (before?.isProven === true && needsProof && !isProof(evidence));
  const isSettled = determination !== undefined && determination.verdict !== "clarify";
  const isCorrected = stored?.origin === "correction" && !isSettled;
  const looked = {
    isKnockOut,
    isGate: question.isGate,
    answer: !isAnswer(given) ? ("none" as const) : isReserved(given) ? given : ("given" as const),
    isFailing: valueBps === 0,
    isFlagged: contradictions.length > 0 || isCorrected,
    hasUnreadEvidence: pieces.some(({ id, verdict }) => verdict === "none" && !readIds.has(id)),
  };
  const needsAnotherLook = mustBeDetermined(looked) || looked.isFlagged || looked.hasUnreadEvidence || isWorse;
  const isCarried = determination?.carried === true && !needsAnotherLook;
  return {
    question,
    questionKey,
    ...looked,
    isGood: !question.isScored || valueBps === 10_000,
    isUnchanged: determination?.carried === true || (before !== undefined && !isChanged),
    isDetermined: isSettled && (!determination.carried || isCarried),
    isFailedKnockOut: isKnockOut && valueBps === 0,
    isUnprovenKnockOut: isKnockOut && valueBps !== null && valueBps > 0 && needsProof && !isProof(evidence),
    severity: (question.finding?.severity as Severity | undefined) ?? null,
    naAcceptedById: determination?.naAccepted === true && !determination.carried ? determination.byId : null,
    valueBps,
    needsProof,
    evidence,
    contradictions,
    isChanged,
    isWorse,
    isCorrected,
    isCarried,
    isFromElsewhere: stored?.origin === "elsewhere",
  };
}

const nothing: Backing = { instead: null, pieces: [] };
