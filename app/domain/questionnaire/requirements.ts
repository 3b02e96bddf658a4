// What a question still needs before a vendor may submit (product, step 3), and the lists a reviewer works from.
// Nothing in here says how an answer is scored, so pages of the vendor may use all of it but `gatesOf` and `knockOutsOf`.
import { type Answer, type AnswerValue, isAnswer, isReserved } from "./answer.ts";
import type { CompiledQuestion, CompiledSet } from "./compiled.ts";
import { hasAnswer, type State } from "./visibility.ts";

/** What stands behind an answer: how many files, or what the vendor says instead of a file. */
export interface Backing {
  files: number;
  instead?: "covered" | "later" | undefined;
}

export type Missing = "answer" | "reason" | "comment" | "evidence";

export interface Requirements {
  visible: boolean;
  required: boolean;
  answered: boolean;
  needsReason: boolean;
  needsComment: boolean;
  /** Its evidence rule holds for the answer as it is; never for “not applicable” or “we do not answer this”. */
  needsEvidence: boolean;
  /** Kinds that prove it, and how many pieces; empty and 0 unless evidence is needed. */
  evidenceKinds: readonly string[];
  evidencePieces: number;
  /** What blocks submission; empty when nothing does. */
  missing: Missing[];
}

const noBacking: Backing = { files: 0 };

/** Whether the chosen option asks for a comment. */
export function needsComment({ options }: CompiledQuestion, value: AnswerValue | undefined): boolean {
  if (!options || !isAnswer(value) || isReserved(value)) return false;
  const codes = Array.isArray(value) ? (value as string[]) : [String(value)];
  return codes.some((code) => options.get(code)?.needsComment === true);
}

/** Whether evidence is asked for with the answer as it is. A file question asks for its file. */
export function needsEvidence(question: CompiledQuestion, state: State): boolean {
  if (state.visible[question.index] === 0 || !question.hasEvidenceRule) return false;
  const value = state.values[question.index];
  if (isReserved(value)) return false;
  if (question.type === "file") return true;
  return isAnswer(value) && (question.evidenceWhen === null || question.evidenceWhen(state));
}

/** Media types a document for this question may have: those of its kind, narrowed by what the question takes. */
export function acceptedTypes({ question }: Pick<CompiledQuestion, "question">, ofKind: readonly string[]): readonly string[] {
  const wanted = question.evidence?.accept ?? question.accept;
  return wanted ? ofKind.filter((type) => wanted.includes(type)) : ofKind;
}

/** What a question needs in this state. */
export function requirementsOf(question: CompiledQuestion, state: State, { files, instead }: Backing = noBacking): Requirements {
  const { index, isRequired, type } = question;
  const answer: Answer | undefined = state.given[index];
  const value = state.values[index];
  const visible = state.visible[index] === 1;
  const isBacked = files > 0 || instead !== undefined;
  const answered = hasAnswer(state, index) || (visible && type === "file" && isBacked);
  const reason = visible && isReserved(value);
  const comment = visible && needsComment(question, value);
  const evidence = needsEvidence(question, state);
  const missing: Missing[] = [];
  if (visible && isRequired && !answered) missing.push("answer");
  if (reason && !answer?.reason?.trim()) missing.push("reason");
  if (comment && !answer?.comment?.trim()) missing.push("comment");
  if (evidence && type !== "file" && !isBacked) missing.push("evidence");
  const rule = question.question;
  return {
    visible,
    required: visible && isRequired,
    answered,
    needsReason: reason,
    needsComment: comment,
    needsEvidence: evidence,
    evidenceKinds: evidence ? (rule.evidence?.kinds ?? rule.kinds ?? []) : [],
    evidencePieces: evidence ? (rule.evidence?.min ?? 1) : 0,
    missing,
  };
}

/** The visible required questions, in file order. */
export function requiredQuestions(set: CompiledSet, state: State): CompiledQuestion[] {
  return set.questions.filter(({ index, isRequired }) => isRequired && state.visible[index] === 1);
}

/** The visible required questions without an answer, in file order. */
export function unansweredQuestions(set: CompiledSet, state: State): CompiledQuestion[] {
  return requiredQuestions(set, state).filter(({ index }) => !hasAnswer(state, index));
}

/** Questions whose answer hides a blocker: a reviewer must determine each. */
export const gatesOf = (set: CompiledSet): CompiledQuestion[] => set.questions.filter(({ isGate }) => isGate);

/** Questions that can limit a score, asked in this set. */
export const knockOutsOf = (set: CompiledSet): CompiledQuestion[] =>
  set.questions.filter(({ isBlocker, isScored, owner, index }) => isBlocker && isScored && owner === index);
