// The truth table of conditions, written by hand from rule 3 of the format: every operator, asked of a question and of a fact, in every
// state the question can be in. y = the comparison holds. `not` is its opposite in every column.
import { describe, expect, it } from "vitest";
import type { Answer } from "#app/domain/questionnaire/answer.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import type { Cond, QuestionType } from "#app/domain/questionnaire/questionnaire.ts";
import { evaluate } from "#app/domain/questionnaire/visibility.ts";
import { aQuestionnaire, compiled, scores } from "#tests/support/questionnaires.ts";

const states = ["answered so", "answered otherwise", "unanswered", "hidden", "declined", "na"] as const;

type Row = [type: QuestionType, comparison: object, so: Answer["value"], otherwise: Answer["value"], holds: string];

/** Columns of `holds`: so, otherwise · unanswered, hidden · declined, na. */
const questions: Row[] = [
  ["choice", { is: "a" }, "a", "b", "yn nn nn"],
  ["choice", { is: "declined" }, "a", "b", "nn nn yn"],
  ["choice", { is: "na" }, "a", "b", "nn nn ny"],
  ["choice", { in: ["a", "c"] }, "c", "b", "yn nn nn"],
  ["choice", { in: ["a", "declined"] }, "a", "b", "yn nn yn"],
  ["choice", { in: ["na", "declined"] }, "a", "b", "nn nn yy"],
  ["choice", { has: "a" }, "a", "b", "nn nn nn"],
  ["choice", { lt: 2 }, "a", "b", "nn nn nn"],
  ["choice", { answered: true }, "a", "b", "yy nn yy"],
  ["choice", { answered: false }, "a", "b", "nn yy nn"],
  ["boolean", { is: true }, true, false, "yn nn nn"],
  ["boolean", { is: "false" }, false, true, "yn nn nn"],
  ["boolean", { in: [false] }, false, true, "yn nn nn"],
  ["boolean", { gte: 1 }, true, false, "nn nn nn"],
  ["multichoice", { has: "a" }, ["b", "a"], ["b"], "yn nn nn"],
  ["multichoice", { is: "a" }, ["a"], ["b"], "nn nn nn"],
  ["multichoice", { in: ["declined", "na"] }, ["a"], ["b"], "nn nn yy"],
  ["multichoice", { has: "declined" }, ["a"], ["b"], "nn nn nn"],
  ["multichoice", { answered: false }, ["a"], [], "ny yy nn"],
  ["number", { is: 3 }, 3, 4, "yn nn nn"],
  ["number", { in: [3, 5] }, 5, 4, "yn nn nn"],
  ["number", { lt: 3 }, 2, 3, "yn nn nn"],
  ["number", { lte: 3 }, 3, 4, "yn nn nn"],
  ["number", { gt: 3 }, 4, 3, "yn nn nn"],
  ["number", { gte: 3 }, 3, 2, "yn nn nn"],
  ["number", { lt: 3 }, 0, -1, "yy nn nn"],
  ["number", { has: "3" }, 3, 4, "nn nn nn"],
  ["number", { answered: true }, 0, -1, "yy nn yy"],
  ["date", { is: "2026-01-31" }, "2026-01-31", "2026-02-01", "yn nn nn"],
  ["date", { in: ["2026-01-31"] }, "2026-01-31", "2026-02-01", "yn nn nn"],
  ["date", { lt: "2026-01-31" }, "2025-12-31", "2026-01-31", "yn nn nn"],
  ["date", { lte: "2026-01-31" }, "2026-01-31", "2026-02-01", "yn nn nn"],
  ["date", { gt: "2026-01-31" }, "2026-02-01", "2026-01-31", "yn nn nn"],
  ["date", { gte: "2026-01-31" }, "2026-01-31", "2026-01-30", "yn nn nn"],
  ["date", { gte: 3 }, "2026-01-31", "2026-01-30", "nn nn nn"],
  ["text", { is: "x" }, "x", "y", "yn nn nn"],
  ["text", { gte: "2026-01-31" }, "zebra", "apple", "nn nn nn"],
  ["text", { answered: true }, "x", "", "yn nn yy"],
  ["table", { answered: true }, [{ name: "Acme" }], [], "yn nn yy"],
  ["table", { has: "Acme" }, [{ name: "Acme" }], [], "nn nn nn"],
  ["file", { answered: true }, ["a.pdf"], [], "yn nn yy"],
  ["file", { answered: false }, "a.pdf", "", "ny yy nn"],
];

