// Questions of a draft: added, changed, moved, deleted. What its form says is read in question-typed.ts.
import { DomainError } from "#app/domain/errors.ts";
import { type Question, type Questionnaire, type QuestionType, questionnaireLimits } from "../questionnaire.ts";
import { refuseBrokenConditions } from "./conditions-hold.ts";
import type { Edited } from "./draft-edit.ts";
import { leastOf } from "./least-of-type.ts";
import { questionOf, sectionOf, shifted, withQuestion, withSection } from "./places.ts";
import { chosenId } from "./propose-id.ts";
import type { PublishedIds } from "./published-ids.ts";
import { type QuestionInput, questionTyped } from "./question-typed.ts";
import { withCodesRenamed, withQuestionRenamed } from "./renamed.ts";
import { Complaints, type TypedText, textTyped } from "./typed.ts";

const idsOf = ({ sections }: Questionnaire): Set<string> => new Set(sections.flatMap(({ questions }) => questions.map(({ id }) => id)));

export interface NewQuestion {
  id: string;
  type: QuestionType;
  text: TypedText;
}

/** Adds it at the end of a section, with the least its type needs; the rest is said on its own form. */
export function addQuestion(before: Questionnaire, sectionId: string, input: NewQuestion, { questions: retired }: PublishedIds): Edited {
  sectionOf(before, sectionId);
  const taken = idsOf(before);
  if (taken.size >= questionnaireLimits.questions) {
    throw new DomainError("invalid", `A questionnaire has at most ${questionnaireLimits.questions} questions. Split it into several.`);
  }
  const complaints = new Complaints();
  const text = textTyped(input.text, before.languages[0]!, "text", complaints, { isNeeded: true });
  complaints.settle();
  const id = chosenId(input.id, { words: text![before.languages[0]!] ?? "", taken, retired, fallback: "question" });
  const question: Question = { id, text: text!, ...leastOf(input.type, before) };
  return {
    questionnaire: withSection(before, sectionId, (section) => ({ ...section, questions: [...section.questions, question] })),
    of: id,
  };
}

/** Conditions follow an id or an option's code that is exchanged; an edit that breaks one is refused. */
export function changeQuestion(
  before: Questionnaire,
  questionId: string,
  input: QuestionInput,
  { questions: published }: PublishedIds,
): Edited {
  const { question: was } = questionOf(before, questionId);
  const { question: typed, codes } = questionTyped(before, was, input);
  const taken = idsOf(before);
  taken.delete(questionId);
  const words = typed.text[before.languages[0]!] ?? "";
  const id = published.has(questionId) ? questionId : chosenId(input.id, { words, taken, retired: published, fallback: "question" });
  const recoded = withCodesRenamed(before, new Set([questionId]), codes);
  const now = questionOf(recoded, questionId).question;
  const evidenceWhen = now.evidence?.when;
  const changed = withQuestion(recoded, questionId, () => ({
    ...typed,
    ...(typed.evidence && evidenceWhen && { evidence: { ...typed.evidence, when: evidenceWhen } }),
  }));
  const after = withQuestionRenamed(changed, questionId, id);
  const named = id === questionId ? after : withQuestion(after, questionId, (question) => ({ ...question, id }));
  return { questionnaire: refuseBrokenConditions(before, named, "conditions"), of: id };
}

/** One place up or down within its section. */
export function moveQuestion(before: Questionnaire, questionId: string, by: -1 | 1): Edited {
  const { section, at } = questionOf(before, questionId);
  const isInside = at + by >= 0 && at + by < section.questions.length;
  const after = withSection(before, section.id, (each) => ({ ...each, questions: shifted(each.questions, at, by) }));
  return { questionnaire: isInside ? refuseBrokenConditions(before, after, "move") : before, of: questionId };
}

/** To the end of another section. */
export function moveQuestionTo(before: Questionnaire, questionId: string, sectionId: string): Edited {
  const { question, section } = questionOf(before, questionId);
  if (section.id === sectionId) return { questionnaire: before, of: questionId };
  const without = withSection(before, section.id, (each) => ({ ...each, questions: each.questions.filter(({ id }) => id !== questionId) }));
  const after = withSection(without, sectionId, (each) => ({ ...each, questions: [...each.questions, question] }));
  return { questionnaire: refuseBrokenConditions(before, after, "move"), of: questionId };
}

/** Throws `invalid` naming who asks it. */
export function removeQuestion(before: Questionnaire, questionId: string): Edited {
  const { section } = questionOf(before, questionId);
  const after = withSection(before, section.id, (each) => ({ ...each, questions: each.questions.filter(({ id }) => id !== questionId) }));
  return { questionnaire: refuseBrokenConditions(before, after, "delete"), of: questionId };
}
