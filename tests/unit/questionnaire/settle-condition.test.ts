// What is left of a condition for a vendor to read: facts are decided and never named, questions go by their number.
import { expect, it } from "vitest";
import { workbookQuestions } from "#app/domain/assessment/workbook/workbook-questions.ts";
import type { Cond } from "#app/domain/questionnaire/questionnaire.ts";
import { settle } from "#app/domain/questionnaire/settle-condition.ts";
import { conditionWords } from "#app/i18n/condition-words.ts";
import { workbookWords } from "#app/i18n/workbook-words.ts";
import { vendorQuestions } from "#app/server/assessments/portal/vendor-questions.server.ts";
import { formFor, strictFacts } from "#tests/support/own-workbooks.ts";
import { aQuestionnaire } from "#tests/support/questionnaires.ts";
import { newestQuestionnaires } from "../content/shipped-files.ts";

const isAsked = (id: string) => id !== "never";
const q: Cond = { q: "plan", is: "no" };

it.each<[Cond, boolean | Cond]>([
  [{ fact: "card", gte: 3 }, true],
  [{ fact: "card", lt: 3 }, false],
  [{ fact: "region", is: "eu" }, false],
  [{ q: "never", is: "no" }, false],
  [{ q: "never", answered: false }, true],
  [{ not: { q: "never", answered: true } }, true],
  [q, q],
  [{ any: [{ fact: "card", gte: 3 }, q] }, true],
  [{ any: [{ fact: "card", lt: 3 }, q] }, q],
  [{ all: [{ fact: "card", gte: 3 }, q] }, q],
  [{ all: [{ fact: "card", lt: 3 }, q] }, false],
  [{ all: [q, { any: [q, { fact: "card", lt: 3 }, { q: "b", answered: true }] }] }, { all: [q, { any: [q, { q: "b", answered: true }] }] }],
  [{ not: { any: [{ fact: "card", lt: 3 }, q] } }, { not: q }],
])("%j is settled to %j", (cond, settled) => {
  expect(settle(cond, { card: 4 }, isAsked)).toEqual(settled);
});

const naming = { question: (id: string) => ({ plan: "1.1", b: "2.3" })[id] ?? id, answer: (_: string, code: string) => code.toUpperCase() };

it.each<[Cond, string, string]>([
  [q, "1.1 is “NO”", "1.1 „NO“ ist"],
  [{ q: "plan", in: ["no", "partial"] }, "1.1 is “NO” or 1.1 is “PARTIAL”", "1.1 „NO“ ist oder 1.1 „PARTIAL“ ist"],
  [
    {
      all: [
        q,
        {
          any: [
            { q: "b", lt: 24 },
            { q: "b", answered: false },
          ],
        },
      ],
    },
    "1.1 is “NO” and (2.3 is less than 24 or 2.3 is not answered)",
    "1.1 „NO“ ist und (2.3 kleiner ist als 24 oder 2.3 nicht beantwortet ist)",
  ],
  [
    {
      all: [
        { q: "plan", in: ["no", "x"] },
        { q: "b", has: "eu" },
      ],
    },
    "(1.1 is “NO” or 1.1 is “X”) and 2.3 has “EU”",
    "(1.1 „NO“ ist oder 1.1 „X“ ist) und 2.3 „EU“ enthält",
  ],
  [{ not: q }, "not (1.1 is “NO”)", "nicht (1.1 „NO“ ist)"],
])("%j reads %s", (cond, en, de) => {
  expect([conditionWords(cond, naming, workbookWords.en.condition), conditionWords(cond, naming, workbookWords.de.condition)]).toEqual([
    en,
    de,
  ]);
});

it("a fact has no words for a vendor", () => {
  expect(() => conditionWords({ fact: "card", gte: 3 }, naming, workbookWords.en.condition)).toThrow("settle");
});

it("a workbook leaves out what the facts rule out, and what rests on it, and says when the rest is asked", () => {
  const form = formFor(
    aQuestionnaire([
      {
        questions: [
          { id: "a", type: "boolean" },
          { id: "b", type: "text", when: { fact: "card", lt: 3 } },
          { id: "c", type: "text", when: { q: "b", answered: true } },
        ],
      },
      { when: { fact: "tier", is: 4 }, questions: [{ id: "d", type: "text" }] },
      { when: { q: "a", is: true }, questions: [{ id: "e", type: "text", when: { fact: "card", gte: 3 } }] },
    ]),
  );
  const asked = workbookQuestions(form, strictFacts, vendorQuestions(form));
  expect(asked.map(({ key, number, when }) => [key, number, when])).toEqual([
    ["test#a", "1.1", null],
    ["test#e", "2.1", { q: "a", is: true }],
  ]);
});

it("every question of the shipped questionnaires that is asked under some answers is in the workbook, however often facts change", () => {
  const form = formFor(...newestQuestionnaires.filter(({ audience }) => audience === "vendor"));
  const keys = new Set<string>();
  for (const facts of [strictFacts, {}, { ...strictFacts, tier: 4, card: 1 } as const])
    for (const { key } of workbookQuestions(form, facts, vendorQuestions(form))) keys.add(key);
  const owned = form.set.questions.filter(({ owner, index }) => owner === index).map(({ index }) => form.keys[index]!);
  expect(owned.filter((key) => !keys.has(key))).toEqual([]);
});