const answers = (so: Answer["value"], otherwise: Answer["value"]): (Answer | undefined)[] => [
  { value: so! },
  { value: otherwise! },
  undefined,
  { value: so! },
  { value: "declined", reason: "secret" },
  { value: "na", reason: "not our trade" },
];

const options = scores({ a: 1, b: 0, c: 0 });
const hasOptions = (type: QuestionType) => type === "choice" || type === "multichoice";

/** Whether a question below the condition is shown. */
function shows(type: QuestionType, cond: Cond, answer: Answer | undefined, isHidden: boolean, facts: KnownFacts = {}): boolean {
  const set = compiled(
    aQuestionnaire([
      { id: "gate", type: "boolean" },
      { id: "q", type, na: true, ...(hasOptions(type) ? { options } : {}), when: { q: "gate", is: true } },
      { id: "then", type: "text", when: cond },
    ]),
  );
  const given: Record<string, Answer> = { gate: { value: !isHidden } };
  return evaluate(set, answer ? { ...given, q: answer } : given, facts).visible[2] === 1;
}

describe.each(questions)("a %s, %j", (type, comparison, so, otherwise, holds) => {
  it.each(states.map((state, index) => [state, holds.replaceAll(" ", "")[index] === "y"] as const))("%s: %s", (state, expected) => {
    const index = states.indexOf(state);
    const answer = answers(so, otherwise)[index];
    const cond = { q: "q", ...comparison } as Cond;
    expect(shows(type, cond, answer, state === "hidden")).toBe(expected);
    expect(shows(type, { not: cond }, answer, state === "hidden")).toBe(!expected);
  });
});

/** so: the fact as known · otherwise: another value · unknown: nothing is known. */
const facts: [fact: string, comparison: object, so: unknown, otherwise: unknown, holds: string][] = [
  ["tier", { is: 1 }, 1, 2, "yn n"],
  ["tier", { in: [1, 2] }, 2, 3, "yn n"],
  ["tier", { lt: 2 }, 1, 2, "yn n"],
  ["tier", { lte: 2 }, 2, 3, "yn n"],
  ["card", { gt: 2 }, 3, 2, "yn n"],
  ["card", { gte: 3 }, 3, 2, "yn n"],
  ["card", { answered: true }, 1, 4, "yy n"],
  ["category", { is: "payment" }, "payment", "hosting", "yn n"],
  ["category", { in: ["payment", "hosting"] }, "hosting", "other", "yn n"],
  ["hosts_production", { is: false }, false, true, "yn n"],
  ["hosts_production", { is: true }, true, false, "yn n"],
  ["integration", { is: "iframe" }, ["redirect", "iframe"], ["redirect"], "yn n"],
  ["integration", { in: ["iframe", "server_api"] }, ["server_api"], ["redirect"], "yn n"],
  ["region", { has: "us" }, ["eu", "us"], ["eu"], "yn n"],
  ["region", { has: "us" }, ["us"], [], "yn n"],
];

describe.each(facts)("the fact %s, %j", (fact, comparison, so, otherwise, holds) => {
  it.each(["known so", "known otherwise", "unknown"].map((state, index) => [state, holds.replace(" ", "")[index] === "y"] as const))(
    "%s: %s",
    (state, expected) => {
      const known: KnownFacts = state === "unknown" ? {} : { [fact]: state === "known so" ? so : otherwise };
      const cond = { fact, ...comparison } as Cond;
      expect(shows("text", cond, undefined, false, known)).toBe(expected);
      expect(shows("text", { not: cond }, undefined, false, known)).toBe(!expected);
    },
  );
});
