// The evidence rule of an imported questionnaire: no foreign file names evidence, so there is one for all scored questions, and a good
// answer without proof is worth 7000 basis points, as everywhere (docs: scoring, "Evidence factor"). Statements by the vendor itself are
// no such proof.
import { type Cond, optionsOf, type Question, type Questionnaire } from "../questionnaire.ts";
import type { Notes } from "./foreign.ts";

const proving = ["soc2-t2", "iso27001", "csa-star", "pentest", "policy", "procedure"];

/** A question with a document to upload is no rule: it proves no answer. */
export function withEvidenceRule(questionnaire: Questionnaire, notes: Notes): Questionnaire {
  let added = 0;
  const ruled = (question: Question): Question => {
    const when = goodAnswer(questionnaire, question);
    if (when === undefined) return question;
    added += 1;
    return { ...question, evidence: { when, kinds: [...proving] } };
  };
  const sections = questionnaire.sections.map((section) => ({ ...section, questions: section.questions.map(ruled) }));
  if (added > 0)
    notes.warnings.push({
      where: { file: 0, path: [] },
      message: `The file names no evidence: ${added} scored questions got the same rule, so that an answer without proof counts 70 %. Say in “evidence” what proves which.`,
    });
  return { ...questionnaire, sections };
}

/** That the question is answered with something worth more than nothing; undefined where nothing is. */
function goodAnswer(questionnaire: Questionnaire, question: Question): Cond | undefined {
  const { id: q, type } = question;
  if (question.scored === false) return undefined;
  const good = Object.entries(optionsOf(questionnaire, question) ?? {}).flatMap(([code, { score }]) => ((score ?? 0) > 0 ? [code] : []));
  if (good.length === 0) return undefined;
  if (type === "boolean") return good.length === 1 ? { q, is: good[0] === "true" } : { q, answered: true };
  if (type === "multichoice") return good.length === 1 ? { q, has: good[0]! } : { any: good.map((code) => ({ q, has: code })) };
  return { q, in: good };
}
