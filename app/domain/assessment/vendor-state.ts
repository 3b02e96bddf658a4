// Where a vendor stands with its questionnaire: which questions it sees, how many are answered, what is missing before it may submit.
// Pure; the portal calls it after every saved answer, so it stays one pass over the questions.
import { type Answer, type AnswerValue, isAnswer, isReserved } from "../questionnaire/answer.ts";
import type { KnownFacts } from "../questionnaire/facts.ts";
import { evaluateGiven, type State } from "../questionnaire/visibility.ts";
import type { Instead } from "./answer-input.ts";
import type { AssessmentForm } from "./assessment-form.ts";
import { type SubmissionBlocker, type SubmissionItem, submissionBlockers } from "./submission.ts";
import type { VendorProgress } from "./vendor-page.ts";

/** The newest revision of one answer, as far as this needs it. */
export interface StoredAnswer {
  readonly questionKey: string;
  readonly value: AnswerValue;
  readonly comment: string;
  readonly reason: string;
  readonly instead: Instead | null;
}

export interface VendorState {
  readonly form: AssessmentForm;
  readonly state: State;
  /** By question index. */
  readonly stored: readonly (StoredAnswer | undefined)[];
  /** Files attached and not taken back, by question index. */
  readonly files: readonly number[];
}

/** `filesOf` counts the files of a question; without it no question has any. */
export function vendorState(
  form: AssessmentForm,
  facts: KnownFacts,
  answers: Iterable<StoredAnswer>,
  filesOf: (questionKey: string) => number = () => 0,
): VendorState {
  const stored: (StoredAnswer | undefined)[] = new Array(form.keys.length).fill(undefined);
  for (const answer of answers) {
    const index = form.indexOf.get(answer.questionKey);
    if (index !== undefined) stored[index] = answer;
  }
  const files = form.keys.map(filesOf);
  const given = stored.map((answer, index) => givenAnswer(answer, form.set.questions[index]!.type === "file", files[index]!));
  return { form, state: evaluateGiven(form.set, given, facts), stored, files };
}

function givenAnswer(answer: StoredAnswer | undefined, isFile: boolean, files: number): Answer | undefined {
  if (isFile && files > 0 && !isReserved(answer?.value)) return { value: "attached" };
  return answer && { value: answer.value, reason: answer.reason };
}

const isVisible = ({ state }: VendorState, index: number) => state.visible[index] === 1;

/** A question is done when it has an answer; one that asks for a file also when a document stands in for it. */
function isDone({ form, state, stored }: VendorState, index: number): boolean {
  return isAnswer(state.values[index]) || (form.set.questions[index]!.type === "file" && !!stored[index]?.instead);
}

/** Required questions that are shown, and how many of them are done: of all sections, or of one. */
export function progressOf(vendor: VendorState, questions?: readonly number[]): VendorProgress {
  let required = 0;
  let answered = 0;
  const count = (index: number) => {
    if (!isVisible(vendor, index) || !vendor.form.set.questions[index]!.isRequired) return;
    required += 1;
    if (isDone(vendor, index)) answered += 1;
  };
  if (questions) for (const index of questions) count(index);
  else for (const { index } of vendor.form.set.questions) count(index);
  return { answered, required };
}

/** Sections with at least one question the vendor sees, in order. */
export function shownSections(vendor: VendorState): AssessmentForm["sections"] {
  return vendor.form.sections.filter(({ questions }) => questions.some((index) => isVisible(vendor, index)));
}

export const shownQuestions = (vendor: VendorState, questions: readonly number[]): number[] =>
  questions.filter((index) => isVisible(vendor, index));

/** Whether the answer, as it is now, asks for a document. */
export function needsEvidence({ form, state }: VendorState, index: number): boolean {
  const { type, hasEvidenceRule, evidenceWhen } = form.set.questions[index]!;
  const value = state.values[index];
  if (type === "file") return !isReserved(value);
  return hasEvidenceRule && isAnswer(value) && !isReserved(value) && (evidenceWhen === null || evidenceWhen(state));
}

/** Whether the answer would ask for a document if it were `value`, all other answers as they are. */
export function wouldNeedEvidence({ form, state }: VendorState, index: number, value: AnswerValue): boolean {
  const { hasEvidenceRule, evidenceWhen } = form.set.questions[index]!;
  if (!hasEvidenceRule || isReserved(value)) return false;
  if (evidenceWhen === null) return true;
  const values = [...state.values];
  values[index] = value;
  const answered = Uint8Array.from(state.answered);
  answered[index] = 1;
  return evidenceWhen({ values, answered, facts: state.facts });
}

/** Whether the chosen option asks for an explanation. */
export function needsComment({ form, state }: VendorState, index: number): boolean {
  const { options } = form.set.questions[index]!;
  const value = state.values[index];
  if (options === null || isReserved(value)) return false;
  const codes: readonly unknown[] = Array.isArray(value) ? value : [typeof value === "boolean" ? String(value) : value];
  return codes.some((code) => typeof code === "string" && options.get(code)?.needsComment === true);
}

/** What keeps the vendor from submitting, in the order of the questionnaire. */
export function missingBefore(vendor: VendorState): SubmissionBlocker[] {
  const { form, state, stored, files } = vendor;
  const items = form.set.questions
    .filter(({ index, owner }) => owner === index)
    .map(({ index, type, isRequired }): SubmissionItem => {
      const value = state.values[index];
      return {
        questionKey: form.keys[index]!,
        isVisible: isVisible(vendor, index),
        isRequired,
        isFile: type === "file",
        answer: !isAnswer(value) ? "none" : isReserved(value) ? value : "given",
        reason: stored[index]?.reason ?? "",
        needsComment: needsComment(vendor, index),
        comment: stored[index]?.comment ?? "",
        needsEvidence: needsEvidence(vendor, index),
        files: files[index]!,
        instead: stored[index]?.instead?.is ?? null,
      };
    });
  return submissionBlockers(items);
}
