// Three honest vendors answer the shipped questionnaires; the demo's vendors do, too. Scores move only when content or method do.
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { score } from "#app/domain/assessment/score.ts";
import type { ScoreInput } from "#app/domain/assessment/score-input.ts";
import type { Answer, Answers } from "#app/domain/questionnaire/answer.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import { evaluate } from "#app/domain/questionnaire/visibility.ts";
import { answersIn, compiled } from "./shipped-files.ts";

const packs = { payment: "payment-provider", hosting: "hosting-provider", inventory: "inventory-logistics" } as const;

/** The general questions and the pack of the trade, as they are sent together. */
function asked(name: string, trade: keyof typeof packs) {
  const set = compiled("core-security", packs[trade]);
  const general = answersIn(`tests/fixtures/answers/${name}-core.yaml`);
  const own = answersIn(`tests/fixtures/answers/${name}.yaml`);
  const under = (id: string, answers: Answers) => Object.entries(answers).map(([key, answer]) => [`${id}#${key}`, answer]);
  const answers: Answers = Object.fromEntries([...under("core-security", general.answers), ...under(packs[trade], own.answers)]);
  const seen = evaluate(set, answers, general.facts).visible.reduce((sum, is) => sum + is, 0);
  return { seen, tier: general.facts.tier, result: score(set, { ...general, answers }) };
}

describe("an honest vendor, after everything has been verified", () => {
  test("a certified gateway gets an A or a B and is asked ninety questions at most", () => {
    const { tier, seen, result } = asked("certified-gateway", "payment");
    expect(result).toMatchObject({ complete: true, cappedBy: [], heldBy: [] });
    expect(["A", "B"]).toContain(result.grade);
    expect([tier, seen <= 90]).toEqual([1, true]);
  });

  test("a mid-size host gets a B and is asked seventy at most", () => {
    const { tier, seen, result } = asked("mid-size-host", "hosting");
    expect(result).toMatchObject({ complete: true, cappedBy: [], heldBy: [], grade: "B" });
    expect([tier, seen <= 70]).toEqual([2, true]);
  });

  test("a warehouse of twenty people without certificates gets a C or better, fails nothing, and is asked forty-five at most", () => {
    const { tier, seen, result } = asked("small-3pl", "inventory");
    expect(result).toMatchObject({ complete: true, cappedBy: [] });
    expect(["A", "B", "C"]).toContain(result.grade);
    expect([tier, seen <= 45]).toEqual([3, true]);
  });
});

test("a carrier that keeps no stock can say so, and with a reviewer's consent nothing is held against it", () => {
  const set = compiled("inventory-logistics");
  const given: ScoreInput = {
    as: "2026-11-22",
    facts: { tier: 3, category: "inventory", personal_data: 3, card: 1, access: 2, money: 2, dependency: 2 },
    answers: {
      roles: { value: ["carrier"] },
      holds_keys: { value: false },
      shared_platform: { value: false },
      prints_labels: { value: false },
      data_path: { value: ["api"] },
      weakest_way: { value: "own", evidence: "verified" },
      card_in_feeds: { value: "blocked", evidence: "verified" },
      support_sessions: { value: "on_request", evidence: "verified" },
      role_split: { value: "na", reason: "We only carry parcels", naAccepted: true },
      export_files: { value: "cleaned", evidence: "verified" },
      ledger: { value: "na", reason: "We only carry parcels", naAccepted: true },
      release_hours: { value: 24, evidence: "verified" },
      fallback: { value: "tried", evidence: "verified" },
      purge_days: { value: 90 },
      incident_reach: { value: "always", evidence: "verified", comment: "Dispatch, +49 30 5550 0142" },
    },
  };
  const result = score(set, given);
  expect(result).toMatchObject({ complete: true, cappedBy: [], heldBy: [], findings: [] });
  expect(result.questions.filter(({ id, counts }) => counts && ["ledger", "role_split"].includes(id))).toEqual([]);
});

