import { describe, expect, test } from "vitest";
import { evidenceStateOn, expiryOf } from "#app/domain/evidence/evidence-expiry.ts";

describe("how long a document holds", () => {
  test("a card attestation holds twelve months from its date of report", () => {
    expect(expiryOf("pci-aoc-sp", "2026-01-15")).toBe("2027-01-15");
    expect(expiryOf("pci-aoc-sp", "2024-02-29")).toBe("2025-02-28");
  });

  test("a scan by an approved vendor holds ninety days", () => {
    expect(expiryOf("asv", "2026-01-01")).toBe("2026-04-01");
  });

  test("a certificate holds until its own date, and never longer than three years", () => {
    expect(expiryOf("iso27001", "2026-01-15", "2028-06-30")).toBe("2028-06-30");
    expect(expiryOf("iso27001", "2026-01-15", "2032-06-30")).toBe("2029-01-15");
    expect(expiryOf("iso27001", "2026-01-15")).toBe("2029-01-15");
  });

  test("a contract ends on its own date or never", () => {
    expect(expiryOf("dpa", "2026-01-15")).toBeUndefined();
    expect(expiryOf("dpa", "2026-01-15", "2027-12-31")).toBe("2027-12-31");
  });

  test("a date on the document can shorten the time of its kind, never lengthen it", () => {
    expect(expiryOf("soc2-t2", "2026-03-31", "2026-09-30")).toBe("2026-09-30");
    expect(expiryOf("soc2-t2", "2026-03-31", "2029-09-30")).toBe("2027-03-31");
  });

  test("a bridge letter covers three months and does not renew the report", () => {
    expect(expiryOf("soc2-bridge", "2026-03-31")).toBe("2026-06-30");
  });

  test("a tax form W-8 ends with the third calendar year after its signature; our own reports never expire", () => {
    expect(expiryOf("tax-w8", "2026-05-02")).toBe("2029-12-31");
    expect(expiryOf("report", "2026-05-02")).toBeUndefined();
  });
});

describe("the state of a document on a day", () => {
  const attestation = { kind: "pci-aoc-sp", startsOn: "2026-01-15", expiresOn: "2027-01-15", verdict: "verified" } as const;

  test("is verified up to and with its last day, late for sixty days after it, then expired", () => {
    expect(evidenceStateOn(attestation, "2027-01-15")).toBe("verified");
    expect(evidenceStateOn(attestation, "2027-01-16")).toBe("late");
    expect(evidenceStateOn(attestation, "2027-03-16")).toBe("late");
    expect(evidenceStateOn(attestation, "2027-03-17")).toBe("expired");
  });

  test("is provided until somebody has looked at it", () => {
    expect(evidenceStateOn({ ...attestation, verdict: undefined }, "2026-02-01")).toBe("provided");
  });

  test("stays rejected whatever its dates say", () => {
    expect(evidenceStateOn({ ...attestation, verdict: "rejected" }, "2026-02-01")).toBe("rejected");
    expect(evidenceStateOn({ ...attestation, verdict: "rejected" }, "2030-02-01")).toBe("rejected");
  });

  test("a certificate has no grace", () => {
    const certificate = { kind: "iso27001", startsOn: "2024-01-15", expiresOn: "2027-01-15", verdict: "verified" } as const;
    expect(evidenceStateOn(certificate, "2027-01-16")).toBe("expired");
  });

  test("the stricter of the kind's expiry and the question's limit on age wins", () => {
    const test = { kind: "pentest", startsOn: "2026-01-01", expiresOn: "2027-01-01", verdict: "verified" } as const;
    expect(evidenceStateOn({ ...test, maxAgeDays: 180 }, "2026-07-01")).toBe("late");
    expect(evidenceStateOn({ ...test, maxAgeDays: 180 }, "2026-06-30")).toBe("verified");
    expect(evidenceStateOn({ ...test, maxAgeDays: 1000 }, "2027-01-02")).toBe("late");
    expect(evidenceStateOn({ kind: "dpa", startsOn: "2020-01-01", verdict: "verified", maxAgeDays: 365 }, "2026-01-01")).toBe("expired");
  });

  test("where age counts, a document without a date is never verified", () => {
    expect(evidenceStateOn({ kind: "pentest", verdict: "verified", maxAgeDays: 365 }, "2026-01-01")).toBe("provided");
  });
});
