// What was stored comes back into the form as it was typed, and is read as the same answer again.
import { expect, test } from "vitest";
import { type AnswerInput, readAnswer } from "#app/domain/assessment/answer-input.ts";
import { typedAnswer } from "#app/domain/assessment/typed-answer.ts";
import { vendorQuestion } from "#app/domain/questionnaire/vendor-question.ts";
import { aQuestionnaire, compiled, scores } from "#tests/support/questionnaires.ts";

const { questions, files } = compiled(
  aQuestionnaire([
    { id: "flag", type: "boolean", na: true },
    { id: "one", type: "choice", options: scores({ good: 1, bad: 0 }), evidence: { kinds: ["policy"] } },
    { id: "many", type: "multichoice", options: scores({ eu: 0.5, us: 0.5 }) },
    { id: "hours", type: "number", min: 0, max: 100 },
    { id: "tested", type: "date" },
    { id: "words", type: "text", multiline: true },
    {
      id: "chain",
      type: "table",
      columns: [
        { id: "name", type: "text", label: { en: "Name" }, required: true },
        { id: "people", type: "number", label: { en: "People" } },
      ],
    },
  ]),
);
const plain = { comment: "", reason: "", instead: null };
const answers: [string, AnswerInput][] = [
  ["flag", { ...plain, value: true }],
  ["flag", { ...plain, value: "na", reason: "We hold no cards." }],
  ["flag", { ...plain, value: "declined", reason: "Secret." }],
  ["flag", { ...plain, value: null }],
  ["one", { ...plain, value: "bad", comment: "Two of three." }],
  ["one", { ...plain, value: "good", instead: { is: "covered", document: "SOC 2", page: "12" } }],
  ["one", { ...plain, value: "good", instead: { is: "later", on: "2026-11-30" } }],
  ["many", { ...plain, value: ["eu", "us"] }],
  ["hours", { ...plain, value: 24 }],
  ["tested", { ...plain, value: "2026-10-01" }],
  ["words", { ...plain, value: "First line\nsecond line" }],
  ["chain", { ...plain, value: [{ name: "Amber Quay", people: 3 }, { name: "Birch Mill" }] }],
];

test.each(answers)("an answer to “%s” survives its form: %j", (id, answer) => {
  const { questionnaire, question } = questions.find(({ question }) => question.id === id)!;
  const shown = vendorQuestion(files[questionnaire]!.questionnaire, question, "en");
  expect(readAnswer(shown, typedAnswer(answer), "2026-11-22")).toEqual({ ok: true, answer });
});
