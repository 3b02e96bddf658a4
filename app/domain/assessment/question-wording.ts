// What a vendor reads of a question when it is named outside its page: in letters, and where findings are listed.
import { type Language, textIn } from "../questionnaire/questionnaire.ts";
import type { AssessmentForm } from "./assessment-form.ts";

/** The question as it is asked, and the title of what its answer may find. */
export function wording(form: AssessmentForm, index: number | undefined, language: Language) {
  const compiled = index === undefined ? undefined : form.set.questions[index];
  if (!compiled) return undefined;
  const source = form.set.files[compiled.questionnaire]!.questionnaire.languages[0] ?? "en";
  const { text, onFail } = compiled.question;
  const title = onFail?.finding?.title;
  return {
    text: textIn(text, language, source),
    title: title && { own: textIn(title, language, source), source: textIn(title, source, source) },
  };
}

/** In the vendor's language where the questionnaire words it; a title somebody typed stays as typed. */
export function findingTitle(
  { title, questionKey }: { title: string; questionKey: string | null },
  form: AssessmentForm,
  language: Language,
): string {
  const worded = questionKey === null ? undefined : wording(form, form.indexOf.get(questionKey), language)?.title;
  return worded && worded.source === title ? worded.own : title;
}
