// Answering from documents: what an officer may read out of a vendor's reports, and what must be named with it (docs: product, "Due
// diligence"). Pure.
import { isAnswer, isReserved } from "../questionnaire/answer.ts";
import type { CompiledQuestion } from "../questionnaire/compiled.ts";
import type { AnswerField, AnswerInput } from "./answer-input.ts";
import type { AnswerSource } from "./answer-source.ts";

/** Reason of a question that no document answers: it scores like an answer declined, and is an answer. */
export const notFound = "Not found in the documents.";

export type DocumentProblem = "needs_document" | "needs_page" | "needs_reason";

/** The field each belongs to, and what it says there. */
export const documentProblems: Record<DocumentProblem, Partial<Record<AnswerField, string>>> = {
  needs_document: { instead: "Choose the document you read this in" },
  needs_page: { page: "Give the page or chapter" },
  needs_reason: { reason: "Say why it does not apply" },
};

export interface NamedDocument {
  /** Undefined while none is chosen. */
  readonly evidenceId: string | undefined;
  readonly page: string;
}

const maxPage = 100;

/** What is missing of a scored answer. A question that asks for a file is answered by the document itself, without a page. */
export function documentProblem(
  { isScored, type }: Pick<CompiledQuestion, "isScored" | "type">,
  { value, reason }: Pick<AnswerInput, "value" | "reason">,
  { evidenceId, page }: NamedDocument,
): DocumentProblem | undefined {
  if (value === "na" && reason === "") return "needs_reason";
  if (!isAnswer(value) || isReserved(value) || type === "file") return undefined;
  if (isScored && evidenceId === undefined) return "needs_document";
  return evidenceId !== undefined && (page === "" || page.length > maxPage) ? "needs_page" : undefined;
}

/** The answer as it is kept: what nobody found has its reason, and nothing of what only a vendor says. */
export function documentAnswer({ value, comment, reason }: AnswerInput): AnswerInput {
  return { value, comment, reason: value === "declined" ? reason || notFound : reason, instead: null };
}

/** Everybody who read an answer in a document, now or in an earlier revision; taking answers back is no answer. */
export function answererIds(revisions: readonly { value: unknown; source: AnswerSource | null }[]): string[] {
  const read = revisions.flatMap(({ value, source }) =>
    source?.is === "documents" && (isAnswer(value as AnswerInput["value"]) || source.document !== null) ? [source.byId] : [],
  );
  return [...new Set(read)];
}
