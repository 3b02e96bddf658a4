import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { type FactQuestion, factsOf, integrations, levelsOf, regions } from "#app/domain/risk/facts.ts";
import { presetLevels, tierOf } from "#app/domain/risk/inherent-risk.ts";
import { dimensions } from "#app/domain/risk/risk-levels.ts";
import { categories } from "#app/domain/vendor/categories.ts";

// The shipped file, as it is: the rulebook and the questionnaire must tell the same story.
const file = parse(readFileSync("questionnaires/inherent-risk/1.0.0.yaml", "utf8"));
const questions: (FactQuestion & { preset?: Record<string, string> })[] = file.sections.flatMap(
  (section: { questions: unknown[] }) => section.questions,
);
const presetAnswers = (category: string) => Object.fromEntries(questions.map(({ id, preset }) => [id, preset?.[category]]));

test("the questionnaire asks one tier question per dimension, and every option of it has a level", () => {
  for (const dimension of dimensions) {
    const asked = questions.filter(({ fact }) => fact === dimension);
    expect(asked, dimension).toHaveLength(1);
    for (const { level } of Object.values(asked[0]!.options!)) expect([1, 2, 3, 4]).toContain(level);
  }
});

test("the presets of the questionnaire are the careful answers of the rulebook", () => {
  for (const category of categories) {
    expect(levelsOf(questions, presetAnswers(category)), category).toEqual(presetLevels[category]);
    expect(factsOf(questions, presetAnswers(category), category).tier).toBe(tierOf(presetLevels[category]).tier);
  }
});

test("between three and seven fact questions follow, and none of them makes the tier milder", () => {
  const rest = questions.filter(({ fact }) => !dimensions.some((dimension) => dimension === fact));
  expect(rest.length).toBeGreaterThanOrEqual(3);
  expect(rest.length).toBeLessThanOrEqual(7);
  for (const category of categories) {
    const base = presetAnswers(category);
    const answers = { ...base, ...Object.fromEntries(rest.map(({ id }) => [id, []])), hosts_production: false };
    expect(factsOf(questions, answers, category).tier).toBe(factsOf(questions, base, category).tier);
  }
});

test("the codes of the fact questions are those of the facts; one more says that none applies", () => {
  const codes = (fact: string) => Object.keys(questions.find((question) => question.fact === fact)!.options!);
  expect(codes("integration").filter((code) => code !== "none")).toEqual([...integrations]);
  expect(codes("region")).toEqual([...regions]);
});
