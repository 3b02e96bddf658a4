import { describe, expect, it } from "vitest";
import type { Answers } from "#app/domain/questionnaire/answer.ts";
import { conflictsOf } from "#app/domain/questionnaire/conflicts.ts";
import type { Question } from "#app/domain/questionnaire/questionnaire.ts";
import {
  acceptedTypes,
  type Backing,
  gatesOf,
  knockOutsOf,
  requiredQuestions,
  requirementsOf,
  unansweredQuestions,
} from "#app/domain/questionnaire/requirements.ts";
import { evaluate } from "#app/domain/questionnaire/visibility.ts";
import { aQuestionnaire, compiled, scores } from "#tests/support/questionnaires.ts";

const options = {
  good: { label: { en: "Good" }, score: 1 },
  half: { label: { en: "Half" }, score: 0.5, require: ["comment" as const] },
  na: { label: { en: "Not applicable" }, score: null, require: ["comment" as const] },
};

const set = compiled(
  aQuestionnaire(
    [
      { id: "gate", type: "boolean", scored: false },
      { id: "second_gate", type: "boolean", scored: false, when: { q: "gate", is: true } },
      {
        id: "proven",
        type: "choice",
        options,
        when: { q: "second_gate", is: true },
        criticality: "blocker",
        onFail: { capScore: 69 },
        evidence: { when: { q: "proven", in: ["good", "half"] }, kinds: ["policy"], min: 2 },
      },
      { id: "plain", type: "choice", options: scores({ good: 1, bad: 0 }) },
      { id: "upload", type: "file", kinds: ["dpa"] },
      { id: "remark", type: "text" },
      { id: "duty", type: "text", required: true },
      { id: "optional_gate", type: "boolean", scored: false, required: false },
      { id: "last", type: "text", when: { q: "optional_gate", is: true } },
    ],
    {
      conflicts: [
        {
          when: {
            all: [
              { q: "gate", is: false },
              { fact: "card", gte: 3 },
            ],
          },
          text: { en: "Says no cards, we know better." },
        },
      ],
    },
  ),
);
const open: Answers = { gate: { value: true }, second_gate: { value: true } };
const of = (id: string, answers: Answers, backing?: Backing) =>
  requirementsOf(set.questions[set.byKey.get(id)!]!, evaluate(set, answers, {}), backing);

describe("what a question still needs before submission", () => {
  it("a required question needs an answer; declining is one, with a reason", () => {
    expect(of("plain", {}).missing).toEqual(["answer"]);
    expect(of("plain", { plain: { value: "good" } }).missing).toEqual([]);
    expect(of("plain", { plain: { value: "declined" } }).missing).toEqual(["reason"]);
    expect(of("plain", { plain: { value: "declined", reason: "Secret." } }).missing).toEqual([]);
  });

  it("an option may ask for a comment", () => {
    const answers: Answers = { ...open, proven: { value: "half", comment: " " } };
    expect(of("proven", answers, { files: 1 })).toMatchObject({ needsComment: true, missing: ["comment"] });
    expect(of("proven", { ...open, proven: { value: "half", comment: "So." } }, { files: 1 }).missing).toEqual([]);
  });

  it("an evidence rule that holds needs a file, a document that covers it, or a date", () => {
    const answers: Answers = { ...open, proven: { value: "good" } };
    expect(of("proven", answers)).toMatchObject({
      needsEvidence: true,
      evidenceKinds: ["policy"],
      evidencePieces: 2,
      missing: ["evidence"],
    });
    expect(of("proven", answers, { files: 1 }).missing).toEqual([]);
    expect(of("proven", answers, { files: 0, instead: "covered" }).missing).toEqual([]);
    expect(of("proven", answers, { files: 0, instead: "later" }).missing).toEqual([]);
  });

  it("not applicable needs its reason, neither comment nor evidence", () => {
    expect(of("proven", { ...open, proven: { value: "na" } })).toMatchObject({ needsEvidence: false, missing: ["reason"] });
  });

  it("a file question is answered by its file, or by what stands for it until it comes", () => {
    expect(of("upload", {}).missing).toEqual(["answer"]);
    expect(of("upload", {}, { files: 1 }).missing).toEqual([]);
    expect(of("upload", {}, { files: 0, instead: "later" }).missing).toEqual([]);
  });

  it("a hidden question needs nothing", () => {
    expect(of("proven", { proven: { value: "half" } })).toMatchObject({ visible: false, required: false, missing: [] });
  });
});

it("required are scored questions, those a condition asks and those that say so, unless they say otherwise", () => {
  const state = evaluate(set, open, {});
  expect(requiredQuestions(set, state).map(({ key }) => key)).toEqual(["gate", "second_gate", "proven", "plain", "upload", "duty"]);
  expect(unansweredQuestions(set, state).map(({ key }) => key)).toEqual(["proven", "plain", "upload", "duty"]);
});

it("gates are what hides a knock-out at whatever remove; other conditions make none", () => {
  expect(gatesOf(set).map(({ key }) => key)).toEqual(["gate", "second_gate"]);
  expect(knockOutsOf(set).map(({ key }) => key)).toEqual(["proven"]);
});

it("contradictions the file names are found, with the questions they are about", () => {
  const conflicts = (card: 1 | 3, value: boolean) => conflictsOf(set, evaluate(set, { gate: { value } }, { card }));
  const gate = set.byKey.get("gate");
  expect(conflicts(3, false)).toEqual([{ text: "Says no cards, we know better.", questions: [gate], facts: ["card"] }]);
  expect(conflicts(3, true)).toEqual([]);
  expect(conflicts(1, false)).toEqual([]);
});

it("a document has a type of its kind that the question takes, too", () => {
  const ofKind = ["application/pdf", "image/png"];
  const question = (more: object) => ({ question: { id: "q", type: "choice", text: {}, ...more } as Question });
  expect(acceptedTypes(question({ evidence: { kinds: ["policy"] } }), ofKind)).toEqual(ofKind);
  expect(acceptedTypes(question({ evidence: { kinds: ["policy"], accept: ["application/pdf"] } }), ofKind)).toEqual(["application/pdf"]);
  expect(acceptedTypes(question({ type: "file", kinds: ["policy"], accept: ["image/png", "text/csv"] }), ofKind)).toEqual(["image/png"]);
});