describe("how many questions a vendor sees", () => {
  const visible = (id: string, answers: Answers, facts: KnownFacts) =>
    evaluate(compiled(id), answers, facts).visible.reduce((sum, is) => sum + is, 0);
  const facts: KnownFacts = { tier: 1, category: "payment", personal_data: 3, card: 4, access: 3, money: 4, dependency: 4 };

  test("a redirect-only payment vendor sees less than half of what a direct-post vendor sees", () => {
    const lean: Answers = {
      integration: { value: ["redirect"] },
      card_data: { value: ["pass_on"] },
      holds_money: { value: false },
      connections: { value: ["dashboard"] },
    };
    const full: Answers = {
      integration: { value: ["direct_post"] },
      card_data: { value: ["pass_on", "store"] },
      holds_money: { value: true },
      connections: { value: ["dashboard", "api", "webhooks", "code"] },
      extras: { value: ["saved", "fraud", "disputes"] },
    };
    const redirect = visible("payment-provider", lean, { ...facts, money: 2, integration: ["redirect"] });
    const direct = visible("payment-provider", full, { ...facts, integration: ["direct_post"] });
    expect(redirect).toBeLessThan(direct / 2);
    expect(
      visible("payment-provider", { ...lean, integration: { value: null } }, { ...facts, money: 2, integration: ["direct_post"] }),
    ).toBeGreaterThan(redirect);
  });

  test("a payout service without card data is not asked about cards", () => {
    const set = compiled("payment-provider");
    const state = evaluate(set, { card_data: { value: ["none"] } }, { ...facts, card: 1 });
    const pci = set.sections.findIndex(({ key }) => key === "pci");
    expect(set.questions.filter(({ section, index }) => section === pci && state.visible[index] === 1)).toEqual([]);
  });

  test("with every gate open, nobody sees more than the budget of its tier", () => {
    const open = (trade: keyof typeof packs, tier: 1 | 2 | 3) => {
      const set = compiled("core-security", packs[trade]);
      const everything: KnownFacts = { tier, category: trade, personal_data: 4, card: 4, access: 4, money: 4, dependency: 4 };
      const about: KnownFacts = {
        integration: ["redirect", "iframe", "direct_post", "server_api"],
        hosts_production: true,
        region: ["eu", "us"],
      };
      const yes: Record<string, Answer> = {};
      for (const { key, type, question } of set.questions.filter((each) => each.isGate || each.question.scored === false)) {
        const codes = Object.entries(question.options ?? {}).flatMap(([code, { exclusive }]) => (exclusive ? [] : [code]));
        if (type === "boolean") yes[key] = { value: true };
        if (type === "multichoice") yes[key] = { value: codes };
      }
      return evaluate(set, yes, { ...everything, ...about }).visible.reduce((sum, is) => sum + is, 0);
    };
    for (const trade of ["payment", "hosting", "inventory"] as const) {
      expect([trade, open(trade, 1) <= 150, open(trade, 2) <= 130, open(trade, 3) <= 60]).toEqual([trade, true, true, true]);
    }
    expect(compiled("starter").questions.length).toBe(12);
  });

  test("a warehouse sees rooms and people, a software house keys and tests", () => {
    const set = compiled("inventory-logistics");
    const sees = (role: string) => {
      const state = evaluate(set, { roles: { value: [role] }, holds_keys: { value: true } }, { tier: 2, category: "inventory" });
      return set.questions.filter(({ index }) => state.visible[index] === 1).map(({ key }) => key);
    };
    expect(sees("warehouse")).toEqual(expect.arrayContaining(["goods_rooms", "count_days", "season_end"]));
    expect(sees("warehouse")).not.toContain("bulk_changes");
    expect(sees("software")).toEqual(expect.arrayContaining(["bulk_changes", "webhook_proof", "uploads"]));
    expect(sees("software")).not.toContain("goods_rooms");
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
    expect(files.length).toBe(15);
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
