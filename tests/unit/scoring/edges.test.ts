// The edges the method names: what is refused, what is allowed without effect.
import { describe, expect, it } from "vitest";
import { score } from "#app/domain/assessment/score.ts";
import { backedState, evidenceState } from "#app/domain/assessment/score-evidence.ts";
import type { InputProblem } from "#app/domain/assessment/score-input.ts";
import { gradeOf } from "#app/domain/assessment/score-result.ts";
import { isDomainError } from "#app/domain/errors.ts";
import type { Answer } from "#app/domain/questionnaire/answer.ts";
import { aQuestionnaire, compiled, scores } from "#tests/support/questionnaires.ts";

const set = compiled(
  aQuestionnaire([
    { id: "gate", type: "boolean", scored: false },
    { id: "choice", type: "choice", options: scores({ good: 1, bad: 0 }) },
    { id: "scaled", type: "choice", options: scores({ good: 1, bad: 0, na: null }) },
    { id: "yes", type: "boolean", options: scores({ true: 1, false: 0 }) },
    {
      id: "many",
      type: "multichoice",
      options: { ...scores({ a: 0.5, b: 0.5 }), none: { label: { en: "None" }, score: 0, exclusive: true } },
    },
    { id: "number", type: "number", min: 0, max: 100, bands: [{ upTo: 10, score: 1 }, { score: 0 }] },
    { id: "date", type: "date", bands: [{ upTo: 10, score: 1 }, { score: 0 }] },
    { id: "file", type: "file", kinds: ["policy"] },
    { id: "text", type: "text", maxLength: 10 },
    {
      id: "table",
      type: "table",
      maxRows: 1,
      columns: [
        { id: "name", type: "text", required: true },
        { id: "since", type: "date" },
      ],
    },
    { id: "hidden", type: "choice", options: scores({ good: 1, bad: 0 }), when: { q: "gate", is: true } },
  ]),
);

function refusal(answers: Record<string, Answer>, as: string | undefined = "2026-11-22"): string[] {
  try {
    score(set, { ...(as ? { as } : {}), facts: {}, answers });
    return [];
  } catch (cause) {
    if (!isDomainError(cause, "invalid")) throw cause;
    return (cause.data.problems as InputProblem[]).map(({ path }) => path);
  }
}

describe("input errors", () => {
  const wrong: [string, Record<string, Answer>, string][] = [
    ["an unknown question", { nobody: { value: "x" } }, "answers.nobody"],
    ["an unknown option", { choice: { value: "best" } }, "answers.choice.value"],
    ["an option of the prototype", { choice: { value: "constructor" } }, "answers.choice.value"],
    ["a list where one code belongs", { choice: { value: ["good"] } }, "answers.choice.value"],
    ["a text where true or false belongs", { yes: { value: "true" } }, "answers.yes.value"],
    ["an unknown code in a list", { many: { value: ["a", "z"] } }, "answers.many.value"],
    ["a code twice", { many: { value: ["a", "b", "a"] } }, "answers.many.value"],
    ["an exclusive code beside another", { many: { value: ["a", "none"] } }, "answers.many.value"],
    ["a number below min", { number: { value: -1 } }, "answers.number.value"],
    ["a number above max", { number: { value: 100.5 } }, "answers.number.value"],
    ["a number in words", { number: { value: "10" } }, "answers.number.value"],
    ["a date after the day of the score", { date: { value: "2026-11-23" } }, "answers.date.value"],
    ["a day that does not exist", { date: { value: "2026-02-30" } }, "answers.date.value"],
    ["a date in another form", { date: { value: "1.11.2026" } }, "answers.date.value"],
    ["a file without a name", { file: { value: ["a.pdf", ""] } }, "answers.file.value"],
    ["a text that is too long", { text: { value: "elf Zeichen" } }, "answers.text.value"],
    ["a table with too many rows", { table: { value: [{ name: "a" }, { name: "b" }] } }, "answers.table.value"],
    ["a row without a required column", { table: { value: [{ since: "2026-01-01" }] } }, "answers.table.value"],
    ["a row with a foreign column", { table: { value: [{ name: "a", more: "b" }] } }, "answers.table.value"],
    ["declined without a reason", { choice: { value: "declined" } }, "answers.choice.reason"],
    ["declined with a blank reason", { choice: { value: "declined", reason: "  " } }, "answers.choice.reason"],
    ["not applicable without a reason", { scaled: { value: "na" } }, "answers.scaled.reason"],
    ["not applicable where it is not allowed", { choice: { value: "na", reason: "so" } }, "answers.choice.value"],
    [
      "an adjusted answer without a value",
      { choice: { determination: { is: "adjusted", value: null } } },
      "answers.choice.determination.value",
    ],
    [
      "an adjusted answer of an unknown option",
      { choice: { determination: { is: "adjusted", value: "z" } } },
      "answers.choice.determination.value",
    ],
    [
      "an adjusted not-applicable where it is not allowed",
      { choice: { reason: "x", determination: { is: "adjusted", value: "na" } } },
      "answers.choice.determination.value",
    ],
    ["a wrong answer to a hidden question", { hidden: { value: "best" } }, "answers.hidden.value"],
    ["an answer larger than 64 KiB", { choice: { value: "good", comment: "x".repeat(70_000) } }, "answers.choice.value"],
  ];
  it.each(wrong)("%s", (_, answers, path) => {
    expect(refusal(answers)).toEqual([path]);
  });

  it("every wrong place is named at once, accepted risks of unknown questions included", () => {
    expect(refusal({ choice: { value: "best" }, number: { value: 101 } })).toEqual(["answers.choice.value", "answers.number.value"]);
    expect(() => score(set, { facts: {}, answers: {}, riskAccepted: ["nobody"] })).toThrow("riskAccepted[0]");
  });

  it("a date needs the day it is judged on", () => {
    expect(refusal({ date: { value: "2026-11-22" } }, "")).toEqual(["answers.date.value"]);
  });
});

