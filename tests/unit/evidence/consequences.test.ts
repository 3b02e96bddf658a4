// What follows from documents that were read: tasks of ours, subcontractors, findings; and that it follows once.
import { describe, expect, test } from "vitest";
import { consequencesOf, type JudgedDocument, reconcile } from "#app/domain/evidence/worksheets/consequences.ts";

const of = (values: Record<string, string | number | string[]>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, page: "12" }]));

const soc2 = (change: Partial<JudgedDocument> = {}, values = {}): JudgedDocument => ({
  id: "evd_1",
  kind: "soc2-t2",
  verdict: "verified",
  expiresOn: "2026-12-31",
  fields: of({
    serviceCovered: "yes",
    ourControls: ["Remove leavers", "remove  leavers", "Use MFA"],
    carvedOut: ["Northern Cloud Inc.: hosting"],
    ...values,
  }),
  ...change,
});
const follow = (...documents: JudgedDocument[]) => consequencesOf(documents, "Card payments", "2026-11-26");

describe("a verified SOC 2 report", () => {
  test("gives one task per control it expects, and names whom it leaves out", () => {
    const { duties, subcontractors, gaps } = follow(soc2());
    expect(duties.map(({ text, page }) => [text, page])).toEqual([
      ["remove  leavers", "12"],
      ["Use MFA", "12"],
    ]);
    expect(subcontractors).toEqual([
      { key: "northern cloud", evidenceId: "evd_1", name: "Northern Cloud Inc.", purpose: "hosting", page: "12", isCarvedOut: true },
    ]);
    expect(gaps).toEqual([]);
  });

  test("asks nothing of us before it is verified, or once it is rejected", () => {
    expect(follow(soc2({ verdict: "none" })).duties).toEqual([]);
    expect(follow(soc2({ verdict: "rejected" })).duties).toEqual([]);
  });

  test("that is newer speaks instead of the older one; two papers of one period speak together", () => {
    const newer = soc2({ id: "evd_2", expiresOn: "2027-12-31" }, { ourControls: ["Use MFA"], carvedOut: [] });
    expect(follow(soc2(), newer).duties.map(({ key, evidenceId }) => [key, evidenceId])).toEqual([["use mfa", "evd_2"]]);
    expect(follow(soc2(), newer).subcontractors).toEqual([]);
    const second = soc2({ id: "evd_2" }, { ourControls: ["Review access"] });
    expect(follow(soc2(), second).duties.map(({ key }) => key)).toEqual(["remove leavers", "use mfa", "review access"]);
  });

  test("makes a finding of each part it leaves out, until another one covers the service", () => {
    const part = soc2({}, { serviceCovered: "partly", notCovered: ["Payouts"] });
    expect(follow(part).gaps).toEqual([
      {
        key: "service:the soc 2 report does not cover: payouts",
        evidenceId: "evd_1",
        severity: "medium",
        title: "The SOC 2 report does not cover: Payouts",
      },
    ]);
    expect(follow(part, soc2({ id: "evd_2" })).gaps).toEqual([]);
  });

  test("that was rejected says what is missing while none stands", () => {
    const none = soc2({ verdict: "rejected" }, { serviceCovered: "no" });
    expect(follow(none).gaps.map(({ title, severity }) => [title, severity])).toEqual([
      ["The SOC 2 report does not cover Card payments", "high"],
    ]);
    expect(follow(none, soc2({ id: "evd_2" })).gaps).toEqual([]);
  });

  test("with a qualified opinion is a finding although it covers everything", () => {
    expect(follow(soc2({}, { opinion: "qualified", exceptions: ["CC6.1 late reviews"] })).gaps.map(({ key }) => key)).toEqual([
      "opinion:qualified soc 2 opinion: cc6.1 late reviews",
    ]);
  });
});

test("a penetration test with open findings, and an attestation with requirements not in place, become findings", () => {
  const test = { ...soc2(), kind: "pentest", fields: of({ serviceCovered: "yes", openCriticals: 2, openHighs: 1 }) } as const;
  expect(follow(test).gaps.map(({ title, severity }) => [severity, title])).toEqual([
    ["critical", "Penetration test: 2 critical findings still open"],
    ["high", "Penetration test: 1 high finding still open"],
  ]);
  const aoc = { ...soc2(), kind: "pci-aoc-sp", fields: of({ serviceCovered: "yes", notInPlace: ["11.6.1"] }) } as const;
  expect(follow(aoc).gaps.map(({ severity }) => severity)).toEqual(["high"]);
});

test("a subcontractor in both lists is carved out; hostile lines stay short enough to be compared", () => {
  const { subcontractors } = follow(soc2({}, { carvedOut: ["Northern Cloud"], included: ["northern cloud – support", "ﷺ".repeat(500)] }));
  expect(subcontractors.map(({ name, isCarvedOut }) => [name.slice(0, 14), isCarvedOut])).toEqual([
    ["northern cloud", true],
    ["ﷺ".repeat(14), false],
  ]);
  expect(Math.max(...subcontractors.map(({ key }) => key.length))).toBeLessThan(320);
});

test("what is said again is kept, what is new is added, what nobody says any more is withdrawn, and nothing twice", () => {
  const stored = [
    { id: "a", key: "use mfa", isWithdrawn: false },
    { id: "b", key: "remove leavers", isWithdrawn: true },
    { id: "c", key: "review access", isWithdrawn: false },
    { id: "d", key: "old", isWithdrawn: true },
  ];
  const { added, kept, withdrawn } = reconcile([{ key: "use mfa" }, { key: "remove leavers" }, { key: "sign" }], stored);
  expect({ added, kept: kept.map(({ stored: { id } }) => id), withdrawn: withdrawn.map(({ id }) => id) }).toEqual({
    added: [{ key: "sign" }],
    kept: ["a", "b"],
    withdrawn: ["c"],
  });
});
