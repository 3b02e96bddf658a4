// Every operator of a condition against every state of the question it asks.
import { describe, expect, it } from "vitest";
import type { Answer } from "#app/domain/questionnaire/answer.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import type { Cond, Question } from "#app/domain/questionnaire/questionnaire.ts";
import { evaluate } from "#app/domain/questionnaire/visibility.ts";
import { aQuestionnaire, compiled, scores } from "#tests/support/questionnaires.ts";

const options = scores({ a: 1, b: 0 });
const asked: Record<string, Omit<Question, "id" | "text">> = {
  choice: { type: "choice", options, na: true },
  multichoice: { type: "multichoice", options, na: true },
  boolean: { type: "boolean", na: true },
  number: { type: "number", na: true },
  date: { type: "date", na: true },
  text: { type: "text", na: true },
  file: { type: "file", na: true },
};

/** Whether a question that stands under the condition is visible. */
function shows(cond: Cond, kind = "choice", answer?: Answer, facts: KnownFacts = {}, hidden = false): boolean {
  const set = compiled(
    aQuestionnaire([
      { id: "off", type: "boolean" },
      { id: "q", ...asked[kind]!, ...(hidden ? { when: { q: "off", is: true } as Cond } : {}) },
      { id: "then", type: "text", when: cond },
    ]),
  );
  const state = evaluate(set, answer ? { q: answer } : {}, facts);
  return state.visible[2] === 1;
}

const operators: [kind: string, cond: Cond, meets: Answer["value"], misses: Answer["value"]][] = [
  ["choice", { q: "q", is: "a" }, "a", "b"],
  ["choice", { q: "q", in: ["a"] }, "a", "b"],
  ["boolean", { q: "q", is: true }, true, false],
  ["boolean", { q: "q", is: false }, false, true],
  ["boolean", { q: "q", in: ["true"] }, true, false],
  ["multichoice", { q: "q", has: "a" }, ["b", "a"], ["b"]],
  ["number", { q: "q", is: 3 }, 3, 4],
  ["number", { q: "q", lt: 3 }, 2.9, 3],
  ["number", { q: "q", lte: 3 }, 3, 3.1],
  ["number", { q: "q", gt: 3 }, 3.1, 3],
  ["number", { q: "q", gte: 3 }, 3, 2.9],
  ["date", { q: "q", is: "2026-01-31" }, "2026-01-31", "2026-01-30"],
  ["date", { q: "q", lt: "2026-01-31" }, "2026-01-30", "2026-01-31"],
  ["date", { q: "q", lte: "2026-01-31" }, "2026-01-31", "2026-02-01"],
  ["date", { q: "q", gt: "2026-01-31" }, "2026-02-01", "2026-01-31"],
  ["date", { q: "q", gte: "2026-01-31" }, "2026-01-31", "2026-01-30"],
  ["text", { q: "q", is: "yes" }, "yes", "no"],
];

describe.each(operators)("%s %j", (kind, cond, meets, misses) => {
  it("holds for the answer it names and for no other", () => {
    expect(shows(cond, kind, { value: meets! })).toBe(true);
    expect(shows(cond, kind, { value: misses! })).toBe(false);
  });

  it.each([
    ["unanswered", undefined, false],
    ["answered with nothing", { value: null }, false],
    ["answered with an empty text", { value: "" }, false],
    ["hidden, though answered", { value: meets! }, true],
    ["declined", { value: "declined", reason: "r" }, false],
    ["not applicable", { value: "na", reason: "r" }, false],
    ["rejected by the reviewer", { value: meets!, determination: { is: "rejected" } }, false],
  ] as [string, Answer | undefined, boolean][])("is false for a question that is %s, and its not is true", (_, answer, hidden) => {
    expect(shows(cond, kind, answer, {}, hidden)).toBe(false);
    expect(shows({ not: cond }, kind, answer, {}, hidden)).toBe(true);
  });

  it("looks at what the reviewer adjusted the answer to", () => {
    expect(shows(cond, kind, { value: misses!, determination: { is: "adjusted", value: meets! } })).toBe(true);
    expect(shows(cond, kind, { value: meets!, determination: { is: "adjusted", value: misses! } })).toBe(false);
  });
});

