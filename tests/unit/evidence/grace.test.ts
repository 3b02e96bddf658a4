// When a document is late and when it is expired: by kind, bridge letter and the question's own limit on age.
import { describe, expect, test } from "vitest";
import { type EvidenceOnDay, evidenceStateOn, graceDaysOf } from "#app/domain/evidence/evidence-expiry.ts";

const aoc: EvidenceOnDay = { kind: "pci-aoc-sp", startsOn: "2026-01-15", expiresOn: "2027-01-15", verdict: "verified" };
const iso: EvidenceOnDay = { kind: "iso27001", startsOn: "2024-01-15", expiresOn: "2027-01-15", verdict: "verified" };
const soc2: EvidenceOnDay = { kind: "soc2-t2", startsOn: "2025-12-31", expiresOn: "2026-12-31", verdict: "verified" };
const policy: EvidenceOnDay = { kind: "policy", startsOn: "2026-01-15", expiresOn: "2027-01-15", verdict: "verified" };
/** Speaks for three months after the period that ended with the report's own time. */
const letter = { startsOn: "2026-12-31", expiresOn: "2027-03-31" };

describe("late and expired", () => {
  test.each<[string, EvidenceOnDay, string, string]>([
    ["a card paper holds on its last day", aoc, "2027-01-15", "verified"],
    ["is late on the day after", aoc, "2027-01-16", "late"],
    ["and on the sixtieth", aoc, "2027-03-16", "late"],
    ["then expired", aoc, "2027-03-17", "expired"],
    ["a certificate has no grace", iso, "2027-01-16", "expired"],
    ["a vendor's own paper has thirty days", policy, "2027-02-14", "late"],
    ["and no more", policy, "2027-02-15", "expired"],
    ["a SOC 2 report without a bridge letter has none", soc2, "2027-01-01", "expired"],
    ["with one it is late", { ...soc2, bridges: [letter] }, "2027-01-01", "late"],
    ["for ninety days at most", { ...soc2, bridges: [{ ...letter, expiresOn: "2027-12-31" }] }, "2027-03-31", "late"],
    ["and not one more", { ...soc2, bridges: [{ ...letter, expiresOn: "2027-12-31" }] }, "2027-04-01", "expired"],
    ["as long as the letter speaks", { ...soc2, bridges: [{ ...letter, expiresOn: "2027-02-15" }] }, "2027-02-15", "late"],
    ["and no longer", { ...soc2, bridges: [{ ...letter, expiresOn: "2027-02-15" }] }, "2027-02-16", "expired"],
    [
      "a letter for the time after an older period has run out",
      { ...soc2, bridges: [{ startsOn: "2025-12-31", expiresOn: "2026-03-31" }] },
      "2027-01-01",
      "expired",
    ],
    [
      "one older than the report speaks for another",
      { ...soc2, bridges: [{ startsOn: "2025-09-30", expiresOn: "2027-03-31" }] },
      "2027-01-01",
      "expired",
    ],
    [
      "one that leaves a hole bridges nothing",
      { ...soc2, bridges: [{ startsOn: "2027-01-31", expiresOn: "2027-03-31" }] },
      "2027-02-15",
      "expired",
    ],
    ["a letter never makes a report verified again", { ...soc2, bridges: [letter] }, "2027-02-01", "late"],
    ["nor does it help another kind", { ...iso, bridges: [letter] }, "2027-01-16", "expired"],
    ["a rejected document stays rejected", { ...soc2, verdict: "rejected", bridges: [letter] }, "2027-01-01", "rejected"],
    ["the question's limit on age is stricter than the kind", { ...aoc, maxAgeDays: 180 }, "2026-07-15", "late"],
    ["its grace counts from there", { ...aoc, maxAgeDays: 180 }, "2026-09-13", "expired"],
    ["a milder one changes nothing", { ...aoc, maxAgeDays: 3650 }, "2027-03-17", "expired"],
    ["under a stricter limit a later letter leaves a hole", { ...soc2, maxAgeDays: 180, bridges: [letter] }, "2027-01-15", "expired"],
    ["a limit of a year is the kind's own", { ...soc2, maxAgeDays: 365, bridges: [letter] }, "2027-01-15", "late"],
  ])("%s", (_, evidence, day, state) => {
    expect(evidenceStateOn(evidence, day)).toBe(state);
  });

  test("the days of grace are those the calendar and the sweeps count with", () => {
    expect([aoc, iso, policy, soc2].map(graceDaysOf)).toEqual([60, 0, 30, 0]);
    expect(graceDaysOf({ ...soc2, bridges: [letter] })).toBe(90);
    expect(graceDaysOf({ ...soc2, bridges: [{ ...letter, expiresOn: "2027-01-31" }] })).toBe(31);
    expect(graceDaysOf({ kind: "dpa", startsOn: "2026-01-01" })).toBe(0);
  });
});
