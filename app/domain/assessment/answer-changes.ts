// Whether two answers to one question say the same, and whether the same documents stand behind them. Pure.
import { type AnswerValue, isAnswer } from "../questionnaire/answer.ts";
import type { Instead } from "./answer-input.ts";

/** Lists of ticks are the same in any order. */
export function isSame(a: AnswerValue, b: AnswerValue): boolean {
  const plain = (value: AnswerValue) => JSON.stringify(Array.isArray(value) && typeof value[0] === "string" ? [...value].sort() : value);
  return plain(isAnswer(a) ? a : null) === plain(isAnswer(b) ? b : null);
}

/** What stands behind an answer. */
export interface Backing {
  readonly pieces: readonly { readonly id: string }[];
  readonly instead: Instead | null;
}

/** The same files, and the same document named as covering it. A promise is no document. */
export function isBackedAlike(a: Backing, b: Backing): boolean {
  return idsOf(a) === idsOf(b) && coverOf(a) === coverOf(b);
}

const idsOf = ({ pieces }: Backing): string =>
  pieces
    .map(({ id }) => id)
    .sort()
    .join(" ");

const coverOf = ({ instead }: Backing): string => (instead?.is === "covered" ? JSON.stringify([instead.document, instead.page]) : "");
