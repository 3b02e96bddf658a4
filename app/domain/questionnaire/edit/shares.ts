// What part of a score sections and questions make up, as their weights stand (docs: scoring): of the questions that are scored and of the
// sections that have one. Conditions move the parts; this is the picture with every question shown.
import { optionsOf, type Question, type Questionnaire, type Section } from "../questionnaire.ts";

/** Something in it carries a score and it is not taken out. */
export function isScoredQuestion(questionnaire: Pick<Questionnaire, "scales">, question: Question): boolean {
  if (question.scored === false) return false;
  if (question.type === "file" || question.bands) return true;
  return Object.values(optionsOf(questionnaire, question) ?? {}).some(({ score }) => typeof score === "number");
}

export interface SectionShare {
  /** Sum of the weights of its scored questions. */
  weights: number;
  /** Percent of the score, one decimal; null without a scored question. */
  percent: number | null;
}

export function shareOf(questionnaire: Questionnaire, section: Section): SectionShare {
  const counts = (each: Section) => each.questions.some((question) => isScoredQuestion(questionnaire, question));
  const all = questionnaire.sections.filter(counts).reduce((sum, { weight }) => sum + weight, 0);
  const weights = section.questions
    .filter((question) => isScoredQuestion(questionnaire, question))
    .reduce((sum, { weight }) => sum + (weight ?? 1), 0);
  return { weights, percent: counts(section) ? Math.round((section.weight * 1000) / all) / 10 : null };
}
