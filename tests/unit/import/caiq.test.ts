// CSA's CAIQ, workbook and JSON: every question arrives under an id that stays, what was answered arrives as an answer file, and what has
// no place is named with its cell. The workbooks have the layout of the real ones and invented texts.
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { score } from "#app/domain/assessment/score.ts";
import type { GivenAnswers } from "#app/domain/questionnaire/import/foreign.ts";
import { questionsOf } from "#app/domain/questionnaire/structure.ts";
import {
  type Imported,
  importQuestionnaire,
  type NamedBytes,
  openArchive,
} from "#app/server/questionnaires/import/import-questionnaire.server.ts";
import { parseAnswers } from "#app/server/questionnaires/parse-answers.server.ts";
import { compiled } from "#tests/support/questionnaires.ts";
import { aCaiq, aWorkbook, caiqDomains, caiqHeader, notice } from "#tests/support/workbooks.ts";

const imported = async (file: NamedBytes): Promise<Imported> => importQuestionnaire("caiq", await openArchive("caiq", file));
const answersIn = ({ answers }: Imported): GivenAnswers => parse(answers!).answers;
const small = (...rows: (string | null)[][]) => aWorkbook("CAIQ.xlsx", [{ name: "CAIQv4.1.0", rows: [["v4.1.0"], caiqHeader, ...rows] }]);

describe.each(Object.entries(caiqDomains))("a blank CAIQ %s", (edition, domains) => {
  const counts = Object.values(domains);

  it("gives a section per domain and every question under an id that stays", async () => {
    const { questionnaire, report } = await imported(aCaiq(edition as keyof typeof caiqDomains));
    expect(questionnaire).toMatchObject({ id: "caiq", version: edition, source: { license: notice } });
    expect(questionnaire.sections.map(({ questions }) => questions.length)).toEqual(counts);
    expect(questionnaire.sections[0]!.title.en).toBe("Domain A&A");
    const [, second] = questionsOf(questionnaire);
    expect(second!.question).toMatchObject({
      id: "A_A-01_2",
      text: { en: "Is the invented rule\nof A&A-01.2 kept?" },
      guidance: { en: "A&A-01 Rule A&A-01\nInvented rule of A&A-01." },
    });
    expect(report.mapped).toContainEqual({ place: `CAIQv${edition}!A4`, from: "A&A-01.2", to: "A_A-01_2" });
    expect(report.lost).toEqual([{ place: "sheet Introduction", what: "the sheet “Introduction”", why: "It asks nothing." }]);
    expect(report.answers).toBe(0);
  });
});

it("the domain that 4.1 renamed has ids of its own", async () => {
  const { questionnaire } = await imported(aCaiq("4.1.0"));
  const ids = questionsOf(questionnaire).map(({ question }) => question.id);
  expect(ids).toContain("I_S-01_1");
  expect(ids.some((id) => id.startsWith("IVS"))).toBe(false);
  expect(new Set(ids).size).toBe(283);
});

