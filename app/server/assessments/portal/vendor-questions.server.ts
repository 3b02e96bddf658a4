// The questions of an assessment as a vendor may see them, by index in the form; made once per form and language.
import { madePerForm } from "#app/domain/assessment/made-per-form.ts";
import { type VendorQuestion, vendorQuestion } from "#app/domain/questionnaire/vendor-question.ts";

export const vendorQuestions = madePerForm(({ set }, language): readonly VendorQuestion[] =>
  set.questions.map(({ questionnaire, question }) => vendorQuestion(set.files[questionnaire]!.questionnaire, question, language)),
);
