// What changed between two versions, and what that means for their number and for answers given.
import { describe, expect, it } from "vitest";
import { conditionText } from "#app/domain/questionnaire/condition-text.ts";
import { differenceOf, meansTheSame } from "#app/domain/questionnaire/difference.ts";
import type { Question } from "#app/domain/questionnaire/questionnaire.ts";
import { aQuestionnaire, scores } from "#tests/support/questionnaires.ts";

const base: Question = {
  id: "mfa",
  type: "choice",
  text: { en: "Who needs a second factor?" },
  weight: 20,
  options: scores({ all: 1, some: 0.5, none: 0 }),
};
const version = (...questions: Question[]) => aQuestionnaire([{ questions }]);
const one = (change: Partial<Question>) => {
  const { questions, asksFor } = differenceOf(version(base), version({ ...base, ...change }));
  return { ...questions[0]!, asksFor };
};

describe("the difference between two versions", () => {
  it.each<[string, Partial<Question>, string[], string]>([
    ["nothing", {}, [], "none"],
    ["other words", { text: { en: "Whose login asks for a second factor?" } }, ["wording"], "minor"],
    ["asked once per vendor from now on", { askedPer: "vendor" }, ["sharing"], "minor"],
    ["another control", { controls: ["iso27001-2022#A.8.5"] }, ["mapping"], "minor"],
    ["proof asked for", { evidence: { kinds: ["policy"] } }, ["demands"], "minor"],
    ["an answer without proof worth nothing", { evidence: { kinds: ["policy"], proof: "required" } }, ["scoring", "demands"], "major"],
    ["another weight", { weight: 10 }, ["scoring"], "major"],
    ["a knock-out", { criticality: "blocker", onFail: { capScore: 69 } }, ["scoring"], "major"],
    ["shown to fewer", { when: { fact: "tier", lte: 2 } }, ["condition"], "major"],
    ["half an answer worth less", { options: scores({ all: 1, some: 0.25, none: 0 }) }, ["scoring"], "major"],
  ])("%s", (_, change, parts, asksFor) => {
    expect(one(change)).toMatchObject({ change: parts.length > 0 ? "changed" : "same", parts, asksFor, isCarried: true });
  });

  it("does not call a different order of keys or options a change", () => {
    const { none, some, all } = base.options!;
    expect(one({ options: { none: none!, some: some!, all: all! } })).toMatchObject({ change: "same" });
  });

  it("asks again where an option is gone or the type is another", () => {
    expect(one({ options: scores({ all: 1, none: 0 }) })).toMatchObject({ isCarried: false, asksFor: "major" });
    expect(one({ options: scores({ all: 1, most: 0.75, some: 0.5, none: 0 }) })).toMatchObject({ isCarried: true, asksFor: "major" });
    expect(one({ type: "multichoice" })).toMatchObject({ isCarried: false, parts: ["type"] });
  });

  it("asks again where the newer version says so, and passes on its note", () => {
    const note = { en: "Counts the founders now." };
    const newer = { ...version(base), changes: { mfa: { carry: false, note } } };
    expect(differenceOf(version(base), newer).questions[0]).toMatchObject({ change: "same", isCarried: false, note });
  });

  it("an answer means the same as long as it fits and no version since says that it is asked anew", () => {
    const numbered = (number: string, question: Question = base, carry?: boolean) => {
      const changes = carry === undefined ? {} : { changes: { mfa: { carry, note: { en: "Counts the founders now." } } } };
      return { ...version(question), version: number, ...changes };
    };
    const [first, anew, last] = [numbered("1.0.0"), numbered("2.0.0", base, false), numbered("2.1.0")];
    const all = [last, first, anew];
    expect(meansTheSame("mfa", first, first, all)).toBe(true);
    expect(meansTheSame("mfa", first, anew, all)).toBe(false);
    expect(meansTheSame("mfa", first, last, all)).toBe(false);
    // Its own answers are not asked anew.
    expect(meansTheSame("mfa", anew, anew, all)).toBe(true);
    expect(meansTheSame("mfa", anew, last, all)).toBe(true);
    const fewer = numbered("2.2.0", { ...base, options: scores({ all: 1, none: 0 }) });
    expect(meansTheSame("mfa", last, fewer, [...all, fewer])).toBe(false);
    expect(meansTheSame("gone", first, last, all)).toBe(false);
  });

  it("lists what is new in its place and what is gone last; leaving a question out is a major change, adding one is not", () => {
    const other: Question = { id: "training", type: "boolean", text: { en: "Do you train?" }, scored: false };
    const added = differenceOf(version(base), version(other, base));
    expect(added.questions.map(({ id, change }) => [id, change])).toEqual([
      ["training", "added"],
      ["mfa", "same"],
    ]);
    expect(added.asksFor).toBe("minor");
    const removed = differenceOf(version(base, other), version(other));
    expect(removed.questions.map(({ id, change }) => [id, change])).toEqual([
      ["training", "same"],
      ["mfa", "removed"],
    ]);
    expect(removed.asksFor).toBe("major");
  });
});

it("a condition reads as a sentence, groups within groups in brackets", () => {
  expect(
    conditionText({
      all: [
        {
          any: [
            { fact: "card", gte: 3 },
            { q: "card_data", has: "store" },
          ],
        },
        { not: { q: "pci", in: ["aoc", "declined"] } },
        { q: "dpa", answered: true },
      ],
    }),
  ).toBe("(fact card ≥ 3 or card_data has store) and not pci is aoc or declined and dpa is answered");
});
