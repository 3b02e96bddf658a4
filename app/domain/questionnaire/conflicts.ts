// Contradictions a questionnaire names (docs: questionnaires, rule 9): which of them hold for these answers.
import type { CompiledSet } from "./compiled.ts";
import { compileCond, namesIn } from "./condition.ts";
import type { Fact } from "./facts.ts";
import { type Language, textIn } from "./questionnaire.ts";
import type { State } from "./visibility.ts";

export interface Conflict {
  text: string;
  /** Indexes of the questions it is about: where several questionnaires ask one, that of its owner. */
  questions: number[];
  facts: Fact[];
}

/** The contradictions that hold, in file order. */
export function conflictsOf(set: CompiledSet, state: State, language?: Language): Conflict[] {
  return set.files.flatMap(({ questionnaire }, n) => {
    const indexes = new Map(set.questions.filter((item) => item.questionnaire === n).map((item) => [item.question.id, item.index]));
    const indexOf = (id: string): number => indexes.get(id)!;
    const source = questionnaire.languages[0]!;
    return (questionnaire.conflicts ?? [])
      .filter(({ when }) => compileCond(when, indexOf)(state))
      .map(({ when, text }) => {
        const { questions, facts } = namesIn(when);
        const owners = questions.map((id) => set.questions[indexOf(id)]!.owner);
        return { text: textIn(text, language ?? source, source), questions: [...new Set(owners)], facts };
      });
  });
}
