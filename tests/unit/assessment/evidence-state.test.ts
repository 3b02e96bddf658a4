// The state of what stands behind an answer: of all of it together, as it is scored, and of each piece, as the reviewer sees it.
import { expect, it } from "vitest";
import { keepsReport } from "#app/domain/assessment/answer-input.ts";
import { type Piece, pieceState, storedEvidenceState } from "#app/domain/assessment/stored-review.ts";
import { aQuestionnaire, compiled, scores } from "#tests/support/questionnaires.ts";

const options = scores({ yes: 1, no: 0 });
const evidence = { kinds: ["policy"], coveredBy: ["soc2-t2"], min: 2, maxAgeDays: 365 };
const [two] = compiled(aQuestionnaire([{ id: "two", type: "choice", options, evidence }])).questions;
const [one] = compiled(aQuestionnaire([{ id: "one", type: "choice", options, evidence: { ...evidence, min: 1 } }])).questions;
const day = "2026-11-23";
const policy: Piece = { id: "evd_1", kind: "policy", startsOn: "2026-09-01", expiresOn: "2027-09-01" };
const old: Piece = { id: "evd_2", kind: "soc2-t2", startsOn: "2024-03-31", expiresOn: "2025-03-31" };

it("each of several documents shows its own state, though too few of them prove nothing", () => {
  expect(storedEvidenceState(two!, [policy], null, day)).toBe("attested");
  expect(pieceState(two!, policy, day)).toBe("provided");
  expect(pieceState(two!, { ...policy, verdict: "verified" }, day)).toBe("verified");
  expect(pieceState(two!, { ...policy, startsOn: "2024-01-01" }, day)).toBe("expired");
  expect(pieceState(two!, { ...policy, kind: "contract" }, day)).toBe("attested");
});

it("a document that is only named counts as provided; one that is attached, as what it is", () => {
  const named = { is: "covered", document: "soc2.pdf", page: "7" } as const;
  expect(storedEvidenceState(one!, [], named, day)).toBe("provided");
  expect(storedEvidenceState(one!, [old], { ...named, evidenceId: old.id }, day)).toBe("expired");
  expect(storedEvidenceState(one!, [{ ...old, verdict: "rejected" }], { ...named, evidenceId: old.id }, day)).toBe("rejected");
});

it("an answer typed anew stays with the report it named, until it names another", () => {
  const before = { is: "covered", document: "soc2.pdf", page: "7", evidenceId: "evd_2" } as const;
  const typed = (document: string) => ({ value: "yes", comment: "", reason: "", instead: { is: "covered", document, page: "8" } as const });
  expect(keepsReport(typed("soc2.pdf"), before).instead).toEqual({ ...before, page: "8" });
  expect(keepsReport(typed("Another one"), before).instead).toEqual({ is: "covered", document: "Another one", page: "8" });
  expect(keepsReport({ ...typed("soc2.pdf"), instead: null }, before).instead).toBe(null);
});
