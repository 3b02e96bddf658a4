// The evidence rule of an imported questionnaire that has none: one for all scored questions, so that a good answer without proof is
// worth 7000 basis points, as everywhere (docs: scoring, "Evidence factor"). Statements by the vendor itself are no such proof.
import { optionsOf, type Question, type Questionnaire } from "../questionnaire.ts";
import { questionsOf } from "../structure.ts";
import type { Notes } from "./foreign.ts";

const proving = ["soc2-t2", "iso27001", "csa-star", "pentest", "policy", "procedure"];

export function withEvidenceRule(questionnaire: Questionnaire, notes: Notes): Questionnaire {
  if (questionsOf(questionnaire).some(({ question: { evidence, kinds } }) => evidence !== undefined || kinds !== undefined))
    return questionnaire;
  let added = 0;
  const ruled = (question: Question): Question => {
    const good = question.type === "choice" && question.scored !== false ? goodCodes(questionnaire, question) : [];
    if (good.length === 0) return question;
    added += 1;
    return { ...question, evidence: { when: { q: question.id, in: good }, kinds: [...proving] } };
  };
  const sections = questionnaire.sections.map((section) => ({ ...section, questions: section.questions.map(ruled) }));
  if (added > 0)
    notes.warnings.push({
      where: { file: 0, path: [] },
      message: `The file names no evidence: ${added} scored questions got the same rule, so that an answer without proof counts 70 %. Say in “evidence” what proves which.`,
    });
  return { ...questionnaire, sections };
}

const goodCodes = (questionnaire: Questionnaire, question: Question): string[] =>
  Object.entries(optionsOf(questionnaire, question) ?? {}).flatMap(([code, { score }]) => ((score ?? 0) > 0 ? [code] : []));
