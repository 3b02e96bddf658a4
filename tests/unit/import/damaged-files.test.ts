// Thousands of damaged files through every importer: each ends in a questionnaire our linter takes or in a sentence, soon, and never in a
// stack trace. 5,000 files; with VOUCHSAFE_LONG=1, 100,000.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { isDomainError } from "#app/domain/errors.ts";
import type { ImportKind } from "#app/domain/questionnaire/import/foreign.ts";
import { importReportSchema } from "#app/domain/questionnaire/import/import-report.schema.ts";
import { importQuestionnaire } from "#app/server/questionnaires/import/import-questionnaire.server.ts";
import { type Dice, damaged, misfitted } from "#tests/support/mutated-files.ts";
import { seeded } from "#tests/support/seeded.ts";

const isLong = process.env.VOUCHSAFE_LONG === "1";
const files = isLong ? 100_000 : 5000;
/** In milliseconds of work, whatever else the machine does. */
const slowest = 2000;

const read = (name: string) => readFileSync(`tests/fixtures/import/${name}`, "utf8");
const seeds: { kind: ImportKind; text: string; json: string }[] = [
  {
    kind: "vsaq",
    text: read("vsaq-everything.json"),
    json: JSON.stringify(JSON.parse(read("vsaq-everything.json").replace(/^\/\/.*$/gm, ""))),
  },
  { kind: "oscal", text: read("oscal-everything.json"), json: read("oscal-everything.json") },
  // YAML takes JSON as well, so misfits in the library are tried, too.
  { kind: "ciso-assistant", text: read("ciso-everything.yaml"), json: JSON.stringify(parse(read("ciso-everything.yaml"))) },
];

function wound({ text, json }: (typeof seeds)[number], roll: Dice): string {
  return roll(2) === 0 ? damaged(text, roll) : misfitted(json, roll);
}

/** How the file was answered: with a questionnaire, with a sentence, or wrongly. */
function answer(kind: ImportKind, text: string): "questionnaire" | "sentence" | { wrong: string } {
  let answered: "questionnaire" | "sentence" = "questionnaire";
  const before = process.cpuUsage();
  try {
    const { report } = importQuestionnaire(kind, { name: "damaged", bytes: new TextEncoder().encode(text) });
    if (!importReportSchema.safeParse(report).success) return { wrong: "the report has another shape" };
  } catch (cause) {
    if (!isDomainError(cause)) return { wrong: `it threw ${(cause as Error).stack}` };
    if (/cannot be made a questionnaire yet|\n\s+at /.test(cause.detail) || cause.detail.length > 2000) return { wrong: cause.detail };
    answered = "sentence";
  }
  const { user, system } = process.cpuUsage(before);
  const took = (user + system) / 1000;
  return took > slowest ? { wrong: `it took ${took} ms of work` } : answered;
}

it.each(seeds)("damaged files of kind $kind end in a questionnaire or a sentence", { timeout: isLong ? 3_600_000 : 120_000 }, (seed) => {
  const counts = { questionnaire: 0, sentence: 0 };
  for (let n = 0; n < files / seeds.length; n += 1) {
    const text = wound(seed, seeded(n * 7919 + seed.kind.length));
    const answered = answer(seed.kind, text);
    if (typeof answered !== "string") expect.fail(`file ${n}: ${answered.wrong}\n${text.slice(0, 4000)}`);
    counts[answered] += 1;
  }
  // Damage that only ever breaks the syntax would try nothing but the reader.
  expect(counts.questionnaire).toBeGreaterThan(files / seeds.length / 4);
  expect(counts.sentence).toBeGreaterThan(files / seeds.length / 20);
});
