// The typed columns of a table: what a vendor may write into a cell, and what is said where it cannot be that.
import { describe, expect, it } from "vitest";
import { readAnswer } from "#app/domain/assessment/answer-input.ts";
import { columnTypes } from "#app/domain/questionnaire/questionnaire.ts";
import { vendorQuestion } from "#app/domain/questionnaire/vendor-question.ts";
import { problemWords } from "#app/i18n/answer-words.ts";
import { en } from "#app/i18n/en.ts";
import { aQuestionnaire } from "#tests/support/questionnaires.ts";
import { emptyAnswer } from "#tests/support/sending.ts";

const columns = columnTypes.map((type) => ({ id: type, type }));
const questionnaire = aQuestionnaire([{ id: "list", type: "table", columns, maxRows: 2 }]);
const question = vendorQuestion(questionnaire, questionnaire.sections[0]!.questions[0]!, "en");
const read = (...rows: Record<string, string>[]) => readAnswer(question, { ...emptyAnswer, rows }, "2026-11-23");

describe("a cell", () => {
  it.each([
    ["number", "1,5", 1.5],
    ["date", "2026-02-28", "2026-02-28"],
    ["country", "de", "DE"],
    ["country", "Germany", "DE"],
    ["country", "Österreich", "AT"],
    ["country", "USA", "US"],
    ["url", "https://status.quillpay.example/now?x=1", "https://status.quillpay.example/now?x=1"],
    ["email", "soc@quillpay.example", "soc@quillpay.example"],
  ])("of type %s takes “%s”", (type, typed, kept) => {
    expect(read({ [type]: typed })).toMatchObject({ ok: true, answer: { value: [{ [type]: kept }] } });
  });

  it.each([
    ["number", "many", "Row 1: enter a number as “Number”"],
    ["date", "2026-02-30", "Row 1: enter a day as “Date”"],
    ["country", "Atlantis", "Row 1: enter a country as “Country”, its name or two letters"],
    ["url", "javascript:alert(1)", "Row 1: enter a web address as “Url”, beginning with https://"],
    ["url", "quillpay.example", "Row 1: enter a web address as “Url”, beginning with https://"],
    ["email", "soc at quillpay", "Row 1: enter an e-mail address as “Email”"],
  ])("of type %s refuses “%s” and says what it wants", (type, typed, words) => {
    const result = read({ text: "Acme", [type]: typed });
    expect(result.ok ? "" : problemWords(result.problem, en.portal)).toBe(words);
  });
});

it("a table takes no more rows than it may have, empty ones not counted", () => {
  expect(read({ text: "a" }, {}, { text: "b" })).toMatchObject({ ok: true });
  expect(read({ text: "a" }, { text: "b" }, { text: "c" })).toMatchObject({ ok: false, problem: { is: "too_many_rows", max: 2 } });
});
