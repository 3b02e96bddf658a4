// What a vendor said of itself for one engagement stands for its others: for six months, as long as nothing is open about it.
import { describe, expect, it } from "vitest";
import {
  type AnsweredElsewhere,
  answersToTake,
  determinationToTake,
  type GivenElsewhere,
  lastDayElsewhere,
} from "#app/domain/assessment/answers-elsewhere.ts";
import { assessmentForm } from "#app/domain/assessment/assessment-form.ts";
import type { Question, Questionnaire } from "#app/domain/questionnaire/questionnaire.ts";
import { aQuestionnaire, noHash, scores } from "#tests/support/questionnaires.ts";

const policy = { id: "policy", type: "choice", options: scores({ yes: 1, no: 0 }), askedPer: "vendor" } as const;
const version = (number: string, question: Partial<Question> = {}, more: Partial<Questionnaire> = {}) =>
  aQuestionnaire(
    [
      { ...policy, ...question },
      { id: "service", type: "text" },
    ],
    { id: "core", version: number, ...more },
  );
const formOf = (questionnaire: Questionnaire) => assessmentForm([{ questionnaire, sha256: noHash }]);
const questionKey = "core#policy";

const given = (signedOn: string, parts: Partial<GivenElsewhere> = {}): GivenElsewhere => ({
  ...{ questionKey, revision: 1, value: "yes", reason: "" },
  ...{ signedAt: new Date(`${signedOn}T10:00:00Z`), signedOn, taken: undefined, isDoubted: false },
  ...parts,
});
const assessed = (name: string, ...answers: GivenElsewhere[]): AnsweredElsewhere => ({
  ...{ assessmentId: `asm_${name}`, engagementId: `eng_${name}`, form: formOf(version("1.0.0")), answers },
});
const takenBy = (elsewhere: AnsweredElsewhere[], asked = version("1.0.0"), sentOn = "2026-12-01", versions: Questionnaire[] = [asked]) =>
  answersToTake({ form: formOf(asked), facts: { tier: 2 }, engagementId: "eng_new", sentOn }, elsewhere, () => versions).map(
    ({ assessmentId, revision }) => `${assessmentId} ${revision}`,
  );

describe("a question asked once per vendor takes the answer to another engagement", () => {
  it("that was signed last, whichever engagement it was given for", () => {
    const [older, newer] = [assessed("a", given("2026-09-01")), assessed("b", given("2026-10-01", { revision: 3 }))];
    expect(takenBy([older, newer])).toEqual(["asm_b 3"]);
    expect(takenBy([newer, older])).toEqual(["asm_b 3"]);
    expect(takenBy([])).toEqual([]);
  });

  it("until the same day six calendar months later, and not a day longer", () => {
    expect(lastDayElsewhere("2026-08-31")).toBe("2027-02-28");
    const elsewhere = [assessed("a", given("2026-08-31"))];
    expect(takenBy(elsewhere, undefined, "2027-02-28")).toEqual(["asm_a 1"]);
    expect(takenBy(elsewhere, undefined, "2027-03-01")).toEqual([]);
  });

  it("which is not made younger by being taken over", () => {
    const source = { is: "elsewhere", assessmentId: "asm_a", revision: 1, signedOn: "2026-05-20" } as const;
    const elsewhere = [assessed("a", given("2026-05-20")), assessed("b", given("2026-11-01", { taken: source }))];
    expect(takenBy(elsewhere, undefined, "2026-11-20")).toEqual(["asm_a 1"]);
    expect(takenBy(elsewhere, undefined, "2026-11-21")).toEqual([]);
  });

  it("unless something is open about it, where it was given or where it was taken over", () => {
    expect(takenBy([assessed("a", given("2026-10-01")), assessed("b", given("2026-11-01", { isDoubted: true }))])).toEqual([]);
    const source = { is: "elsewhere", assessmentId: "asm_a", revision: 1, signedOn: "2026-10-01" } as const;
    const over = (parts: Partial<GivenElsewhere>) => [assessed("a", given("2026-10-01")), assessed("b", given("2026-11-01", parts))];
    expect(takenBy(over({ taken: source, isDoubted: true }))).toEqual([]);
    expect(takenBy(over({ taken: { ...source, revision: 9 }, isDoubted: true }))).toEqual(["asm_a 1"]);
  });

  it("and is asked again where the newest word was given for the same engagement", () => {
    expect(takenBy([assessed("a", given("2026-10-01")), assessed("new", given("2026-11-01"))])).toEqual([]);
    expect(takenBy([assessed("a", given("2026-11-01")), assessed("new", given("2026-10-01"))])).toEqual(["asm_a 1"]);
  });

  it("and is asked again where it means something else by now, or is asked for each engagement", () => {
    const elsewhere = [assessed("a", given("2026-11-01"))];
    const old = version("1.0.0");
    expect(takenBy(elsewhere, version("1.1.0", { text: { en: "Other words" } }))).toEqual(["asm_a 1"]);
    expect(takenBy(elsewhere, version("2.0.0", { options: scores({ yes: 1, never: 0 }) }))).toEqual([]);
    expect(takenBy(elsewhere, version("2.0.0", { type: "multichoice" }))).toEqual([]);
    const anew = version("2.0.0", {}, { changes: { policy: { carry: false, note: { en: "Asks more." } } } });
    expect(takenBy(elsewhere, version("2.1.0"), undefined, [old, anew, version("2.1.0")])).toEqual([]);
    expect(takenBy(elsewhere, version("1.1.0", { askedPer: undefined } as never))).toEqual([]);
    // A tier at which nobody is asked leaves nothing to be taken.
    expect(takenBy(elsewhere, version("1.1.0", { when: { fact: "tier", lte: 1 } }))).toEqual([]);
  });
});

describe("its determination comes with it", () => {
  const judged = (assessmentId: string, verdict: string, day: string) => ({ assessmentId, verdict, value: null, at: new Date(day) });
  const first = judged("asm_a", "accepted", "2026-10-05");

  it("as it was given there, and as it was confirmed where the answer had been taken over", () => {
    expect(determinationToTake("asm_a", [first])).toBe(first);
    expect(determinationToTake("asm_a", [judged("asm_b", "accepted", "2026-11-05"), first])).toBe(first);
    expect(determinationToTake("asm_a", [judged("asm_b", "rejected", "2026-10-01"), first])).toBe(first);
  });

  it("but not when somebody has judged the same answer otherwise since, nor when it was never judged there", () => {
    expect(determinationToTake("asm_a", [first, judged("asm_b", "rejected", "2026-11-05")])).toBeUndefined();
    expect(determinationToTake("asm_a", [judged("asm_b", "accepted", "2026-11-05")])).toBeUndefined();
  });
});
