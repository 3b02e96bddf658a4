// A question's number and words. Where a single control answers it, they are its label, too.
import { fieldName } from "#app/domain/assessment/answer-names.ts";
import type { VendorQuestionView } from "#app/domain/assessment/vendor-page.ts";
import { fieldId } from "../field-context.ts";

const oneControl: ReadonlySet<string> = new Set(["number", "date", "text"]);

export function QuestionLegend({ view: { question, number } }: { view: VendorQuestionView }) {
  const words = (
    <>
      <span className="q__n">{number}.</span> {question.text}
    </>
  );
  const id = fieldId(fieldName("value", question.key));
  return <legend>{oneControl.has(question.type) ? <label htmlFor={id}>{words}</label> : words}</legend>;
}
