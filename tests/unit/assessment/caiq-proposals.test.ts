// What a filled CAIQ proposes for our questions: the rows of a control speak for the questions that name it, and only where they agree.
import { describe, expect, it } from "vitest";
import { assessmentForm } from "#app/domain/assessment/assessment-form.ts";
import { caiqProposals, caiqReference } from "#app/domain/assessment/caiq-proposals.ts";
import { type StoredAnswer, vendorState } from "#app/domain/assessment/vendor-state.ts";
import { controlIn41 } from "#app/domain/questionnaire/ccm-editions.ts";
import { frameworkControls } from "#app/domain/questionnaire/control-ids.ts";
import type { CaiqAnswers } from "#app/domain/questionnaire/import/caiq-answers.ts";
import type { CaiqItem } from "#app/domain/questionnaire/import/caiq-content.ts";
import { caiqAnswers } from "#app/domain/questionnaire/import/caiq-rows.ts";
import type { Question } from "#app/domain/questionnaire/questionnaire.ts";
import { aQuestionnaire, noHash, scores } from "#tests/support/questionnaires.ts";
import { newestQuestionnaires } from "../content/shipped-files.ts";

type Said = Record<string, string | readonly [answer: string, explanation: string]>;

const filled = (said: Said, version = "4.1.0"): CaiqAnswers => {
  const items = Object.entries(said).map(([id, given]): CaiqItem => {
    const [answer, explanation] = typeof given === "string" ? [given, ""] : given;
    const where = { file: 0, path: [] };
    const row = { answer: { text: answer, where }, explanation, further: [] };
    return { id, text: "?", controlId: id.replace(/\.\d$/, ""), controlTitle: "", specification: "", domain: "", where, given: row };
  });
  return caiqAnswers({ title: "CAIQ", version, notice: undefined, items }, "caiq.xlsx");
};

const mfa = "csa-ccm-4.1#IAM-13";
const graded = { type: "choice", options: scores({ all: 1, most: 0.5, none: 0 }), controls: [mfa] } as const;

/** What is proposed to a question on its own. */
function proposed(question: Partial<Question>, said: Said, answers: StoredAnswer[] = []) {
  const questionnaire = aQuestionnaire([{ ...graded, id: "q", ...question } as Question]);
  const form = assessmentForm([{ questionnaire, sha256: noHash }]);
  const [first] = caiqProposals(vendorState(form, {}, answers), filled(said));
  return first && [first.role, first.proposal, first.rows.map(({ id }) => id)];
}

describe("several rows for one question", () => {
  it.each<[string, Said, unknown]>([
    ["all yes: the best answer", { "IAM-13.1": "Yes", "IAM-13.2": "yes" }, ["answer", "all", ["IAM-13.1", "IAM-13.2"]]],
    ["yes and no: the one answer in between", { "IAM-13.1": "Yes", "IAM-13.2": "No" }, ["answer", "most", ["IAM-13.1", "IAM-13.2"]]],
    ["all no: nothing, the rows are shown", { "IAM-13.1": "No", "IAM-13.2": "No" }, ["look", null, ["IAM-13.1", "IAM-13.2"]]],
    ["what does not apply is left out", { "IAM-13.1": "Yes", "IAM-13.2": "N/A" }, ["answer", "all", ["IAM-13.1", "IAM-13.2"]]],
    ["words instead of an answer leave it open", { "IAM-13.1": "Yes", "IAM-13.2": "Mostly" }, ["look", null, ["IAM-13.1", "IAM-13.2"]]],
    ["nothing applies, and that is no answer here", { "IAM-13.1": "NA" }, ["look", null, ["IAM-13.1"]]],
    ["a row of another control says nothing", { "IAM-14.1": "Yes" }, undefined],
  ])("%s", (_, said, expected) => {
    expect(proposed({}, said)).toEqual(expected);
  });

  it("nothing applies: not applicable, where that is an answer", () => {
    expect(proposed({ na: true }, { "IAM-13.1": "NA", "IAM-13.2": "NA" })).toEqual(["answer", "na", ["IAM-13.1", "IAM-13.2"]]);
    expect(proposed({ na: true }, { "IAM-13.1": "NA", "IAM-13.2": "No" })).toEqual(["look", null, ["IAM-13.1", "IAM-13.2"]]);
  });

  it("a question with two controls needs the rows of both", () => {
    const controls = [mfa, "csa-ccm-4.1#IAM-14"];
    expect(proposed({ controls }, { "IAM-13.1": "Yes", "IAM-14.1": "No" })).toEqual(["answer", "most", ["IAM-13.1", "IAM-14.1"]]);
  });
});

