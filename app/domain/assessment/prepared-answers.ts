// Answers one of ours filled in for the vendor. Only the vendor's confirmation makes them answers: until then they stand aside, and what
// the vendor says itself stands against them. Pure.
import type { KnownFacts } from "../questionnaire/facts.ts";
import { type AnswerOrigin, isVendorsOwn } from "./answer-source.ts";
import type { AssessmentForm } from "./assessment-form.ts";
import { type StoredAnswer, type VendorState, vendorState } from "./vendor-state.ts";

/** Why an answer was not filled in. */
export const preparedSkips = {
  answered_by_vendor: "The vendor answered it itself.",
  not_asked: "It is not asked, as the other answers stand.",
} as const;
export type PreparedSkip = keyof typeof preparedSkips;

export interface StoredAnswers<P extends StoredAnswer> {
  readonly form: AssessmentForm;
  readonly facts: KnownFacts;
  readonly answers: readonly (StoredAnswer & { origin: AnswerOrigin })[];
  readonly prepared: readonly P[];
  readonly filesOf: (questionKey: string) => number;
}

export interface PreparedState<P extends StoredAnswer> {
  /** As it were if the vendor confirmed all that is filled in. */
  readonly vendor: VendorState;
  /** What waits for the vendor, in the order of the questionnaire. */
  readonly open: readonly P[];
}

/** What is hidden by other answers, or answered by the vendor meanwhile, does not wait for it. */
export function preparedState<P extends StoredAnswer>({ form, facts, answers, prepared, filesOf }: StoredAnswers<P>): PreparedState<P> {
  const own = new Set(answers.filter(({ origin }) => isVendorsOwn(origin)).map(({ questionKey }) => questionKey));
  const standing = new Map(prepared.filter(({ questionKey }) => !own.has(questionKey)).map((row) => [row.questionKey, row]));
  const others = answers.filter(({ questionKey }) => !standing.has(questionKey));
  const vendor = vendorState(form, facts, [...others, ...standing.values()], filesOf);
  const open = form.keys.flatMap((key, index) => (vendor.state.visible[index] === 1 ? (standing.get(key) ?? []) : []));
  return { vendor, open };
}
