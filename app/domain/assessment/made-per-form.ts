// What is made of a form once per language and kept as long as the form, which never changes.
import type { Language } from "../questionnaire/questionnaire.ts";
import type { AssessmentForm } from "./assessment-form.ts";

export function madePerForm<T>(make: (form: AssessmentForm, language: Language) => T): (form: AssessmentForm, language?: Language) => T {
  const made = new WeakMap<AssessmentForm, Map<Language, T>>();
  return (form, language = "en") => {
    let languages = made.get(form);
    if (!languages) {
      languages = new Map();
      made.set(form, languages);
    }
    const known = languages.get(language) ?? make(form, language);
    languages.set(language, known);
    return known;
  };
}
