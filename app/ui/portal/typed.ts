// What the fields of a question show: what was typed when the form came back, else the stored answer.
import type { RawAnswer } from "#app/domain/assessment/answer-input.ts";
import type { VendorQuestionView } from "#app/domain/assessment/vendor-page.ts";
import { isReserved } from "#app/domain/questionnaire/answer.ts";

export function typedOf({ typed, answer }: Pick<VendorQuestionView, "typed" | "answer">): RawAnswer {
  if (typed) return typed;
  const value = answer?.value ?? null;
  const instead = answer?.instead ?? null;
  const isStandIn = isReserved(value);
  const list: readonly unknown[] = Array.isArray(value) ? value : value === null || isStandIn ? [] : [value];
  return {
    values: list.filter((item) => typeof item !== "object").map(String),
    rows: list
      .filter((item) => typeof item === "object" && item !== null)
      .map((row) => Object.fromEntries(Object.entries(row as Record<string, string | number>).map(([id, cell]) => [id, String(cell)]))),
    stands: isStandIn ? value : "",
    comment: answer?.comment ?? "",
    reason: answer?.reason ?? "",
    instead: instead?.is ?? "",
    document: instead?.is === "covered" ? instead.document : "",
    page: instead?.is === "covered" ? instead.page : "",
    on: instead?.is === "later" ? instead.on : "",
  };
}
