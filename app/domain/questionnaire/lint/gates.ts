// Gates: the questions whose answer hides a knock-out. Not a fault, but whoever reviews the file should see the list.
import type { CompiledSet } from "../compiled.ts";
import { note, type Problem } from "../problem.ts";
import type { Questionnaire } from "../questionnaire.ts";
import { questionsOf } from "../structure.ts";
import { closureOf } from "./worlds.ts";

export function gatesAreNoted(set: CompiledSet, questionnaire: Questionnaire): Problem[] {
  const paths = questionsOf(questionnaire).map(({ path }) => path);
  const blockers = set.questions.filter(({ isBlocker, isScored }) => isBlocker && isScored);
  return set.questions
    .filter(({ isGate }) => isGate)
    .map(({ index, key }) => {
      const hidden = blockers.filter((blocker) => blocker.index !== index && closureOf(set, [blocker.index]).includes(index));
      const names = hidden.map((blocker) => blocker.key).join(", ");
      return note("gate", paths[index]!, `“${key}” is a gate: its answer can hide ${names}. A reviewer must determine it.`);
    });
}
