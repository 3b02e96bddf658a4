// The answers of the review screen in words: what the vendor said, what stands beside it, what the reviewer may choose.
import { takenFrom } from "#app/domain/assessment/answer-source.ts";
import { isCorrectionOpen, isGivenLater } from "#app/domain/assessment/corrections.ts";
import { isOnlyFromReport } from "#app/domain/assessment/covered.ts";
import type { Verdict } from "#app/domain/assessment/determinations.ts";
import type { ReviewedItem } from "#app/domain/assessment/review-items.ts";
import type { ScoreResult } from "#app/domain/assessment/score-result.ts";
import { countsFor, pieceState } from "#app/domain/assessment/stored-review.ts";
import { documentView } from "#app/domain/evidence/document-view.ts";
import { fieldsFor } from "#app/domain/evidence/worksheets/worksheets.ts";
import { type AnswerValue, isReserved } from "#app/domain/questionnaire/answer.ts";
import { answerWords } from "#app/i18n/answer-words.ts";
import { en } from "#app/i18n/en.ts";
import type { WorksheetRow } from "../../evidence/worksheets.queries.server.ts";
import type { FindingRow } from "../../findings/findings.queries.server.ts";
import type { AnswerRow } from "../answers.queries.server.ts";
import type { ClarificationRow } from "../clarifications.queries.server.ts";
import type { CorrectionRow } from "../corrections.queries.server.ts";
import { vendorQuestions } from "../portal/vendor-questions.server.ts";
import type { ReviewingData } from "./reviewing.queries.server.ts";

export interface CardInput {
  reviewing: ReviewingData;
  shown: readonly ReviewedItem[];
  currentKey: string | undefined;
  names: ReadonlyMap<string, string>;
  result: ScoreResult;
  asked: readonly ClarificationRow[];
  findings: readonly FindingRow[];
  /** Of the documents of the answer in hand. */
  worksheets: ReadonlyMap<string, WorksheetRow>;
  /** Every revision of every answer. */
  revisions: readonly AnswerRow[];
  corrections: readonly CorrectionRow[];
  /** Of answers taken over: what they were given for, by assessment. */
  services: ReadonlyMap<string, string>;
  /** Keys of answers taken over that the vendor has changed since where it gave them. */
  outdated: ReadonlySet<string>;
}

export function answerCards(input: CardInput) {
  return input.shown.map((item, index) => card(input, item, index + 1));
}

export type AnswerCard = ReturnType<typeof card>;

function card(
  { reviewing, currentKey, names, result, asked, findings, revisions, corrections, worksheets, services, outdated }: CardInput,
  item: ReviewedItem,
  number: number,
) {
  const { review, earlier, asOn } = reviewing;
  const { question, questionKey } = item;
  const words = vendorQuestions(review.form)[question.index]!;
  const answer = review.answers.get(questionKey);
  const newest = review.determinations.get(questionKey);
  const determination = countsFor(newest, answer) ? newest : undefined;
  const row = result.questions[question.index]!;
  const before = earlier?.get(questionKey);
  const say = (value: AnswerValue) => answerWords(words, value, en.portal);
  const documents = review.evidence.get(questionKey) ?? [];
  const own = corrections.filter((each) => each.questionKey === questionKey);
  const correction = own.findLast(({ revision, sentAt }) => sentAt !== null && revision === answer?.revision);
  const wish = own.find(isCorrectionOpen);
  const replaced = answer && isGivenLater(answer.origin) ? revisions.find((each) => precedes(each, answer)) : undefined;
  const taken = answer && takenFrom(answer);
  const pieces = review.pieces.get(questionKey) ?? [];
  return {
    key: questionKey,
    id: question.question.id,
    number,
    text: words.text,
    type: words.type,
    isCurrent: questionKey === currentKey,
    isDetermined: item.isDetermined,
    isKnockOut: item.isKnockOut,
    isGate: item.isGate,
    isFailing: item.isFailing,
    isChanged: item.isChanged,
    isWorse: item.isWorse,
    isCorrected: item.isCorrected,
    isUnproven: item.isUnprovenKnockOut,
    hasUnreadEvidence: item.hasUnreadEvidence,
    contradictions: item.contradictions,
    points: row.contributionBps,
    answer: {
      words: answer ? say(answer.value) : "",
      isReserved: isReserved(answer?.value),
      isPendingNa: answer?.value === "na" && determination?.naAccepted !== true,
      comment: answer?.comment ?? "",
      reason: answer?.reason ?? "",
      instead: answer?.instead ?? null,
      revision: answer?.revision ?? 0,
      isCarried: answer?.origin === "carried",
      source: answer?.source ?? null,
      /** Given for another engagement; the service, where and when it was signed. */
      elsewhere: taken
        ? {
            service: services.get(taken.assessmentId) ?? "",
            assessmentId: taken.assessmentId,
            signedOn: taken.signedOn,
            isOutdated: outdated.has(questionKey),
          }
        : null,
      isFromReport: answer !== undefined && isOnlyFromReport(answer),
      by: answer?.givenBy ?? "",
      at: answer?.givenAt ?? null,
      before: before !== undefined && item.isChanged ? say(before.value) : null,
      isSameAsBefore: before !== undefined && !item.isChanged,
      /** What was submitted before the vendor answered again. */
      replaced: replaced && {
        words: say(replaced.value),
        comment: replaced.comment || replaced.reason,
        by: replaced.givenBy,
        at: replaced.givenAt,
        revision: replaced.revision,
        /** What the review said about it; it has to be said anew. */
        verdict: newest && newest.answerRevision === replaced.revision ? (newest.verdict as Verdict) : null,
      },
      /** Why the vendor corrected it. */
      why: correction?.why ?? "",
      /** Why the vendor wants to correct it; nothing came yet. */
      wish: wish ? { why: wish.why, by: wish.askedBy, at: wish.askedAt } : null,
    },
    determination: determination && {
      verdict: determination.verdict as Verdict,
      words: determination.verdict === "adjusted" ? say(determination.value as AnswerValue) : null,
      value: determination.value as AnswerValue,
      reason: determination.reason,
      note: determination.note,
      by: names.get(determination.byId) ?? "",
      at: determination.at,
      isCarried: determination.carried,
    },
    needsProof: item.needsProof,
    /** Documents the rule asks for. */
    wantedPieces: item.needsProof ? (question.question.evidence?.min ?? 1) : 0,
    guidance: words.guidance,
    why: words.why,
    evidenceState: item.evidence,
    documents: documents.map((document, index) =>
      documentView(
        document,
        pieceState(question, pieces[index]!, asOn),
        reviewing.readIds.has(document.id),
        fieldsFor(document.kind, worksheets.get(document.id)),
      ),
    ),
    kinds: words.evidence?.kinds.map(({ code, label }) => ({ code, label })) ?? [],
    options: words.options.map(({ code, label }) => ({ value: code, label: label || yesNo[code] || code })),
    mayBeNa: words.mayBeNa,
    naLabel: words.naLabel ?? "Not applicable",
    unit: words.unit,
    clarification: asked.filter((each) => each.questionKey === questionKey).at(-1),
    finding: findings.find((finding) => finding.questionKey === questionKey && finding.status !== "closed"),
  };
}

const precedes = (each: AnswerRow, answer: AnswerRow): boolean =>
  each.questionKey === answer.questionKey && each.revision === answer.revision - 1;

const yesNo: Record<string, string> = { true: "Yes", false: "No" };
