// No foreign file names evidence. Every importer gives its scored questions the same rule, so that the vendor's word alone is worth 7000.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { score } from "#app/domain/assessment/score.ts";
import type { ImportKind } from "#app/domain/questionnaire/import/foreign.ts";
import type { Question } from "#app/domain/questionnaire/questionnaire.ts";
import { questionsOf } from "#app/domain/questionnaire/structure.ts";
import {
  type Imported,
  importQuestionnaire,
  type NamedBytes,
  openArchive,
} from "#app/server/questionnaires/import/import-questionnaire.server.ts";
import { compiled } from "#tests/support/questionnaires.ts";
import { aCaiq, aHecvat } from "#tests/support/workbooks.ts";

const json = (value: unknown): NamedBytes => ({ name: "made.json", bytes: new TextEncoder().encode(JSON.stringify(value)) });
const imported = async (kind: ImportKind, file: NamedBytes): Promise<Imported> => importQuestionnaire(kind, await openArchive(kind, file));
const rulesOf = ({ questionnaire }: Imported) =>
  Object.fromEntries(questionsOf(questionnaire).map(({ question }) => [question.id, question.evidence?.when]));
const counted = ({ report }: Imported) =>
  report.warnings.flatMap(({ message }) => /(\d+) scored questions got the same rule/.exec(message)?.[1] ?? []);
const factorOf = ({ questionnaire }: Imported, id: string, value: string | boolean | string[]): [number | null, number | null] => {
  const { questions } = score(compiled(questionnaire), { answers: { [id]: { value } }, facts: {} });
  const { valueBps, factorBps } = questions.find((question) => question.id === id)!;
  return [valueBps, factorBps];
};

describe("a VSAQ file", () => {
  const tip = (id: string, cond: string) => ({ type: "tip", id, warn: "yes", name: id, text: id, cond });
  const items = [
    { type: "radiogroup", id: "disks", text: "Encrypted?", choices: [{ all: "All" }, { some: "Some" }, { few: "Few" }] },
    tip("warn_few", "few"),
    { type: "yesno", id: "tests", text: "Tested?" },
    tip("warn_untested", "tests/no"),
    { type: "yesno", id: "breaches", text: "Any breach?" },
    tip("warn_breach", "breaches/yes"),
    { type: "checkgroup", id: "parts", text: "Parts?", choices: [{ x: "X" }] },
    { type: "upload", id: "plan", text: "Your plan" },
  ];

  it("asks proof of the answers that raise no warning, an upload beside them changes nothing", async () => {
    const file = await imported("vsaq", json({ questionnaire: [{ type: "block", text: "Made", items }] }));
    expect(rulesOf(file)).toEqual({
      disks: { q: "disks", in: ["all", "some"] },
      warn_few: undefined,
      tests: { q: "tests", is: true },
      warn_untested: undefined,
      breaches: { q: "breaches", is: false },
      warn_breach: undefined,
      parts: undefined,
      plan: undefined,
    });
    expect(counted(file)).toEqual(["3"]);
    expect(factorOf(file, "disks", "some")).toEqual([10000, 7000]);
    expect(factorOf(file, "disks", "few")).toEqual([0, 10000]);
    expect(factorOf(file, "tests", true)).toEqual([10000, 7000]);
  });
});

describe("a CISO Assistant library", () => {
  it("asks proof of every choice that is worth something", async () => {
    const bytes = readFileSync("tests/fixtures/import/ciso-everything.yaml");
    const file = await imported("ciso-assistant", { name: "ciso-everything.yaml", bytes });
    const rules = rulesOf(file);
    // The results of its four choices are met, partly, not and not applicable.
    expect(rules.q_1_2_question_1).toEqual({ q: "q_1_2_question_1", in: ["o1", "o2"] });
    // Two boxes, 10 and 30 points.
    expect(rules.q_2_3_question_1).toEqual({
      any: [
        { q: "q_2_3_question_1", has: "o1" },
        { q: "q_2_3_question_1", has: "o2" },
      ],
    });
    expect(rules.q_2_2_1).toEqual({ q: "q_2_2_1", in: ["met", "partly"] });
    // Choices without result or points: not scored, so nothing to prove.
    expect(rules.q_1_10_question_1).toBeUndefined();
    expect(factorOf(file, "q_2_3_question_1", ["o1", "o2"])).toEqual([10000, 7000]);
  });
});

it("an OSCAL catalog asks proof of every control that is met in full or in part", async () => {
  const controls = [1, 2].map((n) => ({ id: `c${n}`, title: "Rule", parts: [{ name: "statement", prose: "Keep it." }] }));
  const file = await imported("oscal", json({ catalog: { metadata: { title: "Rules", version: "1.0" }, controls } }));
  expect(rulesOf(file)).toEqual({ c1: { q: "c1", in: ["met", "partly"] }, c2: { q: "c2", in: ["met", "partly"] } });
  expect(counted(file)).toEqual(["2"]);
  expect(factorOf(file, "c1", "met")).toEqual([10000, 7000]);
  expect(factorOf(file, "c1", "partly")).toEqual([5000, 7000]);
});

it.each([
  ["caiq", aCaiq()],
  ["hecvat", aHecvat()],
] as const)("a filled %s is as it was: one rule for what is scored, and none for the rest", async (kind, workbook) => {
  const { questionnaire, report } = await imported(kind, workbook);
  const ruled = (question: Question) => question.evidence !== undefined;
  const all = questionsOf(questionnaire).map(({ question }) => question);
  expect(all.filter(ruled)).toEqual(all.filter(({ type, scored }) => type === "choice" && scored !== false));
  expect(report.warnings.filter(({ message }) => message.includes("got the same rule"))).toHaveLength(1);
});
