import { expect, test } from "vitest";
import { evidenceChecks } from "#app/domain/evidence/evidence-checks.ts";
import { evidenceKindCodes, evidenceKindRow, ownEvidenceKinds } from "#app/domain/evidence/evidence-kinds.ts";

const rows = evidenceKindCodes.map((code) => ({ code, ...evidenceKindRow(code) }));

test("codes are lower case with hyphens", () => {
  expect(rows.filter(({ code }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
});

test("every kind has a name and the name of its date in both languages", () => {
  expect(rows.filter(({ label, clock }) => !(label.en && label.de && clock.en && clock.de))).toEqual([]);
  expect(new Set(rows.map(({ label }) => label.en)).size).toBe(rows.length);
});

test("a reviewer has something to check on everything others give us", () => {
  expect(rows.filter(({ checks }) => checks.length === 0).map(({ code }) => code)).toEqual(ownEvidenceKinds);
  expect(rows.filter(({ checks }) => new Set(checks).size !== checks.length)).toEqual([]);
  const used = new Set(rows.flatMap(({ checks }) => checks));
  expect(Object.keys(evidenceChecks).filter((check) => !used.has(check as never))).toEqual([]);
});

test("card papers have sixty days of grace, audit reports ninety, certificates none", () => {
  expect(evidenceKindRow("pci-aoc-sp").graceDays).toBe(60);
  expect(evidenceKindRow("soc2-t2").graceDays).toBe(90);
  expect(evidenceKindRow("iso27001").graceDays).toBe(0);
});

test("every kind can be given as PDF", () => {
  expect(rows.filter(({ accept }) => !accept.includes("application/pdf"))).toEqual([]);
});
