// EDUCAUSE's HECVAT: questions and good answers from the hidden sheet, answers from the visible ones, whose formulas are never computed.
// The workbooks have the layout of the real one and invented texts.
import type { CellObject } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { score } from "#app/domain/assessment/score.ts";
import { questionsOf } from "#app/domain/questionnaire/structure.ts";
import {
  type Imported,
  importQuestionnaire,
  type NamedBytes,
  openArchive,
} from "#app/server/questionnaires/import/import-questionnaire.server.ts";
import { parseAnswers } from "#app/server/questionnaires/parse-answers.server.ts";
import { compiled } from "#tests/support/questionnaires.ts";
import { aHecvat, aWorkbook, hecvatHeader, hecvatQuestions } from "#tests/support/workbooks.ts";

const imported = async (file: NamedBytes): Promise<Imported> => importQuestionnaire("hecvat", await openArchive("hecvat", file));
const all = hecvatQuestions();
const goodNo = all.find(({ good }) => good === "No")!;
const goodYes = all.find(({ good }) => good === "Yes")!;

describe("a blank HECVAT", () => {
  it("gives all 332 questions in 35 sections, 40 of them with “No” as the good answer, weighted 20, 10 and 5", async () => {
    const { questionnaire } = await imported(aHecvat());
    const questions = questionsOf(questionnaire).map(({ question }) => question);
    expect(questions.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
    expect(questionnaire.sections).toHaveLength(35);
    const scaled = (scale: string) => questions.filter((question) => question.scale === scale).length;
    expect([scaled("yes_is_good"), scaled("no_is_good"), questions.filter(({ scored }) => scored === false).length]).toEqual([247, 40, 45]);
    const weighing = (weight: number) => questions.filter((question) => question.weight === weight).length;
    expect([weighing(20), weighing(10), weighing(5)]).toEqual([87, 135, 65]);
    expect(questionnaire).toMatchObject({
      id: "hecvat",
      version: "4.1.4",
      source: { license: "Copyright © 2026 Makers of Invented Questions" },
    });
  });

  it("takes wording, guidance and reason from the hidden sheet, and the name of a section from the visible one", async () => {
    const { questionnaire } = await imported(aHecvat());
    const section = questionnaire.sections.find(({ id }) => id === goodYes.id.slice(0, 4))!;
    expect(section.title.en).toBe(`Invented category ${section.id}`);
    expect(section.questions[0]).toMatchObject({
      id: goodYes.id,
      text: { en: goodYes.text },
      why: { en: `Why ${goodYes.id}.` },
      guidance: { en: `How to answer ${goodYes.id}.\n\nIf no: Say when it will be.` },
    });
  });

  it("asks yes or no where the question is put so, else for words", async () => {
    const { questionnaire } = await imported(aHecvat());
    const typeOf = new Map(questionsOf(questionnaire).map(({ question }) => [question.id, question.type]));
    expect([typeOf.get("REQU-01"), typeOf.get("GNRL-01")]).toEqual(["choice", "text"]);
  });

  it("has no answers, although its cells hold formulas", async () => {
    const { report, answers } = await imported(aHecvat());
    expect(report.answers).toBe(0);
    expect(parse(answers!)).toEqual({ answers: {} });
  });

  it("names columns and sheets without a place", async () => {
    const { report } = await imported(aHecvat());
    expect(report.lost).toContainEqual({
      place: "Questions!K2",
      what: "the column “Score Mapping”",
      why: "It steers the workbook's own sheets and scores.",
    });
    expect(report.lost.map(({ place }) => place)).toEqual(expect.arrayContaining(["sheet Institution Evaluation", "sheet Auto Responses"]));
  });
});

describe("a filled HECVAT", () => {
  const given = {
    "REQU-01": { answer: "Yes" },
    "GNRL-01": { answer: "Invented Ltd", information: "since 2001" },
    [goodNo.id]: { answer: "No", information: "Never did." },
    [goodYes.id]: { answer: "N/A", information: "Not sold here." },
  };

  it("gives its answers: codes, words, reasons", async () => {
    const { answers } = await imported(aHecvat(given));
    expect(parse(answers!).answers).toEqual({
      "REQU-01": { value: "yes" },
      "GNRL-01": { value: "Invented Ltd", comment: "since 2001" },
      [goodNo.id]: { value: "no", comment: "Never did." },
      [goodYes.id]: { value: "na", reason: "Not sold here." },
    });
  });

  it("is scored by its own expectation: a good “No” counts in full, unproven 70 %", async () => {
    const { questionnaire, answers } = await imported(aHecvat(given));
    const input = parseAnswers(new TextEncoder().encode(answers!), "answers.yaml");
    const row = score(compiled(questionnaire), input).questions.find(({ id }) => id === goodNo.id)!;
    expect([row.valueBps, row.factorBps]).toEqual([10000, 7000]);
  });

  it("an answer that a formula gives is taken as it was saved, never computed, with a warning", async () => {
    const formula = { t: "s", v: "Yes", f: 'IF(1=1,"No","Yes")' } as CellObject;
    const { answers, report } = await imported(aHecvat({ "REQU-02": { answer: formula } }));
    expect(parse(answers!).answers).toEqual({ "REQU-02": { value: "yes" } });
    expect(report.warnings).toContainEqual({
      place: "START HERE!C6",
      message: "A formula gives the answer: “Yes”, as it was saved last, is taken.",
    });
  });

  it("takes a group's name from the row that heads its columns, and no heading of the master list for a question", async () => {
    const row = (id: string, good: string) => [
      id,
      "Is it?",
      ...Array(12).fill(null),
      "g",
      null,
      null,
      null,
      null,
      null,
      good,
      null,
      "Minor",
      5,
    ];
    const file = aWorkbook("h.xlsx", [
      {
        name: "Product",
        rows: [
          ["About the maker", "Question", "Answer", "Additional Information"],
          ["AAAA-01", null, "Yes", "indeed"],
        ],
      },
      { name: "Questions", rows: [["x"], hecvatHeader, ["Company"], row("AAAA-01", "Yes")], isHidden: true },
    ]);
    const { questionnaire, report, answers } = await imported(file);
    expect(questionnaire.sections.map(({ id, title, questions }) => [id, title.en, questions.length])).toEqual([
      ["AAAA", "About the maker", 1],
    ]);
    expect(parse(answers!).answers).toEqual({ "AAAA-01": { value: "yes", comment: "indeed" } });
    expect(report.lost).toContainEqual({ place: "Questions!A3", what: "“Company”", why: "It stands in a row without a question." });
  });

  it("a row the master list does not know is named", async () => {
    const blank = [
      hecvatHeader,
      ["AAAA-01", "Is it?", ...Array(12).fill(null), "g", null, null, null, null, null, "Yes", null, "Minor", 5],
    ];
    const file = aWorkbook("h.xlsx", [
      {
        name: "Product",
        rows: [
          ["AAAA-01", null, "No"],
          ["BBBB-01", null, "Yes", "words"],
        ],
      },
      { name: "Questions", rows: [["x"], ...blank], isHidden: true },
    ]);
    const { report, answers } = await imported(file);
    expect(parse(answers!).answers).toEqual({ "AAAA-01": { value: "no" } });
    expect(report.lost).toContainEqual({
      place: "Product!A2",
      what: "the row of “BBBB-01”",
      why: "The list of questions does not hold this id.",
    });
    expect(report.lost).toContainEqual({ place: "Product!D2", what: "“words”", why: "It answers no question." });
  });
});

it("a weight that is none falls back to the importance, with a warning", async () => {
  const row = ["AAAA-01", "Is it?", ...Array(12).fill(null), "g", null, null, null, null, null, "No", null, "Critical", "heavy"];
  const { questionnaire, report } = await imported(aWorkbook("h.xlsx", [{ name: "Questions", rows: [["x"], hecvatHeader, row] }]));
  expect(questionsOf(questionnaire)[0]!.question.weight).toBe(20);
  expect(report.warnings).toContainEqual({ place: "Questions!X3", message: "“heavy” is no weight of 1 to 1000: 20 is taken." });
});

it("a file that is no workbook, or another one, is refused with what it lacks", async () => {
  const text = { name: "h.json", bytes: new TextEncoder().encode("{}") };
  await expect(imported(text)).rejects.toThrow("h.json: This is no Excel workbook (.xlsx).");
  const other = aWorkbook("other.xlsx", [{ name: "Prices", rows: [["Item", "Price"]] }]);
  await expect(imported(other)).rejects.toThrow("other.xlsx: This is no HECVAT 4 workbook");
});
