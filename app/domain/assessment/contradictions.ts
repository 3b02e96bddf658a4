// Contradictions of an assessment, each in one sentence that names both sides (docs: questionnaires, rule 9): those its questionnaires name,
// and the built-in ones: answer against fact, promised notice hours against the contract, "tested yearly" against the date, scope of a
// document against the service. Pure. They are shown and filtered, they settle nothing: no score and no decision depends on them.
import { conflictsOf } from "../questionnaire/conflicts.ts";
import type { State } from "../questionnaire/visibility.ts";
import { againstDates } from "./contradictions-dates.ts";
import { againstFacts, factSide } from "./contradictions-facts.ts";
import { againstContract, againstScope } from "./contradictions-papers.ts";
import { type Around, type Contradiction, type Looking, looking, type Side } from "./contradictions-seen.ts";
import type { StoredReview } from "./stored-review.ts";

/** The named ones first, in file order. `around` is what is known outside the answers; without it nothing is held against them. */
export function contradictionsOf(review: StoredReview, state: State, around: Around | undefined): Contradiction[] {
  const seen = looking(review, state, around);
  const named = namedOf(seen);
  const isNamed = ({ sides }: Contradiction) =>
    named.some((each) => sides.every((side) => each.sides.some((other) => isSameSide(side, other))));
  const builtIn = [...againstFacts(seen), ...againstContract(seen), ...againstDates(seen), ...againstScope(seen)];
  return [...named, ...builtIn.filter((each) => !isNamed(each))];
}

function namedOf(seen: Looking): Contradiction[] {
  const { review, state } = seen;
  return conflictsOf(review.form.set, state).map(({ text, questions, facts }) => ({
    text,
    sides: [...questions.map((index) => seen.side(index)), ...facts.map(factSide)],
  }));
}

const isSameSide = (a: Side, b: Side): boolean => a.is === b.is && a.label === b.label;
