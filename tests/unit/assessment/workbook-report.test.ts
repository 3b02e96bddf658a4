// What the report says about a row: by what stands in the file, what it was made from, and what is stored by now.
import { describe, expect, it } from "vitest";
import type { AnswerInput } from "#app/domain/assessment/answer-input.ts";
import { readTakes } from "#app/domain/assessment/workbook/report-form.ts";
import { emptyCells, type WorkbookCells } from "#app/domain/assessment/workbook/workbook-cells.ts";
import type { RowFate, StoredRevision, WorkbookRow } from "#app/domain/assessment/workbook/workbook-report.ts";
import { formFor, judged } from "#tests/support/own-workbooks.ts";
import { aQuestionnaire, scores } from "#tests/support/questionnaires.ts";

const form = formFor(
  aQuestionnaire([
    {
      id: "plan",
      type: "choice",
      na: true,
      options: { ...scores({ yes: 1 }), partial: { score: 0.5, label: { en: "Partially", de: "Teilweise" } } },
    },
    { id: "held", type: "boolean", evidence: { kinds: ["policy"] } },
    { id: "notice", type: "number", unit: "h", min: 0, max: 72 },
    { id: "tested", type: "date" },
    { id: "note", type: "text" },
    {
      id: "where",
      type: "multichoice",
      na: true,
      options: { ...scores({ eu: 1, us: 0 }), none: { label: { en: "None" }, exclusive: true } },
    },
    {
      id: "chain",
      type: "table",
      columns: [
        { id: "name", type: "text", required: true },
        { id: "since", type: "date" },
      ],
    },
    { id: "policy", type: "file", kinds: ["policy"] },
    { id: "why", type: "text", when: { q: "plan", is: "partial" } },
  ]),
);

const plain: AnswerInput = { value: null, comment: "", reason: "", instead: null };
const rowOf = (id: string, cells: Partial<WorkbookCells>, revision = 0): WorkbookRow => ({
  questionKey: `test#${id}`,
  place: "Answers!C3",
  revision,
  cells: { ...emptyCells(), ...cells },
});
const storedAs = (id: string, answer: Partial<AnswerInput>, revision = 1): [string, StoredRevision] => [
  `test#${id}`,
  { ...plain, ...answer, questionKey: `test#${id}`, revision },
];
const fateOf = (row: WorkbookRow, ...stored: [string, StoredRevision][]): RowFate =>
  judged(form, { rows: [row] }, { current: new Map(stored) })[0]!.fate;
const saves = (answer: Partial<AnswerInput>): RowFate => ({ is: "save", answer: { ...plain, ...answer } });
const invalid = (problem: object, field = "value") => ({ is: "invalid", field, problem });

