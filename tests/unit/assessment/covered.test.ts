// What a report answers (docs: questionnaires, rule 5): proposed only where one answer is the best it can prove, never where it is hidden,
// answered or backed already.
import { describe, expect, it } from "vitest";
import type { Instead } from "#app/domain/assessment/answer-input.ts";
import { assessmentForm } from "#app/domain/assessment/assessment-form.ts";
import { coveredByReport, coveredQuestions, isOnlyFromReport, reachOf, savedByReports } from "#app/domain/assessment/covered.ts";
import { type StoredAnswer, vendorState } from "#app/domain/assessment/vendor-state.ts";
import type { AnswerValue } from "#app/domain/questionnaire/answer.ts";
import type { EvidenceRule } from "#app/domain/questionnaire/questionnaire.ts";
import { aQuestionnaire, noHash, scores } from "#tests/support/questionnaires.ts";

const rule = (id: string, codes: (string | boolean)[], more: Partial<EvidenceRule> = {}): EvidenceRule => ({
  when: { q: id, in: codes },
  kinds: ["policy"],
  coveredBy: ["soc2-t2"],
  ...more,
});

const form = assessmentForm([
  {
    sha256: noHash,
    questionnaire: aQuestionnaire(
      [
        { id: "gate", type: "boolean" },
        { id: "best", type: "choice", options: scores({ all: 1, most: 0.5, none: 0 }), evidence: rule("best", ["all", "most"]) },
        { id: "unproven_best", type: "choice", options: scores({ own: 1, half: 0.5, none: 0 }), evidence: rule("unproven_best", ["half"]) },
        { id: "tied", type: "choice", options: scores({ tls13: 1, tls12: 1, older: 0 }), evidence: rule("tied", ["tls13", "tls12"]) },
        { id: "good_no", type: "boolean", options: scores({ true: 0, false: 1 }), evidence: rule("good_no", [false]) },
        {
          id: "days",
          type: "number",
          bands: [{ upTo: 30, score: 1 }, { score: 0 }],
          evidence: { kinds: ["policy"], coveredBy: ["soc2-t2"] },
        },
        {
          id: "hidden",
          type: "choice",
          when: { q: "gate", is: true },
          options: scores({ yes: 1, no: 0 }),
          evidence: rule("hidden", ["yes"], { coveredBy: ["soc2-t2", "pci-roc"] }),
        },
        { id: "several", type: "choice", options: scores({ yes: 1, no: 0 }), evidence: rule("several", ["yes"], { min: 2 }) },
        { id: "fresh", type: "choice", options: scores({ yes: 1, no: 0 }), evidence: rule("fresh", ["yes"], { maxAgeDays: 90 }) },
        { id: "upload", type: "file", kinds: ["policy"], evidence: { kinds: ["policy"], coveredBy: ["soc2-t2"] } },
        { id: "other", type: "choice", options: scores({ yes: 1, no: 0 }), evidence: rule("other", ["yes"], { coveredBy: ["iso27001"] }) },
      ],
      { id: "pack" },
    ),
  },
]);

const answer = (id: string, value: AnswerValue, instead: Instead | null = null): StoredAnswer => ({
  questionKey: `pack#${id}`,
  value,
  comment: "",
  reason: "secret",
  instead,
});
const state = (answers: StoredAnswer[] = [], files: Record<string, number> = {}) =>
  vendorState(form, {}, answers, (key) => files[key.slice(5)] ?? 0);
const roles = (kind: string, answers: StoredAnswer[] = [], files: Record<string, number> = {}) =>
  Object.fromEntries(
    coveredQuestions(state(answers, files), kind).map(({ index, role, proposal }) => [
      form.keys[index]!.slice(5),
      role === "answer" ? proposal : role,
    ]),
  );

describe("a report", () => {
  it("proposes the one best answer it can prove, and asks the vendor where there is none", () => {
    expect(roles("soc2-t2")).toEqual({
      best: "all",
      unproven_best: "half",
      tied: "fill",
      good_no: false,
      days: "fill",
      fresh: "yes",
      upload: null,
    });
  });

  it("answers nothing that is hidden; what becomes visible is counted then", () => {
    expect(roles("pci-roc")).toEqual({});
    expect(roles("pci-roc", [answer("gate", true)])).toEqual({ hidden: "yes" });
    expect(reachOf(state()).kinds.map(({ kind }) => kind)).toEqual(["soc2-t2", "iso27001"]);
    expect(reachOf(state([answer("gate", true)]))).toEqual({
      kinds: [
        { kind: "soc2-t2", answers: 6, proves: 2 },
        { kind: "pci-roc", answers: 1, proves: 0 },
        { kind: "iso27001", answers: 1, proves: 0 },
      ],
      answers: 7,
    });
  });

  it("proves an answer that lacks its document, and leaves alone what needs none or has one", () => {
    const answers = [answer("best", "most"), answer("unproven_best", "none"), answer("good_no", "declined"), answer("tied", "tls12")];
    expect(roles("soc2-t2", answers, { tied: 1 })).toEqual({ best: "prove", days: "fill", fresh: "yes", upload: null });
    expect(roles("soc2-t2", [answer("best", "all", { is: "later", on: "2026-12-01" })]).best).toBe("prove");
    expect(roles("soc2-t2", [answer("best", "all", { is: "covered", document: "An old one", page: "" })]).best).toBeUndefined();
  });

  it("answers nothing it is too old for", () => {
    const report = { id: "evd_1", kind: "soc2-t2", startsOn: "2026-03-31", expiresOn: "2027-03-31" } as const;
    const keys = (day: string) => coveredByReport(state(), report, day).map(({ index }) => form.keys[index]!.slice(5));
    expect(keys("2026-06-01")).toContain("fresh");
    expect(keys("2026-11-23")).not.toContain("fresh");
    expect(keys("2026-11-23")).toContain("best");
    expect(keys("2028-01-01")).toEqual([]);
    expect(coveredByReport(state(), { ...report, verdict: "rejected" }, "2026-06-01")).toEqual([]);
  });
});

it("only answers the vendor left as proposed count as saved, while they are shown", () => {
  const cover = { is: "covered", document: "soc2.pdf", page: "", evidenceId: "evd_1" } as const;
  const rows = [
    { questionKey: "pack#best", origin: "report", instead: cover },
    { questionKey: "pack#good_no", origin: "vendor", instead: cover },
    { questionKey: "pack#hidden", origin: "report", instead: cover },
  ];
  expect(savedByReports(state(), rows)).toBe(1);
  expect(savedByReports(state([answer("gate", true)]), rows)).toBe(2);
  expect(isOnlyFromReport(rows[0]!, "evd_2")).toBe(false);
});
