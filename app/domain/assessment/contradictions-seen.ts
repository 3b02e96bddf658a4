// What contradictions are looked for in: the answers as they count, by question id, and what is known around them.
import type { PciForm } from "../engagement/pci-status.ts";
import type { Day } from "../monitoring/calendar-days.ts";
import { type AnswerValue, isReserved } from "../questionnaire/answer.ts";
import { textIn } from "../questionnaire/questionnaire.ts";
import type { State } from "../questionnaire/visibility.ts";
import { answerWords } from "../report/answer-words.ts";
import type { Piece, StoredReview } from "./stored-review.ts";

/** One side of a contradiction: where it stands. */
export type Side =
  | { readonly is: "question"; readonly questionKey: string; readonly label: string }
  | { readonly is: "document"; readonly evidenceId: string; readonly label: string }
  | { readonly is: "inherent_risk" | "contract" | "pci"; readonly label: string };

export interface Contradiction {
  /** One plain sentence that names both sides. */
  readonly text: string;
  readonly sides: readonly Side[];
}

export interface AttachedDocument {
  readonly name: string;
  /** The engagement it was given for, when that is another one. */
  readonly otherService: string | null;
  /** Its worksheet says that it does not cover the service we buy. */
  readonly missesService: boolean;
}

/** What is recorded of the engagement and its documents. */
export interface Around {
  readonly service: string;
  /** Hours within which the contract wants to be told of a breach; null where nobody recorded any. */
  readonly noticeHours: number | null;
  /** Of the clause on breach notices (GDPR 28(3)(f)). */
  readonly noticeClause: "yes" | "no" | "unknown";
  readonly pci: {
    readonly form: PciForm;
    readonly servicesCovered: readonly string[];
    readonly requirementsNotTested: readonly string[];
  } | null;
  /** Attached documents by id. */
  readonly documents: ReadonlyMap<string, AttachedDocument>;
  readonly asOn: Day;
}

/** An answer that is given: no reserved code, of a question that is shown. */
export interface Seen {
  readonly index: number;
  readonly value: Exclude<AnswerValue, null>;
  /** “Question”: answer. */
  readonly words: string;
  readonly side: Side;
}

export interface Looking {
  readonly review: StoredReview;
  readonly state: State;
  readonly around: Around | undefined;
  /** Every answer to a question with this id, whichever questionnaire asks it. */
  of(questionId: string): Seen[];
  readonly all: readonly Seen[];
  side(index: number): Side;
  pieces(index: number): readonly Piece[];
}

export function looking(review: StoredReview, state: State, around: Around | undefined): Looking {
  const { form } = review;
  const textOf = (index: number) => {
    const { question, questionnaire } = form.set.questions[index]!;
    return textIn(question.text, "en", form.set.files[questionnaire]!.questionnaire.languages[0]!);
  };
  const side = (index: number): Side => ({ is: "question", questionKey: form.keys[index]!, label: textOf(index) });
  const all = form.set.questions.flatMap(({ index, owner, questionnaire, type }): Seen[] => {
    const value = state.values[index];
    if (owner !== index || state.answered[index] !== 1 || value === null || value === undefined || isReserved(value)) return [];
    const said =
      type === "file" ? "a document" : short(answerWords(form.set.questions[index]!, form.set.files[questionnaire]!.questionnaire, value));
    const quoted = type === "number" || type === "date" || type === "file" ? said : `“${said}”`;
    return [{ index, value, words: `“${textOf(index)}” is answered ${quoted}`, side: side(index) }];
  });
  return {
    review,
    state,
    around,
    all,
    of: (questionId) => all.filter(({ index }) => form.set.questions[index]!.question.id === questionId),
    side,
    pieces: (index) => review.pieces.get(form.keys[index]!) ?? [],
  };
}

const mostShown = 120;
const short = (said: string): string => (said.length > mostShown ? `${said.slice(0, mostShown)}…` : said);

export const holds = (value: unknown, code: string): boolean =>
  Array.isArray(value) ? (value as unknown[]).includes(code) : value === code;