describe("a row over nothing", () => {
  it.each<[string, WorkbookRow, RowFate | object]>([
    ["empty", rowOf("plan", {}), { is: "empty" }],
    ["a label", rowOf("plan", { answer: "partially" }), saves({ value: "partial" })],
    ["a label in the other language", rowOf("plan", { answer: "Teilweise" }), saves({ value: "partial" })],
    ["a code", rowOf("plan", { answer: "yes" }), saves({ value: "yes" })],
    ["no label", rowOf("plan", { answer: "mostly" }), invalid({ is: "unknown_option" })],
    [
      "“not applicable” with its reason",
      rowOf("plan", { answer: "Not applicable", reason: "None" }),
      saves({ value: "na", reason: "None" }),
    ],
    ["“not applicable” where it is not possible", rowOf("held", { answer: "Nicht zutreffend" }), invalid({ is: "not_applicable_here" })],
    [
      "“we do not answer this”",
      rowOf("notice", { answer: "We do not answer this", reason: "x" }),
      saves({ value: "declined", reason: "x" }),
    ],
    ["yes in any case", rowOf("held", { answer: "YES" }), saves({ value: true })],
    ["a spreadsheet's own FALSE", rowOf("held", { answer: "FALSE" }), saves({ value: false })],
    ["a number with a comma and its unit", rowOf("notice", { answer: "2,5 h" }), saves({ value: 2.5 })],
    ["a number that is too large", rowOf("notice", { answer: "100" }), invalid({ is: "number", min: 0, max: 72 })],
    ["a day as Germans write it", rowOf("tested", { answer: "3.9.2026" }), saves({ value: "2026-09-03" })],
    ["a day with a time", rowOf("tested", { answer: "2026-09-03 12:30" }), saves({ value: "2026-09-03" })],
    ["a day to come", rowOf("tested", { answer: "2026-11-25" }), invalid({ is: "future_day" })],
    ["no day", rowOf("tested", { answer: "09/03/2026" }), invalid({ is: "day" })],
    ["a text that begins like a formula", rowOf("note", { answer: "=1+1" }), saves({ value: "=1+1" })],
    ["a text that is no leave in a question without one", rowOf("note", { answer: "Not applicable" }), saves({ value: "Not applicable" })],
    ["a comment alone", rowOf("plan", { comment: "later" }), saves({ comment: "later" })],
    ["ticks", rowOf("where", { options: { eu: "Yes", us: "", none: "no" } }), saves({ value: ["eu"] })],
    ["ticks that exclude each other", rowOf("where", { options: { eu: "x", none: "Ja" } }), invalid({ is: "exclusive", label: "None" })],
    ["a tick that is none", rowOf("where", { options: { eu: "perhaps" } }), invalid({ is: "unknown_option" })],
    [
      "ticks beside “not applicable”",
      rowOf("where", { answer: "Not applicable", options: { eu: "Yes" } }),
      invalid({ is: "both_answers" }),
    ],
    [
      "a table",
      rowOf("chain", { table: [{ name: "Amber", since: "1.2.2026" }] }),
      saves({ value: [{ name: "Amber", since: "2026-02-01" }] }),
    ],
    [
      "a table row without what it needs",
      rowOf("chain", { table: [{ since: "1.2.2026" }] }),
      invalid({ is: "empty_cell", row: 1, column: "Name" }),
    ],
    ["a name where a file is asked for", rowOf("policy", { answer: "policy.pdf" }), invalid({ is: "file_elsewhere" })],
    [
      "a document that covers it",
      rowOf("held", { answer: "Yes", covered: "SOC 2", page: "4" }),
      saves({ value: true, instead: { is: "covered", document: "SOC 2", page: "4" } }),
    ],
    ["a document that follows", rowOf("policy", { later: "1.12.2026" }), saves({ instead: { is: "later", on: "2026-12-01" } })],
    ["a document that follows too late", rowOf("policy", { later: "2027-12-01" }), invalid({ is: "promise" }, "instead")],
    ["both at once", rowOf("held", { covered: "SOC 2", later: "2026-12-01" }), invalid({ is: "both_proofs" }, "instead")],
    ["a page without its document", rowOf("held", { page: "4" }), invalid({ is: "which_document" }, "instead")],
    ["a question that is not asked", rowOf("why", { answer: "Because" }), { is: "not_asked" }],
  ])("%s", (_, row, fate) => {
    expect(fateOf(row)).toEqual(fate);
  });

  it("whose question another row of the file opens is saved with it", () => {
    const rows = [rowOf("why", { answer: "Because" }), rowOf("plan", { answer: "Partially" })];
    expect(judged(form, { rows }).map(({ fate }) => fate.is)).toEqual(["save", "save"]);
  });
});

