// What the fields of a question show: what was typed when the form came back, else what was typed for the vendor, else the stored answer.
import type { RawAnswer } from "#app/domain/assessment/answer-input.ts";
import { typedAnswer } from "#app/domain/assessment/typed-answer.ts";
import type { VendorQuestionView } from "#app/domain/assessment/vendor-page.ts";

const nothing = { value: null, comment: "", reason: "", instead: null };

export function typedOf({ typed, prepared, answer }: Pick<VendorQuestionView, "typed" | "answer" | "prepared">): RawAnswer {
  return typed ?? typedAnswer(prepared ?? answer ?? nothing);
}
