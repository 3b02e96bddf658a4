// What the sections of an assessment are called on its pages, in the workbook and in review: no two alike, whichever questionnaires they are of.
import { distinctTitles } from "../questionnaire/distinct-titles.ts";
import { type Language, textIn } from "../questionnaire/questionnaire.ts";
import type { AssessmentForm } from "./assessment-form.ts";
import { madePerForm } from "./made-per-form.ts";

const titlesByKey = madePerForm(({ set, sections }, language): ReadonlyMap<string, string> => {
  const titles = set.sections.map(({ section, questionnaire }) =>
    textIn(section.title, language, set.files[questionnaire]!.questionnaire.languages[0]!),
  );
  const distinct = distinctTitles(titles);
  return new Map(sections.map(({ key }, index) => [key, distinct[index]!]));
});

/** In this language, or the one its questionnaire was written in. */
export const sectionTitle = (form: AssessmentForm, key: string, language?: Language): string => titlesByKey(form, language).get(key)!;
