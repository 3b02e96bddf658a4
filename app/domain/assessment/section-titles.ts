// What the sections of an assessment are called on its pages, in the workbook and in review: no two alike, whichever questionnaires they are of.
import { distinctTitles } from "../questionnaire/distinct-titles.ts";
import { type Language, textIn } from "../questionnaire/questionnaire.ts";
import type { AssessmentForm } from "./assessment-form.ts";

/** In this language, or the one its questionnaire was written in. */
export function sectionTitle({ set, sections }: AssessmentForm, key: string, language: Language = "en"): string {
  const titles = set.sections.map(({ section, questionnaire }) =>
    textIn(section.title, language, set.files[questionnaire]!.questionnaire.languages[0]!),
  );
  return distinctTitles(titles)[sections.findIndex((section) => section.key === key)]!;
}
