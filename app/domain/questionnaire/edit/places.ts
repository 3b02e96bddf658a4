// Where something stands in a questionnaire that is being written, and the questionnaire with that one part exchanged. Nothing is changed
// in place: a draft before and after an edit can be compared.
import { unknownObject } from "#app/domain/errors.ts";
import type { Question, Questionnaire, Section } from "../questionnaire.ts";

/** Throws not_found: it was deleted meanwhile, or never there. */
export function sectionOf({ sections }: Questionnaire, sectionId: string): Section {
  const section = sections.find(({ id }) => id === sectionId);
  if (!section) throw unknownObject();
  return section;
}

/** Throws not_found. */
export function questionOf({ sections }: Questionnaire, questionId: string): { question: Question; section: Section; at: number } {
  for (const section of sections) {
    const at = section.questions.findIndex(({ id }) => id === questionId);
    if (at >= 0) return { question: section.questions[at]!, section, at };
  }
  throw unknownObject();
}

export function withSection(questionnaire: Questionnaire, sectionId: string, change: (section: Section) => Section): Questionnaire {
  sectionOf(questionnaire, sectionId);
  return { ...questionnaire, sections: questionnaire.sections.map((each) => (each.id === sectionId ? change(each) : each)) };
}

export function withQuestion(questionnaire: Questionnaire, questionId: string, change: (question: Question) => Question): Questionnaire {
  const { section } = questionOf(questionnaire, questionId);
  return withSection(questionnaire, section.id, ({ questions, ...rest }) => ({
    ...rest,
    questions: questions.map((each) => (each.id === questionId ? change(each) : each)),
  }));
}

/** The list with one element a place further up or down; the same list where there is no such place. */
export function shifted<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const [here, there] = [list[at], list[at + by]];
  if (here === undefined || there === undefined) return [...list];
  return list.map((each, i) => (i === at ? there : i === at + by ? here : each));
}