describe("a row over the answer it was made from", () => {
  it.each<[string, WorkbookRow, [string, StoredRevision], RowFate | object]>([
    [
      "untouched",
      rowOf("plan", { answer: "Partially", comment: "b" }, 4),
      storedAs("plan", { value: "partial", comment: "b" }, 4),
      { is: "same" },
    ],
    ["emptied", rowOf("plan", {}, 4), storedAs("plan", { value: "partial" }, 4), { is: "empty" }],
    [
      "with another answer",
      rowOf("plan", { answer: "yes", comment: "b" }, 4),
      storedAs("plan", { value: "partial", comment: "b" }, 4),
      saves({ value: "yes", comment: "b" }),
    ],
    [
      "with a comment emptied",
      rowOf("plan", { answer: "yes" }, 4),
      storedAs("plan", { value: "partial", comment: "b" }, 4),
      saves({ value: "yes", comment: "b" }),
    ],
    [
      "answered after all",
      rowOf("plan", { answer: "yes", reason: "secret" }, 4),
      storedAs("plan", { value: "declined", reason: "secret" }, 4),
      saves({ value: "yes" }),
    ],
    [
      "with one tick less",
      rowOf("where", { options: { eu: "Yes", us: "No", none: "No" } }, 1),
      storedAs("where", { value: ["eu", "us"] }),
      saves({ value: ["eu"] }),
    ],
    [
      "ticked after all",
      rowOf("where", { answer: "Not applicable", reason: "x", options: { eu: "Yes" } }, 1),
      storedAs("where", { value: "na", reason: "x" }),
      saves({ value: ["eu"] }),
    ],
    ["with an empty table", rowOf("chain", {}, 1), storedAs("chain", { value: [{ name: "Amber" }] }), { is: "empty" }],
    ["with line breaks as a form sends them", rowOf("note", { answer: "a\nb" }, 1), storedAs("note", { value: "a\r\nb" }), { is: "same" }],
    [
      "with another page of the same document",
      rowOf("held", { covered: "SOC 2", page: "5" }, 1),
      storedAs("held", { value: true, instead: { is: "covered", document: "SOC 2", page: "4" } }),
      saves({ value: true, instead: { is: "covered", document: "SOC 2", page: "5" } }),
    ],
    [
      "whose document follows instead",
      rowOf("held", { covered: "SOC 2", later: "2026-12-01" }, 1),
      storedAs("held", { value: true, instead: { is: "covered", document: "SOC 2", page: "" } }),
      saves({ value: true, instead: { is: "later", on: "2026-12-01" } }),
    ],
  ])("%s", (_, row, stored, fate) => {
    expect(fateOf(row, stored)).toEqual(fate);
  });
});

describe("a row that is older than the answer", () => {
  const newer = new Map([storedAs("plan", { value: "yes", comment: "now" }, 2)]);
  const before: AnswerInput = { ...plain, value: "partial", comment: "then" };
  const revisionOf = (key: string, revision: number) => (key === "test#plan" && revision === 1 ? before : undefined);
  const fate = (cells: Partial<WorkbookCells>, revision = 1, takes: string[] = []) =>
    judged(form, { rows: [rowOf("plan", cells, revision)] }, { current: newer, revisionOf, takes })[0]!.fate;

  it("and untouched since it was made leaves the newer answer alone", () => {
    expect(fate({ answer: "Partially", comment: "then" })).toEqual({ is: "same" });
    expect(fate({ answer: "Partially" })).toEqual({ is: "same" });
  });

  it("and says something else keeps the newer answer unless the workbook's is chosen", () => {
    const answer = { ...plain, value: "partial", comment: "in the workbook" };
    expect(fate({ answer: "Partially", comment: "in the workbook" })).toEqual({ is: "newer", answer, takesWorkbook: false });
    expect(fate({ answer: "Partially", comment: "in the workbook" }, 1, ["test#plan"])).toEqual({
      is: "newer",
      answer,
      takesWorkbook: true,
    });
  });

  it("and says what is stored now is the same", () => {
    expect(fate({ answer: "yes", comment: "now" })).toEqual({ is: "same" });
  });

  it("is asked about when it was made over nothing, or over a revision nobody knows", () => {
    expect(fate({ answer: "Partially" }, 0).is).toBe("newer");
    expect(fate({ answer: "Partially" }, 7).is).toBe("newer");
  });
});

it("the form of the report knows its own fields only", () => {
  expect(
    readTakes([
      ["intent", "save"],
      ["take:test#plan", "workbook"],
      ["take:test#held", "keep"],
    ]),
  ).toEqual(new Set(["test#plan"]));
  for (const field of [
    ["take:test#plan", "both"],
    ["status", "submitted"],
  ] as const)
    expect(() => readTakes([field])).toThrow("This field is not part of the form.");
});
