import { describe, expect, test } from "vitest";
import { attestationRefusal, isPromisable, type SubmissionItem, submissionBlockers } from "#app/domain/assessment/submission.ts";

const answered: SubmissionItem = {
  questionKey: "p#q1",
  isVisible: true,
  isRequired: true,
  isFile: false,
  answer: "given",
  reason: "",
  needsComment: false,
  comment: "",
  needsEvidence: false,
  files: 0,
  instead: null,
};
const codes = (...items: Partial<SubmissionItem>[]) =>
  submissionBlockers(items.map((item) => ({ ...answered, ...item }))).map(({ code }) => code);

describe("Submit is blocked by", () => {
  test("a required question without answer, not by an optional one", () => {
    expect(codes({ answer: "none" })).toEqual(["no_answer"]);
    expect(codes({ answer: "none", isRequired: false })).toEqual([]);
  });
  test("a not-applicable or a refusal to answer without a reason", () => {
    expect(codes({ answer: "na" }, { answer: "declined", reason: "  " })).toEqual(["no_reason", "no_reason"]);
    expect(codes({ answer: "na", reason: "No cards here" }, { answer: "declined", reason: "Secret" })).toEqual([]);
  });
  test("a missing comment where the chosen option asks for one", () => {
    expect(codes({ needsComment: true })).toEqual(["no_comment"]);
    expect(codes({ needsComment: true, comment: "Two of three" })).toEqual([]);
  });
  test("an evidence rule that holds and has nothing", () => {
    expect(codes({ needsEvidence: true })).toEqual(["no_evidence"]);
    expect(
      codes({ needsEvidence: true, files: 1 }, { needsEvidence: true, instead: "covered" }, { needsEvidence: true, instead: "later" }),
    ).toEqual([]);
  });
});

test("it is blocked by nothing else: every combination agrees with the rule written out", () => {
  const flags = [false, true];
  for (const isVisible of flags)
    for (const isRequired of flags)
      for (const isFile of flags)
        for (const answer of ["none", "given", "na", "declined"] as const)
          for (const reason of ["", "x"])
            for (const needsComment of flags)
              for (const comment of ["", "x"])
                for (const needsEvidence of flags)
                  for (const files of [0, 1])
                    for (const instead of [null, "covered", "later"] as const) {
                      const proof = files > 0 || instead !== null;
                      const blocked =
                        isVisible &&
                        ((answer === "none" && isRequired && !(isFile && proof)) ||
                          ((answer === "na" || answer === "declined") && reason === "") ||
                          (answer === "given" && ((needsComment && comment === "") || (needsEvidence && !proof))));
                      const item = { isVisible, isRequired, isFile, answer, reason, needsComment, comment, needsEvidence, files, instead };
                      expect(codes(item).length, JSON.stringify(item)).toBe(blocked ? 1 : 0);
                    }
});

test("blockers come in the order of the questions, one each", () =>
  expect(
    submissionBlockers([
      { ...answered, answer: "none" },
      answered,
      { ...answered, questionKey: "p#q2", needsComment: true, needsEvidence: true },
    ]),
  ).toEqual([
    { questionKey: "p#q1", code: "no_answer" },
    { questionKey: "p#q2", code: "no_comment" },
  ]));

test("a document may be promised for tomorrow at the earliest and in thirty days at the latest", () => {
  expect(["2026-11-24", "2026-11-25", "2026-12-24", "2026-12-25", "2026-02-30", ""].map((on) => isPromisable(on, "2026-11-24"))).toEqual([
    false,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test("an attestation is a typed name with a role", () => {
  expect(attestationRefusal(" M ", "Head of Trust")).toBe("needs_name");
  expect(attestationRefusal("Marguerite Pell", " ")).toBe("needs_role");
  expect(attestationRefusal("Marguerite Pell", "Head of Trust")).toBeUndefined();
});