describe("a filled CAIQ", () => {
  const given = {
    "A&A-01.1": { answer: "Yes", ownership: "CSP-owned", description: "Audited: every year.", customer: "Read the report." },
    "A&A-01.2": { answer: "No" },
    "AIS-01.1": { answer: "NA", description: "We write no software." },
    "AIS-01.2": { answer: "N/A" },
    "AIS-02.1": { answer: "Partially", description: "Half of it." },
  };

  it("gives its answers with the vendor's words, and invents none", async () => {
    const result = await imported(aCaiq("4.0.3", given));
    expect(answersIn(result)).toEqual({
      "A_A-01_1": { value: "yes", comment: "Audited: every year.\nOwnership: CSP-owned\nCustomer's responsibilities: Read the report." },
      "A_A-01_2": { value: "no" },
      "AIS-01_1": { value: "na", reason: "We write no software." },
      "AIS-01_2": { value: "na", reason: "The file gives no reason." },
      "AIS-02_1": { comment: "Answer: Partially\nHalf of it." },
    });
    expect(result.report.answers).toBe(5);
    const warned = result.report.warnings.filter(({ place }) => place.startsWith("CAIQv"));
    expect(warned.map(({ place }) => place)).toEqual(["CAIQv4.0.3!C12", "CAIQv4.0.3!C13"]);
    expect(warned[1]!.message).toContain("“Partially” is neither yes, no nor not applicable");
  });

  it("is scored as a self-declaration: a yes without proof is worth 7000 basis points", async () => {
    const result = await imported(aCaiq("4.0.3", { "A&A-01.1": { answer: "Yes" }, "A&A-01.2": { answer: "No" } }));
    const input = parseAnswers(new TextEncoder().encode(result.answers!), "answers.yaml");
    const { questions } = score(compiled(result.questionnaire), input);
    expect(questions.slice(0, 2).map(({ valueBps, factorBps }) => [valueBps, factorBps])).toEqual([
      [10000, 7000],
      [0, 10000],
    ]);
  });

  it("asks the same as a blank one, so that answers of several vendors fit one questionnaire", async () => {
    const [blank, filled] = [await imported(aCaiq()), await imported(aCaiq("4.0.3", given))];
    expect(filled.yaml).toBe(blank.yaml);
  });
});

describe("what a CAIQ workbook holds beside its columns", () => {
  it("is named with its cell", async () => {
    const row = ["AIS-01.1", "Kept?", "Yes", null, null, null, "scribble", null, "AIS-01", "Rule.", "Title", "Domain"];
    const { report } = await imported(small(row));
    expect(report.lost).toEqual([{ place: "CAIQv4.1.0!G3", what: "“scribble”", why: "The column is not known." }]);
  });

  it("an id that stands twice gets two ids, and a warning", async () => {
    const { questionnaire, report } = await imported(small(["AIS-01.1", "One?"], ["AIS-01.1", "Two?"]));
    expect(questionsOf(questionnaire).map(({ question }) => question.id)).toEqual(["AIS-01_1", "AIS-01_1_2"]);
    expect(report.warnings).toContainEqual({
      place: "CAIQv4.1.0!A4",
      message: "The id “AIS-01.1” stands twice: the second got another one.",
    });
  });
});

describe("CAIQ as JSON", () => {
  const json = (value: unknown): NamedBytes => ({ name: "caiq.json", bytes: new TextEncoder().encode(JSON.stringify(value)) });
  const questions = [
    { id: "A&A-01.1", control_id: "A&A-01", body: "Is it kept?" },
    { id: "I&S-01.1", control_id: "I&S-01", body: "Is that kept?", note: "x" },
  ];

  it("gives the same ids as the workbook", async () => {
    const { questionnaire, report } = await imported(json({ name: "Invented", version: "4.1.0", questions }));
    expect(questionnaire.sections.map(({ id, questions: [first] }) => [id, first!.id])).toEqual([
      ["A_A", "A_A-01_1"],
      ["I_S", "I_S-01_1"],
    ]);
    expect(questionnaire).toMatchObject({ id: "caiq", version: "4.1.0", title: { en: "Invented" } });
    expect(report.lost).toEqual([{ place: "line 1, questions[1].note", what: "“note”", why: "It has no place in a questionnaire." }]);
  });

  it.each([[{}], [[]], ["x"], [{ questions: {} }], [{ questions: [] }], [{ questions: [1] }]])(
    "that is none is refused: %j",
    async (value) => {
      await expect(imported(json(value))).rejects.toThrow(/caiq\.json: (This is no CAIQ file|The file holds no question)/);
    },
  );
});

it("another workbook is refused with what it lacks", async () => {
  const other = aWorkbook("other.xlsx", [{ name: "Prices", rows: [["Item", "Price"]] }]);
  await expect(imported(other)).rejects.toThrow("no sheet has the columns “Question ID” and “Question”");
});