describe("allowed", () => {
  it("null, an empty text and an empty list are no answer", () => {
    expect(refusal({ choice: { value: null }, many: { value: [] }, text: { value: "" }, number: {} })).toEqual([]);
    const { coverageBps } = score(set, { facts: {}, answers: { choice: { value: "" }, many: { value: [] } } });
    expect(coverageBps).toBe(0);
  });

  it("a reason given for an adjusted value stands for the vendor's", () => {
    expect(refusal({ scaled: { value: "good", determination: { is: "adjusted", value: "na", reason: "not sold to us" } } })).toEqual([]);
  });
});

describe("evidence", () => {
  it("the n-th best piece counts; fewer pieces than asked for count as attested", () => {
    expect(evidenceState([])).toBe("attested");
    expect(evidenceState(["expired", "verified", "provided"])).toBe("verified");
    expect(evidenceState(["expired", "verified", "provided"], 2)).toBe("provided");
    expect(evidenceState(["expired", "verified", "provided"], 3)).toBe("expired");
    expect(evidenceState(["verified", "provided"], 3)).toBe("attested");
    expect(evidenceState(["rejected"])).toBe("rejected");
  });

  it("a document that covers the answer counts as provided, and never less than what is attached", () => {
    expect(backedState([], 1, true)).toBe("provided");
    expect(backedState(["expired"], 1, true)).toBe("provided");
    expect(backedState(["verified"], 1, true)).toBe("verified");
    expect(backedState([], 1, false)).toBe("attested");
  });
});

it("grades begin at 9000, 8000, 7000 and 6000", () => {
  expect([10_000, 9000, 8999, 8000, 7999, 7000, 6999, 6000, 5999, 0].map(gradeOf)).toEqual([
    "A",
    "A",
    "B",
    "B",
    "C",
    "C",
    "D",
    "D",
    "F",
    "F",
  ]);
});

it("proof that is required zeroes an adjusted value, too, unless the evidence proves it", () => {
  const proof = compiled(
    aQuestionnaire([
      { id: "q", type: "choice", options: scores({ good: 1, half: 0.5 }), evidence: { kinds: ["policy"], proof: "required" } },
    ]),
  );
  const value = (evidence?: Answer["evidence"]) =>
    score(proof, {
      facts: {},
      answers: { q: { value: "good", determination: { is: "adjusted", value: "half" }, ...(evidence ? { evidence } : {}) } },
    }).questions[0]!.valueBps;
  expect([undefined, "rejected", "expired", "late", "provided", "verified"].map((state) => value(state as Answer["evidence"]))).toEqual([
    0, 0, 0, 5000, 5000, 5000,
  ]);
});
