// Questions that can never be asked are taken out, and every condition that names them is worked out without them: they are never
// answered, so every comparison with them is false. What this empties goes as well.
import { comparisonOf } from "../condition.ts";
import type { Comparison, Cond, Question, Questionnaire, Section } from "../questionnaire.ts";
import { all, any, type Known, not } from "./conditions.ts";

export interface Pruned {
  questionnaire: Questionnaire;
  /** Ids of questions taken out, those whose condition thereby became false included. */
  gone: string[];
}

export function withoutQuestions(questionnaire: Questionnaire, ids: Iterable<string>): Pruned {
  const gone = new Set(ids);
  const sections: Section[] = [];
  for (const { when, questions, ...section } of questionnaire.sections) {
    const opens = when === undefined || settled(when, gone);
    const kept: Question[] = [];
    for (const { when: own, ...question } of questions) {
      const shown = gone.has(question.id) || opens === false ? false : own === undefined || settled(own, gone);
      if (shown === false) gone.add(question.id);
      else kept.push(shown === true ? question : { ...question, when: shown });
    }
    if (kept.length > 0) sections.push({ ...section, ...(typeof opens === "boolean" ? {} : { when: opens }), questions: kept });
  }
  return { questionnaire: { ...questionnaire, sections }, gone: [...gone] };
}

/** A condition when some questions are never answered. */
function settled(cond: Cond, gone: ReadonlySet<string>): Known {
  if ("all" in cond) return all(...cond.all.map((part) => settled(part, gone)));
  if ("any" in cond) return any(...cond.any.map((part) => settled(part, gone)));
  if ("not" in cond) return not(settled(cond.not, gone));
  if (!("q" in cond) || !gone.has(cond.q)) return cond;
  const { operator, operand } = comparisonOf(cond as Comparison);
  return operator === "answered" && operand === false;
}
