import { expect, test } from "vitest";
import { pciRecordSchema } from "#app/domain/engagement/pci-status.schema.ts";
import { type PciRecord, pciStatusOn, pciValidUntil } from "#app/domain/engagement/pci-status.ts";
import { addDays } from "#app/domain/monitoring/calendar-days.ts";

const aoc = { form: "aoc_service_provider", reportOn: "2026-03-14" } as const;

test.each([
  [-365, "validated"],
  [0, "validated"],
  [1, "late_1_60"],
  [60, "late_1_60"],
  [61, "late_61_90"],
  [90, "late_61_90"],
  [91, "not_validated"],
  [900, "not_validated"],
])("%i days after its last day a validation is %s", (late, status) => {
  expect(pciStatusOn(aoc, addDays("2027-03-14", late))).toBe(status);
  expect(pciStatusOn({ ...aoc, form: "saq_d_service_provider" }, addDays("2027-03-14", late))).toBe(status);
});

test("the clock starts at the date of report and runs twelve months", () => expect(pciValidUntil(aoc)).toBe("2027-03-14"));

test("without a validation the status says what there is instead, whatever the day", () => {
  for (const today of ["2026-01-01", "2036-01-01"]) {
    expect(pciStatusOn(null, today)).toBe("unknown");
    expect(pciStatusOn({ form: "none", reportOn: null }, today)).toBe("not_validated");
    expect(pciStatusOn({ form: "evidence_per_requirement", reportOn: "2026-01-01" }, today)).toBe("not_validated_reviewed");
    expect(pciStatusOn({ form: "aoc_service_provider", reportOn: null }, today)).toBe("unknown");
  }
});

test("a recorded status is read back, with a date that exists", () => {
  const record: PciRecord = {
    form: "aoc_service_provider",
    assessor: "Larkspur Assessors",
    reportOn: "2026-03-14",
    dssVersion: "4.0.1",
    servicesCovered: ["Hosted payment page"],
    requirementsNotTested: ["9.5"],
    evidenceId: "evd_1",
    recordedById: "per_1",
    recordedAt: "2026-03-20T10:00:00.000Z",
  };
  expect(pciRecordSchema.parse(record)).toEqual(record);
  expect(pciRecordSchema.safeParse({ ...record, reportOn: "2026-02-30" }).success).toBe(false);
});
