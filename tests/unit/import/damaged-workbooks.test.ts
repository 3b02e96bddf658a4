// Damaged workbooks through the importers: each ends in a questionnaire our linter takes, with answers that fit it, or in a sentence; never
// in a stack trace. 100 workbooks; with VOUCHSAFE_LONG=1, 2,000.
import { expect, it } from "vitest";
import { score } from "#app/domain/assessment/score.ts";
import { isDomainError } from "#app/domain/errors.ts";
import { importReportSchema } from "#app/domain/questionnaire/import/import-report.schema.ts";
import { importQuestionnaire, openArchive } from "#app/server/questionnaires/import/import-questionnaire.server.ts";
import { parseAnswers } from "#app/server/questionnaires/parse-answers.server.ts";
import { damagedWorkbook, partsOf } from "#tests/support/mutated-workbooks.ts";
import { compiled } from "#tests/support/questionnaires.ts";
import { seeded } from "#tests/support/seeded.ts";
import { aWorkbook, caiqHeader, hecvatHeader, notice } from "#tests/support/workbooks.ts";

const isLong = process.env.VOUCHSAFE_LONG === "1";
const workbooks = isLong ? 2000 : 100;
/** In milliseconds of work, whatever else the machine does. */
const slowest = 2000;

const empty = (n: number) => Array<null>(n).fill(null);
const caiq = aWorkbook("damaged.xlsx", [
  {
    name: "CAIQv4.0.3",
    rows: [
      ["v4.0.3", "INVENTED QUESTIONS"],
      caiqHeader,
      ["A&A-01.1", "Kept?", "Yes", "CSP-owned", "We do.", "Nothing.", null, null, "A&A-01", "Rule.", "Title", "Audit"],
      ["A&A-01.2", "Shown?", "NA", null, "No.", null],
      ["AIS-01.1", "Safe?", "No", null, null, null, null, null, "AIS-01", "Rule.", "Title", "Application"],
      ["End of Standard"],
      [notice],
    ],
    merges: ["I3:I4"],
  },
]);
const hecvat = aWorkbook("damaged.xlsx", [
  {
    name: "START HERE",
    rows: [["HECVAT Version 4.1.4"], ["", "", "Answer", "Additional Information"], ["Group"], ["REQU-01", null, "Yes"]],
  },
  { name: "Product", rows: [["Group two"], ["AAAA-01", null, "No", "Never."], ["AAAA-02", null, "N/A", "Not sold."]] },
  {
    name: "Questions",
    isHidden: true,
    rows: [
      ["Master"],
      hecvatHeader,
      ["REQU-01", "Is it a cloud?", ...empty(12), "Say.", ...empty(5), null, null, null, null],
      ["AAAA-01", "Did you fail?", ...empty(12), "Say.", "Good.", null, null, "Because.", null, "No", null, "Critical", 20],
      ["AAAA-02", "Do you care?", ...empty(12), "Say.", null, null, null, null, "How?", "Yes", null, "Minor", 5],
    ],
  },
]);

async function answer(kind: "caiq" | "hecvat", bytes: Uint8Array): Promise<"questionnaire" | "sentence"> {
  const before = process.cpuUsage();
  try {
    const made = importQuestionnaire(kind, await openArchive(kind, { name: "damaged.xlsx", bytes }));
    importReportSchema.parse(made.report);
    score(compiled(made.questionnaire), parseAnswers(new TextEncoder().encode(made.answers!), "answers"));
    return "questionnaire";
  } catch (cause) {
    if (!isDomainError(cause)) throw cause;
    expect(cause.detail).not.toMatch(/cannot be made a questionnaire yet|\n\s+at /);
    expect(cause.detail.length).toBeLessThan(1000);
    expect(cause.data.problems).toBeUndefined();
    return "sentence";
  } finally {
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(slowest);
  }
}

it.each([
  ["caiq", caiq],
  ["hecvat", hecvat],
] as const)(
  "damaged workbooks of kind %s end in a questionnaire with fitting answers, or in a sentence",
  { timeout: isLong ? 3_600_000 : 600_000 },
  async (kind, { bytes }) => {
    const parts = partsOf(bytes);
    const counts = { questionnaire: 0, sentence: 0 };
    for (let n = 0; n < workbooks / 2; n += 1) {
      const made = damagedWorkbook(bytes, parts, seeded(n * 7919 + kind.length));
      const answered = await answer(kind, made).catch((cause: Error) => expect.fail(`workbook ${n}: ${cause.stack}`));
      counts[answered] += 1;
    }
    // Damage that only ever breaks the archive would try nothing but the guard.
    expect(counts.questionnaire).toBeGreaterThan(workbooks / 8);
    expect(counts.sentence).toBeGreaterThan(workbooks / 20);
  },
);
