import { expect, test } from "vitest";
import { DomainError } from "#app/domain/errors.ts";
import {
  closeReasons,
  closeRefusal,
  findingDueOn,
  findingLifeCycle,
  findingStatuses,
  findingVerbs,
  isOpen,
  severities,
  staysOpenAfterNewAnswer,
  transition,
} from "#app/domain/finding/finding-status.ts";

test("a finding is due by its severity: 30, 60, 90 or 180 days after it was opened", () =>
  expect(severities.map((severity) => findingDueOn("2026-11-24", severity))).toEqual([
    "2026-12-24",
    "2027-01-23",
    "2027-02-22",
    "2027-05-23",
  ]));

test("whatever is not in the table is refused", () => {
  for (const status of findingStatuses)
    for (const verb of findingVerbs) {
      const to = findingLifeCycle[verb][status];
      if (to) expect(transition(status, verb)).toBe(to);
      else expect(() => transition(status, verb)).toThrow(DomainError);
    }
});

test("at the end of a risk acceptance its finding is open again", () => expect(transition("risk_accepted", "end_acceptance")).toBe("open"));

test("an accepted risk is still an open finding", () => expect(findingStatuses.filter((status) => !isOpen(status))).toEqual(["closed"]));

const odile = { personId: "per_odile", roles: ["compliance_officer"] as const };
const finding = { ownerId: "per_priya", workedOnByIds: ["per_tomas"] };
const fixed = { because: "fixed", evidenceId: "evd_1" } as const;

test("a fix is confirmed with evidence, by a second person", () => {
  expect(closeRefusal(odile, finding, fixed)).toBeUndefined();
  expect(closeRefusal(odile, finding, { ...fixed, evidenceId: null })).toBe("needs_evidence");
  expect(closeRefusal(odile, { ...finding, ownerId: "per_odile" }, fixed)).toBe("did_the_work");
  expect(closeRefusal(odile, { ...finding, workedOnByIds: ["per_odile"] }, fixed)).toBe("did_the_work");
});

test("nobody but a compliance officer closes a finding, for whatever reason", () => {
  for (const because of closeReasons)
    expect(closeRefusal({ personId: "per_x", roles: ["approver", "procurement"] }, finding, { because, evidenceId: "evd_1" })).toBe(
      "lacks_role",
    );
});

test("a finding that turns out not to fail needs no evidence of a fix", () =>
  expect(closeRefusal(odile, { ownerId: null, workedOnByIds: [] }, { because: "not_failing", evidenceId: null })).toBeUndefined());

test("a vendor's flip from no to yes leaves the finding open unless it comes with evidence", () => {
  expect(staysOpenAfterNewAnswer({ isStillFailing: false, hasNewEvidence: false })).toBe(true);
  expect(staysOpenAfterNewAnswer({ isStillFailing: false, hasNewEvidence: true })).toBe(false);
  expect(staysOpenAfterNewAnswer({ isStillFailing: true, hasNewEvidence: true })).toBe(true);
});
