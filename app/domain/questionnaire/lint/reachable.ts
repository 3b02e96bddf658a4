// Questions and sections that no answers and no facts can show.
import type { CompiledSet } from "../compiled.ts";
import { error, type Problem } from "../problem.ts";
import type { Questionnaire } from "../questionnaire.ts";
import { questionsOf } from "../structure.ts";
import { type Budget, operandsOf, someWorld } from "./worlds.ts";

export function questionsAreReachable(set: CompiledSet, questionnaire: Questionnaire, budget?: Budget): Problem[] {
  const operands = operandsOf(questionnaire);
  const paths = questionsOf(questionnaire).map(({ path }) => path);
  const mend = "Mend its condition or remove it.";
  const closed = new Set<number>();
  const problems: Problem[] = [];
  for (const { index, section, visibleWhen, key } of set.questions) {
    const { visibleWhen: opens, key: sectionId } = set.sections[section]!;
    if (closed.has(section) || (visibleWhen === null && opens === null)) continue;
    const walk = { set, operands, questions: [index], budget };
    if (opens !== null && someWorld(walk, ({ openSections }) => openSections[section] === 1) === false) {
      closed.add(section);
      problems.push(error("unreachable", ["sections", section, "when"], `The section “${sectionId}” can never be shown.`, mend));
    } else if (someWorld(walk, ({ visible }) => visible[index] === 1) === false) {
      problems.push(error("unreachable", [...paths[index]!, "when"], `“${key}” can never be shown.`, mend));
    }
  }
  return problems;
}
