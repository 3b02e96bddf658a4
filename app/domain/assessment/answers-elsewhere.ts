// Which answers to other engagements of a vendor stand in a new assessment (docs: questionnaires, rule 9, `askedPer: vendor`). Pure.
//
// The rule. A question asked per vendor takes the newest answer the vendor itself gave to it and signed, in whichever assessment. It counts
// until the day six calendar months after the day it was signed, that day included, seen from the day the new assessment is sent. Taking it
// over is no new answer: the six months run from the vendor's own word. It is asked again when something is open about the answer, when the
// question no longer means the same, and when the newest answer is of the same engagement (there a reassessment fills it in).
import { addMonths, type Day } from "../monitoring/calendar-days.ts";
import type { AnswerValue } from "../questionnaire/answer.ts";
import { answerProblem } from "../questionnaire/check-answer.ts";
import type { CompiledQuestion } from "../questionnaire/compiled.ts";
import { meansTheSame } from "../questionnaire/difference.ts";
import type { KnownFacts } from "../questionnaire/facts.ts";
import type { Questionnaire } from "../questionnaire/questionnaire.ts";
import type { ElsewhereSource } from "./answer-source.ts";
import { type AssessmentForm, questionnaireOf } from "./assessment-form.ts";
import { askedWhen } from "./workbook/workbook-questions.ts";

export const monthsPerVendor = 6;

/** The last day on which a new assessment takes an answer over. */
export const lastDayElsewhere = (signedOn: Day): Day => addMonths(signedOn, monthsPerVendor);

/** A visible answer of a submitted assessment. */
export interface GivenElsewhere {
  readonly questionKey: string;
  readonly revision: number;
  readonly value: AnswerValue;
  readonly reason: string;
  /** When the vendor signed this revision, and its day with us. */
  readonly signedAt: Date;
  readonly signedOn: Day;
  /** Taken over there itself: no word of its own. */
  readonly taken: ElsewhereSource | undefined;
  /** We asked about it, or the vendor wants to correct it, and that is open. */
  readonly isDoubted: boolean;
}

/** Another assessment of the same vendor and organisation, submitted by the vendor. */
export interface AnsweredElsewhere {
  readonly assessmentId: string;
  readonly engagementId: string;
  readonly form: AssessmentForm;
  readonly answers: readonly GivenElsewhere[];
}

export interface TakenAnswer {
  readonly questionKey: string;
  readonly assessmentId: string;
  readonly revision: number;
  readonly signedOn: Day;
}

export interface TakingAssessment {
  readonly form: AssessmentForm;
  readonly facts: KnownFacts;
  readonly engagementId: string;
  /** The day it is sent. */
  readonly sentOn: Day;
}

/** Questions that are asked per vendor and may be shown here. */
export function askedPerVendor(form: AssessmentForm, facts: KnownFacts): CompiledQuestion[] {
  const own = form.set.questions.filter(({ question, owner, index }) => question.askedPer === "vendor" && owner === index);
  if (own.length === 0) return [];
  const when = askedWhen(form, facts);
  return own.filter(({ index }) => when[index] !== false);
}

/** In the order of the questionnaire. `versionsOf`: every version published of a questionnaire. */
export function answersToTake(
  { form, facts, engagementId, sentOn }: TakingAssessment,
  elsewhere: readonly AnsweredElsewhere[],
  versionsOf: (questionnaireId: string) => readonly Questionnaire[],
): TakenAnswer[] {
  return askedPerVendor(form, facts).flatMap((question) => {
    const questionKey = form.keys[question.index]!;
    const newest = newestOf(elsewhere, questionKey);
    if (!newest || newest.from.engagementId === engagementId) return [];
    const { from, answer } = newest;
    const { signedOn, revision, value, reason } = answer;
    if (sentOn > lastDayElsewhere(signedOn) || isDoubtedAnywhere(elsewhere, newest)) return [];
    const [before, after] = [questionnaireOf(from.form, questionKey), questionnaireOf(form, questionKey)];
    if (!before || !after || !meansTheSame(question.question.id, before, after, versionsOf(after.id))) return [];
    if (question.type !== "file" && answerProblem(question, { value, reason }, sentOn)) return [];
    return [{ questionKey, assessmentId: from.assessmentId, revision, signedOn }];
  });
}

interface Newest {
  readonly from: AnsweredElsewhere;
  readonly answer: GivenElsewhere;
}

/** The vendor's own word that was signed last. */
function newestOf(elsewhere: readonly AnsweredElsewhere[], questionKey: string): Newest | undefined {
  const own = elsewhere.flatMap((from) =>
    from.answers.filter((answer) => answer.questionKey === questionKey && answer.taken === undefined).map((answer) => ({ from, answer })),
  );
  return own.sort(
    (a, b) => b.answer.signedAt.getTime() - a.answer.signedAt.getTime() || (a.from.assessmentId < b.from.assessmentId ? 1 : -1),
  )[0];
}

/** Something is open about it where it was given, or where it was taken over. */
function isDoubtedAnywhere(elsewhere: readonly AnsweredElsewhere[], { from, answer }: Newest): boolean {
  if (answer.isDoubted) return true;
  const { questionKey, revision } = answer;
  return elsewhere.some(({ answers }) =>
    answers.some(
      ({ taken, isDoubted, questionKey: key }) =>
        isDoubted && key === questionKey && taken?.assessmentId === from.assessmentId && taken.revision === revision,
    ),
  );
}

/** One determination of an answer, in the assessment it was given in or in one that took it over. */
export interface JudgedElsewhere {
  readonly assessmentId: string;
  readonly verdict: string;
  readonly value: unknown;
  readonly at: Date;
}

/**
 * The determination that goes with an answer: the one of where it was given. Undefined when it was judged otherwise since, where it had
 * been taken over: then somebody looks again.
 */
export function determinationToTake<T extends JudgedElsewhere>(assessmentId: string, judged: readonly T[]): T | undefined {
  const own = judged.find((each) => each.assessmentId === assessmentId);
  const says = ({ verdict, value }: JudgedElsewhere) => JSON.stringify([verdict, value]);
  const isContested = judged.some((each) => own !== undefined && each.at > own.at && says(each) !== says(own));
  return isContested ? undefined : own;
}
