// Three honest vendors answer the shipped questionnaires; the demo's vendors do, too. Scores move only when content or method do.
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { score } from "#app/domain/assessment/score.ts";
import type { Answers } from "#app/domain/questionnaire/answer.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import { evaluate } from "#app/domain/questionnaire/visibility.ts";
import { answersIn, compiled } from "./shipped-files.ts";

const honest = (name: string, id: string) => score(compiled(id), answersIn(`tests/fixtures/answers/${name}.yaml`));

describe("an honest vendor, after everything has been verified", () => {
  test("a certified gateway gets an A or a B", () => {
    const result = honest("certified-gateway", "payment-provider");
    expect(result).toMatchObject({ complete: true, cappedBy: [], heldBy: [] });
    expect(["A", "B"]).toContain(result.grade);
  });

  test("a mid-size host gets a B", () => {
    const result = honest("mid-size-host", "hosting-provider");
    expect(result).toMatchObject({ complete: true, cappedBy: [], heldBy: [], grade: "B" });
  });

  test("a warehouse of twenty people without certificates gets a C or better, and fails nothing", () => {
    const result = honest("small-3pl", "inventory-logistics");
    expect(result).toMatchObject({ complete: true, cappedBy: [] });
    expect(["A", "B", "C"]).toContain(result.grade);
  });
});

describe("how many questions a vendor sees", () => {
  const visible = (id: string, answers: Answers, facts: KnownFacts) =>
    evaluate(compiled(id), answers, facts).visible.reduce((sum, is) => sum + is, 0);
  const facts: KnownFacts = { tier: 1, category: "payment", personal_data: 3, card: 4, access: 3, money: 4, dependency: 4 };
  const card: Answers = { card_data: { value: ["pass_on", "store"] } };

  test("a redirect-only payment vendor sees no question about the payment page and clearly fewer than one whose script runs in our page", () => {
    const redirect = visible(
      "payment-provider",
      { ...card, integration: { value: ["redirect"] } },
      { ...facts, integration: ["redirect"] },
    );
    const direct = visible(
      "payment-provider",
      { ...card, integration: { value: ["direct_post"] } },
      { ...facts, integration: ["direct_post"] },
    );
    expect(direct - redirect).toBeGreaterThanOrEqual(6);
    const withoutAnswer = visible("payment-provider", card, { ...facts, integration: ["direct_post"] });
    expect(withoutAnswer).toBe(direct);
  });

  test("a payout service without card data is not asked about cards", () => {
    const state = evaluate(compiled("payment-provider"), { card_data: { value: ["none"] } }, { ...facts, card: 1 });
    expect(state.openSections[state.openSections.length - 8]).toBe(0);
  });

  test("the three honest vendors see at most ninety questions, the starter has twelve", () => {
    for (const [name, id] of [
      ["certified-gateway", "payment-provider"],
      ["mid-size-host", "hosting-provider"],
      ["small-3pl", "inventory-logistics"],
    ] as const) {
      const input = answersIn(`tests/fixtures/answers/${name}.yaml`);
      expect(visible(id, input.answers, input.facts)).toBeLessThanOrEqual(90);
    }
    expect(compiled("starter").questions.length).toBe(12);
  });

  test("a warehouse sees rooms and people, a software house keys and tests", () => {
    const set = compiled("inventory-logistics");
    const sees = (role: string) => {
      const state = evaluate(set, { roles: { value: [role] }, holds_keys: { value: true } }, { tier: 2, category: "inventory" });
      return set.questions.filter(({ index }) => state.visible[index] === 1).map(({ key }) => key);
    };
    expect(sees("warehouse")).toEqual(expect.arrayContaining(["rooms", "label", "count_days"]));
    expect(sees("warehouse")).not.toContain("pentest_date");
    expect(sees("software")).toEqual(expect.arrayContaining(["pentest_date", "bulk_changes", "webhook_proof"]));
    expect(sees("software")).not.toContain("rooms");
  });
});

describe("the vendors of the demo", () => {
  const folder = "app/cli/demo/answers";
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  const results = files.map((name) => {
    const [, id, quality] = /^(.+)-(good|mixed|bad)\.yaml$/.exec(name)!;
    return { name, quality, result: score(compiled(id!), answersIn(`${folder}/${name}`)) };
  });

  test("answer everything they are asked", () => {
    expect(results.filter(({ result }) => !result.complete).map(({ name }) => name)).toEqual([]);
    expect(files.length).toBe(12);
  });

  test("in good order fail nothing, mixed ones hold a knock-out, bad ones fail one", () => {
    for (const { name, quality, result } of results) {
      expect([name, result.cappedBy.length > 0]).toEqual([name, quality === "bad"]);
      if (quality === "good") expect([name, result.heldBy]).toEqual([name, []]);
      if (quality === "mixed") {
        expect([name, result.heldBy.length > 0]).toEqual([name, true]);
        expect([name, result.findings.length > 2]).toEqual([name, true]);
      }
    }
  });
});
