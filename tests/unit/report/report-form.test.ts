// The written form of a report: its JSON, its numbers, its text.
import fc from "fast-check";
import { expect, test } from "vitest";
import { contractClauses } from "#app/domain/report/contract-clauses.ts";
import { directionRuns, printableLine, printableText } from "#app/domain/report/printable-text.ts";
import { parseReportFacts } from "#app/domain/report/report-facts.schema.ts";
import { calendarDay, instantIn, percent, points, wholePercent } from "#app/domain/report/report-format.ts";
import { reportJson } from "#app/domain/report/report-json.ts";
import { reportNumbering } from "#app/domain/report/report-numbering.ts";
import { aReport } from "#tests/support/report-facts.ts";

test("report.json read back is the same report", () => {
  const facts = aReport();
  expect(parseReportFacts(JSON.parse(reportJson(facts)))).toEqual(facts);
});

test("the order in which facts were gathered does not change report.json", () => {
  const facts = aReport();
  const shuffled = Object.fromEntries(Object.entries(facts).reverse()) as unknown as typeof facts;
  expect(reportJson(shuffled)).toBe(reportJson(facts));
});

test("a fact nobody declared is refused", () => {
  const facts = { ...aReport(), internalNote: "weights" };
  expect(() => parseReportFacts(facts)).toThrow(/internalNote/);
});

test("scores are printed with two decimals and never rounded up", () => {
  expect([points(8579), points(7999), points(-1371), points(0), points(10_000), points(5)]).toEqual([
    "85.79",
    "79.99",
    "\u221213.71",
    "0.00",
    "100.00",
    "0.05",
  ]);
  expect([percent(8500), percent(9286), wholePercent(6199)]).toEqual(["85\u00a0%", "92.86\u00a0%", "61\u00a0%"]);
});

test("times are printed in the organisation's zone, summer time included", () => {
  expect(calendarDay("2027-01-31")).toBe("31\u00a0January\u00a02027");
  expect(instantIn("Europe/Berlin", "2026-11-12T10:02:00.000Z")).toBe("12\u00a0November\u00a02026, 11:02\u00a0CET");
  expect(instantIn("Europe/Berlin", "2026-07-31T22:30:00.000Z", "short")).toBe("1\u00a0Aug\u00a02026, 00:30");
});

test("questions and documents have the numbers a reader counts", () => {
  const numbering = reportNumbering(aReport());
  expect([numbering.question("acc1"), numbering.evidence("evd_asv"), numbering.question("gone")]).toEqual(["4.1", "E-3", "gone"]);
});

test("a file name cannot hide its ending behind direction characters", () => {
  expect(printableText("invoice\u202efdp.exe")).toBe("invoicefdp.exe");
  expect(printableText("a\u0000b\u0007c\u200bd\ufeffe")).toBe("abcde");
});

test("towers of combining marks are cut to three", () => {
  expect(printableText(`z${"\u0335".repeat(40)}x`)).toBe(`z${"\u0335".repeat(3)}x`);
});

test("printable text is stable and free of control characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
      const once = printableText(text);
      expect(once).not.toMatch(/(?!\n)\p{C}/u);
      expect(printableText(once)).toBe(once);
      expect(printableLine(text, 20)).not.toContain("\n");
    }),
    { seed: 417, numRuns: 500 },
  );
});

test("a right-to-left name is one run inside the line, turned round as a whole", () => {
  expect(directionRuns("ספק תשלומים בעמ")).toEqual(["ספק\u00a0תשלומים\u00a0בעמ"]);
  expect(directionRuns("Vendor ספק 24 תשלומים Ltd of 2026")).toEqual(["Vendor", "ספק\u00a024\u00a0תשלומים", "Ltd of 2026"]);
  expect(directionRuns("plain words")).toEqual(["plain words"]);
});

test("the checklist has all eight items of GDPR Article 28(3), the CCPA items and PCI DSS 12.8.2, each once", () => {
  const ids = contractClauses.map((clause) => clause.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining([..."abcdefgh"].map((letter) => `28(3)(${letter})`)));
  expect(contractClauses.filter((clause) => clause.framework === "ccpa").length).toBe(9);
  expect(ids).toContain("12.8.2");
});
