// Writing vrq/1: the same questionnaire is always the same bytes, reading them gives it back, and what is imported is written so.

import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Questionnaire } from "#app/domain/questionnaire/questionnaire.ts";
import { importQuestionnaire, openArchive } from "#app/server/questionnaires/import/import-questionnaire.server.ts";
import { parseQuestionnaire, readQuestionnaire } from "#app/server/questionnaires/parse-questionnaire.server.ts";
import { writeQuestionnaire } from "#app/server/questionnaires/write-questionnaire.server.ts";
import { questionnaires } from "#tests/support/generated-questionnaires.ts";
import { aQuestionnaire } from "#tests/support/questionnaires.ts";
import { findSamples } from "#tests/support/samples.ts";
import { aCaiq, aHecvat } from "#tests/support/workbooks.ts";

const reread = (text: string) => parseQuestionnaire(new TextEncoder().encode(text), "written.yaml").questionnaire;

/** Reading the written file gives the questionnaire, and writing that gives the same bytes. */
function expectStable(questionnaire: Questionnaire): void {
  const text = writeQuestionnaire(questionnaire);
  const again = reread(text);
  expect(again).toEqual(questionnaire);
  expect(writeQuestionnaire(again)).toBe(text);
}

describe("a questionnaire comes back from its file as it was written, byte for byte the second time", () => {
  it("whatever its questions, conditions and scores", () => {
    fc.assert(
      fc.property(questionnaires(), (questionnaire) => expectStable(questionnaire)),
      { numRuns: 60 },
    );
  });

  it("whatever stands in its texts", () => {
    const piece = fc.constantFrom(
      ..."yes no null ~ 1e3 0x1f 12:30 2026-01-01 # - ? : | > * & ! % @ ` ' \" { } [ ] , \\ … ä 😀".split(" "),
      " ",
      "  ",
      "\n",
      "\n\n",
      "\t",
      "\u2028",
      "\u0085",
      "\u00a0",
    );
    const text = fc
      .array(piece, { minLength: 1, maxLength: 30 })
      .map((parts) => parts.join("").trim())
      .filter((made) => made !== "");
    fc.assert(
      fc.property(text, text, (one, two) => {
        const options = { yes: { label: { en: one } }, "1.0": { label: { en: two } }, null: { label: { en: "x" } } };
        expectStable(
          aQuestionnaire([{ id: "no", type: "choice", text: { en: one, de: two }, scored: false, options }], { languages: ["en", "de"] }),
        );
      }),
      { numRuns: 200 },
    );
  });

  const shipped = readdirSync("questionnaires", { recursive: true, encoding: "utf8" }).filter((name) => /\/.*\.yaml$/.test(name));
  it.each(shipped)("such as %s", (name) => {
    const { questionnaire } = readQuestionnaire(readFileSync(`questionnaires/${name}`), name);
    if (questionnaire) expectStable(questionnaire);
  });
});

it("codes and texts that YAML 1.1 takes for truth or numbers are quoted", () => {
  const options = { yes: { label: { en: "no" } }, off: { label: { en: "1_000" } }, y: { label: { en: "12:30:00" } } };
  const text = writeQuestionnaire(aQuestionnaire([{ id: "q", type: "choice", scored: false, options }]));
  const [question] = parse(text, { version: "1.1" }).sections[0].questions;
  expect(question.options).toEqual(options);
});

const fixture = (name: string) => ({ name, bytes: readFileSync(`tests/fixtures/import/${name}`) });

it.each([
  ["vsaq", fixture("vsaq-everything.json")],
  ["oscal", fixture("oscal-everything.json")],
  ["ciso-assistant", fixture("ciso-everything.yaml")],
  ["caiq", aCaiq("4.0.3", { "A&A-01.1": { answer: "Yes" } })],
  ["caiq", aCaiq("4.1.0")],
  ["hecvat", aHecvat()],
] as const)("importing, writing and reading is stable for %s", async (kind, file) => {
  const { questionnaire, yaml } = importQuestionnaire(kind, await openArchive(kind, file));
  expectStable(questionnaire);
  expect(importQuestionnaire(kind, await openArchive(kind, file)).yaml).toBe(yaml);
});

const sample = findSamples(1);
if (sample) {
  it("importing, writing and reading Google's and MVSP's files is stable, and importing twice gives the same bytes", () => {
    for (const [kind, path] of [
      ["vsaq", "vsaq/infrastructure.json"],
      ["vsaq", "vsaq/webapp.json"],
      ["vsaq", "vsaq/test_template.json"],
      ["oscal", "mvsp/mvsp_v3.0-20231109-catalog.json"],
      ["oscal", "oscal/basic-catalog.json"],
    ] as const) {
      const { questionnaire, yaml } = importQuestionnaire(kind, sample(path));
      expectStable(questionnaire);
      expect(importQuestionnaire(kind, sample(path)).yaml).toBe(yaml);
    }
  });
}
