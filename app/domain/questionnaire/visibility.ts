// Which questions are visible, and what each answer is once the reviewer's determinations replace the vendor's answers.
// One evaluator for browser, server and scorer. Answers of hidden questions are kept by whoever stores them but inert here.
import { type Answer, type Answers, type AnswerValue, isAnswer } from "./answer.ts";
import type { CompiledSet } from "./compiled.ts";
import type { CondState } from "./condition.ts";
import type { KnownFacts } from "./facts.ts";

export interface State extends CondState {
  /** By question index. A question that another file owns (`sameAs`) is never visible itself. */
  readonly visible: Uint8Array;
  /** By section index: whether its own condition holds. */
  readonly openSections: Uint8Array;
  /** The given answers, by question index. */
  readonly given: readonly (Answer | undefined)[];
}

/** The answer that counts: what the reviewer adjusted it to, else the vendor's. */
export function countingValue(answer: Answer | undefined): AnswerValue | undefined {
  return answer?.determination?.is === "adjusted" ? answer.determination.value : answer?.value;
}

/** The state of a set under these answers and facts. Answers to ids it does not know are ignored. */
export function evaluate(set: CompiledSet, answers: Answers, facts: KnownFacts): State {
  const given = set.questions.map(({ key }) => (Object.hasOwn(answers, key) ? answers[key] : undefined));
  return evaluateGiven(set, given, facts);
}

/** As `evaluate`, with the answers by question index; `order` may leave out questions that nobody will ask about. */
export function evaluateGiven(
  set: CompiledSet,
  given: readonly (Answer | undefined)[],
  facts: KnownFacts,
  order: readonly number[] = set.order,
): State {
  const { questions, sections } = set;
  const visible = new Uint8Array(questions.length);
  const answered = new Uint8Array(questions.length);
  const values: (AnswerValue | undefined)[] = new Array(questions.length).fill(undefined);
  const openSections = new Uint8Array(sections.length);
  const known = new Uint8Array(sections.length);
  const state: State = { visible, answered, values, facts, openSections, given };
  for (const index of order) {
    const { section, visibleWhen, owner } = questions[index]!;
    if (known[section] === 0) {
      const opens = sections[section]!.visibleWhen;
      openSections[section] = opens === null || opens(state) ? 1 : 0;
      known[section] = 1;
    }
    if (openSections[section] === 0 || (visibleWhen !== null && !visibleWhen(state))) continue;
    if (owner !== index) {
      answered[index] = answered[owner]!;
      values[index] = values[owner];
      continue;
    }
    visible[index] = 1;
    const answer = given[index];
    const value = countingValue(answer);
    values[index] = value;
    answered[index] = isAnswer(value) && answer?.determination?.is !== "rejected" ? 1 : 0;
  }
  return state;
}

/** Whether the question has an answer, as coverage counts it: a rejected answer was still given. */
export function hasAnswer(state: State, index: number): boolean {
  return state.visible[index] === 1 && isAnswer(state.values[index]);
}
