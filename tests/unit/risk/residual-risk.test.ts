import { expect, test } from "vitest";
import { grades, residualRefusal, residualRisk } from "#app/domain/risk/residual-risk.ts";
import { riskBands, severityOfBand } from "#app/domain/risk/risk-levels.ts";

test("the table is the one of the scoring method", () => {
  const rows = [...riskBands].reverse().map((band) => grades.map((grade) => residualRisk(band, grade).band).join(" "));
  expect(rows).toEqual([
    "medium medium high critical critical",
    "low medium high high high",
    "low low medium medium medium",
    "low low low low low",
  ]);
});

test("residual risk is never above inherent risk, and a worse grade or band never makes it milder", () => {
  for (const band of riskBands) {
    const row = grades.map((grade) => severityOfBand(residualRisk(band, grade).band));
    expect(Math.max(...row)).toBeLessThanOrEqual(severityOfBand(band));
    expect(row).toEqual([...row].sort());
  }
  for (const grade of grades) {
    const column = riskBands.map((band) => severityOfBand(residualRisk(band, grade).band));
    expect(column).toEqual([...column].sort());
  }
});

test("without a grade the residual risk is the inherent one, not assessed", () => {
  for (const band of riskBands) expect(residualRisk(band, null)).toEqual({ band, isAssessed: false });
  expect(residualRisk("high", "A").isAssessed).toBe(true);
});

test("a person may raise it to the inherent band with a reason; lowering it takes a second person, too", () => {
  for (const inherent of riskBands)
    for (const grade of grades)
      for (const band of riskBands) {
        const table = residualRisk(inherent, grade).band;
        const chosen = { inherent, table, band, reason: "Seen on site" };
        const step = severityOfBand(band) - severityOfBand(table);
        const isAbove = severityOfBand(band) > severityOfBand(inherent);
        expect(residualRefusal(chosen, false)).toBe(
          step === 0 ? undefined : isAbove ? "above_inherent" : step < 0 ? "needs_second_person" : undefined,
        );
        expect(residualRefusal(chosen, true)).toBe(isAbove ? "above_inherent" : undefined);
        if (step !== 0 && !isAbove) expect(residualRefusal({ ...chosen, reason: " " }, true)).toBe("needs_reason");
      }
});