describe.each(Object.keys(asked))("declined and not applicable, on a question of type %s", (kind) => {
  it.each(["declined", "na"])("is and in can name “%s”", (code) => {
    expect(shows({ q: "q", is: code }, kind, { value: code, reason: "r" })).toBe(true);
    expect(shows({ q: "q", in: ["declined", "na"] }, kind, { value: code, reason: "r" })).toBe(true);
    expect(shows({ q: "q", is: code }, kind, undefined)).toBe(false);
  });

  it("count as answered", () => {
    for (const value of ["declined", "na"]) {
      expect(shows({ q: "q", answered: true }, kind, { value, reason: "r" })).toBe(true);
      expect(shows({ q: "q", answered: false }, kind, { value, reason: "r" })).toBe(false);
    }
  });
});

describe("answered", () => {
  it("false is true for a hidden or unanswered question, the one operator that is", () => {
    expect(shows({ q: "q", answered: false }, "choice", undefined)).toBe(true);
    expect(shows({ q: "q", answered: false }, "choice", { value: "a" }, {}, true)).toBe(true);
    expect(shows({ q: "q", answered: false }, "choice", { value: "a", determination: { is: "rejected" } })).toBe(true);
    expect(shows({ q: "q", answered: false }, "choice", { value: "a" })).toBe(false);
    expect(shows({ q: "q", answered: true }, "choice", { value: "a" })).toBe(true);
  });
});

describe("facts", () => {
  const known: KnownFacts = {
    tier: 1,
    card: 3,
    category: "payment",
    integration: ["iframe", "redirect"],
    hosts_production: false,
    region: ["eu"],
  };
  it.each([
    [{ fact: "card", gte: 3 }, true],
    [{ fact: "card", gt: 3 }, false],
    [{ fact: "card", lte: 3 }, true],
    [{ fact: "card", lt: 3 }, false],
    [{ fact: "tier", is: 1 }, true],
    [{ fact: "tier", in: [2, 3] }, false],
    [{ fact: "category", in: ["payment", "hosting"] }, true],
    [{ fact: "integration", is: "iframe" }, true],
    [{ fact: "integration", in: ["server_api", "direct_post"] }, false],
    [{ fact: "integration", has: "redirect" }, true],
    [{ fact: "hosts_production", is: false }, true],
    [{ fact: "region", in: ["uk", "eu"] }, true],
  ] as [Cond, boolean][])("%j is %s, and false while the fact is unknown", (cond, holds) => {
    expect(shows(cond, "choice", undefined, known)).toBe(holds);
    expect(shows(cond, "choice", undefined, {})).toBe(false);
  });
});

it("all, any and not combine; a question hidden by its section counts as unanswered", () => {
  expect(
    shows(
      {
        all: [
          { q: "q", is: "a" },
          { fact: "tier", is: 1 },
        ],
      },
      "choice",
      { value: "a" },
      { tier: 1 },
    ),
  ).toBe(true);
  expect(
    shows(
      {
        all: [
          { q: "q", is: "a" },
          { fact: "tier", is: 1 },
        ],
      },
      "choice",
      { value: "a" },
      { tier: 2 },
    ),
  ).toBe(false);
  expect(
    shows(
      {
        any: [
          { q: "q", is: "b" },
          { fact: "tier", is: 1 },
        ],
      },
      "choice",
      { value: "a" },
      { tier: 1 },
    ),
  ).toBe(true);
  const set = compiled(
    aQuestionnaire([
      { when: { fact: "card", gte: 3 }, questions: [{ id: "q", type: "boolean" }] },
      { questions: [{ id: "then", type: "text", when: { q: "q", is: true } }] },
      { when: { not: { q: "q", is: true } }, questions: [{ id: "else", type: "text" }] },
    ]),
  );
  const visible = (facts: KnownFacts) => [...evaluate(set, { q: { value: true } }, facts).visible];
  expect(visible({ card: 3 })).toEqual([1, 1, 0]);
  expect(visible({ card: 1 })).toEqual([0, 0, 1]);
});
