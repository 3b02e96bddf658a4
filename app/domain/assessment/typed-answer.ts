// An answer as the fields of its form hold it: the way back of answer-input.ts.
import { isReserved } from "../questionnaire/answer.ts";
import type { AnswerInput, RawAnswer } from "./answer-input.ts";

/** `readAnswer` of the result gives the answer again. */
export function typedAnswer({ value, comment, reason, instead }: AnswerInput): RawAnswer {
  const isStandIn = isReserved(value);
  const list: readonly unknown[] = Array.isArray(value) ? value : value === null || isStandIn ? [] : [value];
  return {
    values: list.filter((item) => typeof item !== "object").map(String),
    rows: list
      .filter((item) => typeof item === "object" && item !== null)
      .map((row) => Object.fromEntries(Object.entries(row as Record<string, string | number>).map(([id, cell]) => [id, String(cell)]))),
    stands: isStandIn ? value : "",
    comment,
    reason,
    instead: instead?.is ?? "",
    document: instead?.is === "covered" ? instead.document : "",
    page: instead?.is === "covered" ? instead.page : "",
    on: instead?.is === "later" ? instead.on : "",
  };
}
