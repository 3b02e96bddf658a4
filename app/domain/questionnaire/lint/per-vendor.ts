// `askedPer: vendor` is for questions about the company: an answer given for one service must be as true for every other one (docs:
// questionnaires, rule 9). The tier only says how much is asked; every other fact speaks of the service bought.
import { namesIn } from "../condition.ts";
import { type Path, type Problem, warning } from "../problem.ts";
import type { Cond, Questionnaire } from "../questionnaire.ts";
import { questionsOf } from "../structure.ts";

export function perVendorIsAboutTheVendor(questionnaire: Questionnaire): Problem[] {
  return questionsOf(questionnaire).flatMap(({ question, section, path }) => {
    if (question.askedPer === undefined) return [];
    const at = [...path, "askedPer"];
    if (questionnaire.audience === "internal") {
      const said = `“${question.id}” is asked once per vendor, but no vendor answers an internal questionnaire.`;
      return [warning("asked-per", at, said, "Remove `askedPer`.")];
    }
    return [...byFacts(question.id, question.when, at), ...byFacts(question.id, section.when, at, `the section “${section.id}”`)];
  });
}

function byFacts(id: string, when: Cond | undefined, at: Path, where = "its condition"): Problem[] {
  const facts = when ? namesIn(when).facts.filter((fact) => fact !== "tier") : [];
  if (facts.length === 0) return [];
  const said = `“${id}” is asked once per vendor, but ${where} asks what one engagement is like (${facts.join(", ")}), so its answer may speak of that service alone.`;
  return [warning("asked-per", at, said, "Remove `askedPer`, or leave the fact out of the condition.")];
}
