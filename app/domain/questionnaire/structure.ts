// What a questionnaire must keep for the engine to run it at all: names that resolve, conditions that look back only, limits.
// The compiler refuses a file with one of these problems; the linter lists them with all others.

import { isReserved } from "./answer.ts";
import { comparisonOf, comparisonsIn } from "./condition.ts";
import { factShapes } from "./facts.ts";
import { error, type Path, type Problem } from "./problem.ts";
import { type Cond, optionsOf, type Question, type Questionnaire, questionnaireLimits, type Section } from "./questionnaire.ts";

/** Every question with its section and path, in file order. */
export function questionsOf(questionnaire: Questionnaire): { question: Question; section: Section; path: Path }[] {
  return questionnaire.sections.flatMap((section, s) =>
    section.questions.map((question, q) => ({ question, section, path: ["sections", s, "questions", q] })),
  );
}

/** All problems that keep the file from running; empty for a usable one. */
export function structureProblems(questionnaire: Questionnaire): Problem[] {
  const all = questionsOf(questionnaire);
  const position = new Map<string, number>();
  const problems: Problem[] = [];
  all.forEach(({ question, path }, i) => {
    if (position.has(question.id)) {
      problems.push(error("duplicate-id", [...path, "id"], `Two questions have the id “${question.id}”.`, "Give one another id."));
    } else position.set(question.id, i);
    problems.push(...optionProblems(questionnaire, question, path));
  });
  problems.push(...duplicateSections(questionnaire));
  if (all.length > questionnaireLimits.questions) {
    const said = `The file has ${all.length} questions; ${questionnaireLimits.questions} is the limit.`;
    problems.push(error("limit", ["sections"], said, "Split it into several questionnaires."));
  }
  const check = (cond: Cond | undefined, path: Path, before: number) => {
    if (cond) problems.push(...condProblems(questionnaire, all, position, cond, path, before));
  };
  let i = 0;
  questionnaire.sections.forEach((section, s) => {
    check(section.when, ["sections", s, "when"], i);
    for (const question of section.questions) {
      const { path } = all[i]!;
      check(question.when, [...path, "when"], i);
      check(question.evidence?.when, [...path, "evidence", "when"], i + 1);
      i += 1;
    }
  });
  questionnaire.conflicts?.forEach((conflict, c) => {
    check(conflict.when, ["conflicts", c, "when"], all.length);
  });
  return problems;
}

function duplicateSections({ sections }: Questionnaire): Problem[] {
  const seen = new Set<string>();
  return sections.flatMap(({ id }, s) => {
    const again = seen.has(id);
    seen.add(id);
    return again ? [error("duplicate-id", ["sections", s, "id"], `Two sections have the id “${id}”.`, "Give one another id.")] : [];
  });
}

const needsOptions = new Set(["choice", "multichoice"]);

function optionProblems(questionnaire: Questionnaire, question: Question, path: Path): Problem[] {
  const options = optionsOf(questionnaire, question);
  const { id, type, scale } = question;
  if (scale !== undefined && question.options) {
    return [error("options", [...path, "scale"], `“${id}” has a scale and options of its own.`, "Keep one of the two.")];
  }
  if (scale !== undefined && !options) {
    return [
      error("unknown-scale", [...path, "scale"], `The scale “${scale}” is not in this file.`, "Name one of `scales`, or add it there."),
    ];
  }
  if (needsOptions.has(type) && (!options || Object.keys(options).length === 0)) {
    return [error("options", path, `“${id}” is a ${type} without options.`, "Add `options`, or name a `scale`.")];
  }
  const codes = Object.keys(options ?? {});
  if (type === "boolean" && codes.some((code) => code !== "true" && code !== "false")) {
    return [
      error("options", path, `“${id}” is a boolean with codes other than 'true' and 'false'.`, "Use these two, or make it a choice."),
    ];
  }
  if (codes.length > questionnaireLimits.options) {
    const said = `“${id}” has ${codes.length} options; ${questionnaireLimits.options} is the limit.`;
    return [error("limit", path, said, "Ask in several questions, or in a table.")];
  }
  return [];
}

function condProblems(
  questionnaire: Questionnaire,
  all: ReturnType<typeof questionsOf>,
  position: ReadonlyMap<string, number>,
  cond: Cond,
  path: Path,
  before: number,
): Problem[] {
  return comparisonsIn(cond).flatMap(({ cond: comparison, path: below }) => {
    const at = [...path, ...below];
    const { operator, operand } = comparisonOf(comparison as never);
    const wanted = operator === "is" || operator === "in" || operator === "has" ? [operand].flat() : [];
    if ("fact" in comparison) {
      const shape = factShapes[comparison.fact];
      const codes = "codes" in shape ? shape.codes : [];
      const strange = codes.length > 0 ? wanted.filter((code) => !codes.includes(String(code))) : [];
      if (strange.length === 0) return [];
      return [error("unknown-option", at, `The fact “${comparison.fact}” is never “${strange[0]}”.`, `It is one of ${codes.join(", ")}.`)];
    }
    const { q } = comparison as { q: string };
    const index = position.get(q);
    if (index === undefined) {
      return [error("unknown-question", at, `The condition asks “${q}”, which is not in this file.`, "Name an earlier question.")];
    }
    if (index >= before) {
      const mend = "Move that question up, or this one down: conditions look back only.";
      return [error("later-question", at, `The condition asks “${q}”, which comes later or is the question itself.`, mend)];
    }
    const { question } = all[index]!;
    const codes = question.type === "boolean" ? ["true", "false"] : Object.keys(optionsOf(questionnaire, question) ?? {});
    const strange = codes.length > 0 ? wanted.filter((code) => !isReserved(code) && !codes.includes(String(code))) : [];
    if (strange.length === 0) return [];
    const mend = `Its codes are ${codes.join(", ")}.`;
    return [error("unknown-option", at, `“${q}” has no option “${strange[0]}”.`, mend)];
  });
}