describe("what a yes means", () => {
  const yes = { "IAM-13.1": "Yes" };

  it("is the answer that scores, even if that is “No”", () => {
    const options = { true: { score: 0, label: { en: "Yes" } }, false: { score: 1, label: { en: "No" } } };
    expect(proposed({ type: "boolean", options }, yes)).toEqual(["answer", false, ["IAM-13.1"]]);
  });

  it("is for the vendor to fill in where several answers are as good, or degrees, a number, a day or ticks are asked", () => {
    const fill = ["fill", null, ["IAM-13.1"]];
    expect(proposed({ options: scores({ key: 1, app: 1, none: 0 }) }, yes)).toEqual(fill);
    expect(proposed({ type: "number", bands: [{ upTo: 9, score: 1 }, { score: 0 }] }, yes)).toEqual(fill);
    expect(proposed({ type: "date", bands: [{ upTo: 9, score: 1 }, { score: 0 }] }, yes)).toEqual(fill);
    expect(proposed({ type: "multichoice", options: scores({ a: 0.5, b: 0.5 }) }, yes)).toEqual(fill);
    expect(proposed({ options: scores({ all: 1, most: 0.7, some: 0.3, none: 0 }) }, yes)).toEqual(fill);
    expect(proposed({ scored: false }, yes)).toEqual(fill);
  });

  it("is no partial answer where two would do", () => {
    const options = scores({ all: 1, most: 0.7, some: 0.3, none: 0 });
    expect(proposed({ options }, { "IAM-13.1": "Yes", "IAM-13.2": "No" })).toEqual(["look", null, ["IAM-13.1", "IAM-13.2"]]);
  });

  it("changes nothing where the vendor answered, nor where nothing is asked", () => {
    expect(proposed({}, yes, [{ questionKey: "test#q", value: "none", comment: "", reason: "", instead: null }])).toBeUndefined();
    expect(proposed({ when: { fact: "card", gte: 3 } }, yes)).toBeUndefined();
  });
});

describe("a CAIQ 4.0.3", () => {
  it("means the controls of 4.1 by their title, not by their number", () => {
    const renamed = {
      "IAM-14": "IAM-13",
      "IAM-13": "IAM-12",
      "TVM-03": "TVM-08",
      "TVM-06": "TVM-07",
      "SEF-07": "SEF-08",
      "IVS-03": "I&S-03",
    };
    for (const [before, now] of Object.entries(renamed)) expect([before, controlIn41(before, "4.0")]).toEqual([before, now]);
    const { rows } = filled({ "IAM-14.1": "Yes", "IAM-12.1": "Yes", "A&A-02.1": "No" }, "4.0.3");
    expect(rows.map(({ id, control }) => [id, control])).toEqual([
      ["IAM-14.1", "IAM-13"],
      ["IAM-12.1", null],
      ["A&A-02.1", "A&A-02"],
    ]);
  });

  it("has 197 controls, of which one is gone; no two became one", () => {
    const sizes = {
      "A&A": 6,
      AIS: 7,
      BCR: 11,
      CCC: 9,
      CEK: 21,
      DCS: 15,
      DSP: 19,
      GRC: 8,
      HRS: 13,
      IAM: 16,
      IPY: 4,
      IVS: 9,
      LOG: 13,
      SEF: 8,
      STA: 14,
      TVM: 10,
      UEM: 14,
    };
    const ids = Object.entries(sizes).flatMap(([domain, n]) =>
      Array.from({ length: n }, (_, i) => `${domain}-${String(i + 1).padStart(2, "0")}`),
    );
    expect(ids).toHaveLength(197);
    const now = ids.map((id) => controlIn41(id, "4.0"));
    expect(ids.filter((_, i) => now[i] === undefined)).toEqual(["IAM-12"]);
    expect(new Set(now).size).toBe(197);
    expect(now.filter((id) => id !== undefined && !(frameworkControls["csa-ccm-4.1"] as readonly string[]).includes(id))).toEqual([]);
    expect(["IAM-17", "IVS-10", "DCS-16", "XXX-01", "A&A-1", ""].map((id) => controlIn41(id, "4.0"))).toEqual(Array(6).fill(undefined));
  });
});

it("another edition, and one that nobody filled in, is refused in words", () => {
  expect(() => filled({ "AIS-01.1": "Yes" }, "3.1")).toThrow("Only CAIQ 4.0 and 4.1 can be used");
  expect(() => filled({ "AIS-01.1": "" })).toThrow("No question of this CAIQ is answered.");
});

it("every answer says which rows it is from, what the vendor explained, and stays short", () => {
  const { edition, rows } = filled({ "IAM-13.1": ["Yes", "Keys for all."], "IAM-13.2": "Mostly", "IAM-14.1": "" });
  expect(caiqReference(edition, rows)).toBe("CAIQ 4.1, row IAM-13.1: Yes\nCAIQ 4.1, row IAM-13.2: Mostly\nIAM-13.1: Keys for all.");
  const long = filled(
    Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`IAM-13.${i}`, ["Yes", "x".repeat(5000)]] as const).slice(0, 9)),
  );
  expect(caiqReference(long.edition, long.rows).length).toBeLessThanOrEqual(3000);
});

it("reaches dozens of questions of the packs for hosts, with every answer yes", () => {
  const files = ["core-security", "hosting-provider"].map((id) => newestQuestionnaires.find((each) => each.id === id)!);
  const form = assessmentForm(files.map((questionnaire) => ({ questionnaire, sha256: noHash })));
  const facts = { tier: 1, card: 4, personal_data: 4, access: 4, dependency: 4 } as const;
  const said = Object.fromEntries(frameworkControls["csa-ccm-4.1"].map((id) => [`${id}.1`, "Yes"]));
  const proposals = caiqProposals(vendorState(form, facts, []), filled(said));
  expect(proposals.length).toBeGreaterThan(35);
  expect(proposals.every(({ role }) => role !== "look")).toBe(true);
  expect(proposals.filter(({ role }) => role === "answer").length).toBeGreaterThan(10);
});
