// The questions of an assessment as a vendor may see them, by index in the form; made once per form and language.
import type { AssessmentForm } from "#app/domain/assessment/assessment-form.ts";
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import { type VendorQuestion, vendorQuestion } from "#app/domain/questionnaire/vendor-question.ts";

const made = new WeakMap<AssessmentForm, Map<Language, VendorQuestion[]>>();

export function vendorQuestions(form: AssessmentForm, language: Language = "en"): readonly VendorQuestion[] {
  let languages = made.get(form);
  if (!languages) {
    languages = new Map();
    made.set(form, languages);
  }
  let questions = languages.get(language);
  if (!questions) {
    questions = form.set.questions.map(({ questionnaire, question }) =>
      vendorQuestion(form.set.files[questionnaire]!.questionnaire, question, language),
    );
    languages.set(language, questions);
  }
  return questions;
}
