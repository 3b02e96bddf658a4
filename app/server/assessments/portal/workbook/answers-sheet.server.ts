// The sheet of answers: a row per question, below it a row per option where several may be chosen.
import { cellsOf, optionsOf, optionWord, standInWord } from "#app/domain/assessment/workbook/workbook-cells.ts";
import { answerColumns } from "#app/domain/assessment/workbook/workbook-layout.ts";
import type { WorkbookQuestion } from "#app/domain/assessment/workbook/workbook-questions.ts";
import { reservedCodes } from "#app/domain/questionnaire/answer.ts";
import { workbookWords } from "#app/i18n/workbook-words.ts";
import { helpWords } from "./help-words.server.ts";
import { at, type DropDowns, type Grid, type GridCell, type Look, text } from "./sheet-grid.server.ts";
import { spokenIn, type WorkbookFacts, whenWords } from "./workbook-facts.server.ts";

type Column = keyof typeof answerColumns;

const order = Object.keys(answerColumns) as Column[];
const widths: Record<Column, number | "hidden"> = {
  number: 6,
  question: 52,
  answer: 30,
  comment: 40,
  reason: 34,
  help: 44,
  why: 36,
  when: 30,
  id: "hidden",
  revision: "hidden",
  option: "hidden",
};
const answerAt = order.indexOf("answer");

export function answersSheet(facts: WorkbookFacts, lists: DropDowns): Grid {
  const words = workbookWords[facts.language];
  const titles: Partial<Record<Column, string>> = words.columns;
  const grid: Grid = {
    name: words.sheets.answers,
    rows: [order.map((name) => text(answerColumns[name], "mark")), order.map((name) => text(titles[name] ?? "", "head"))],
    widths: order.map((name) => widths[name]),
    validations: [],
    frozen: { rows: 2, columns: 2 },
    hasMarks: true,
  };
  let section = "";
  for (const asked of facts.questions) {
    if (asked.section !== section) {
      section = asked.section;
      grid.rows.push(rowOf({ question: text(facts.sectionTitle(section), "section") }, () => "section"));
    }
    addQuestion(grid, facts, asked, lists);
  }
  return grid;
}

/** `look` of the cells that are not given. */
const rowOf = (cells: Partial<Record<Column, GridCell>>, look: (name: Column) => Look): GridCell[] =>
  order.map((name) => cells[name] ?? { look: look(name) });

const restOf = (name: Column): Look => (name === "comment" || name === "reason" ? "asked" : widths[name] === "hidden" ? "mark" : "told");

function addQuestion(grid: Grid, facts: WorkbookFacts, asked: WorkbookQuestion, lists: DropDowns): void {
  const words = workbookWords[facts.language];
  const { key, number, question, when, index } = asked;
  const spoken = spokenIn(facts, asked);
  const stored = facts.answerOf(key);
  const cells = cellsOf(spoken, stored);
  const { type, mayBeNa } = question;
  const own = type === "boolean" || type === "choice" ? optionsOf(question).map(({ code }) => optionWord(spoken, code)) : [];
  const instead = reservedCodes.filter((code) => code === "declined" || mayBeNa).map((code) => standInWord(spoken, code));
  const list = lists.rangeOf([...new Set([...own, ...instead])]);
  const range = at(grid.rows.length, answerAt);
  grid.validations.push(own.length > 0 ? onlyFrom(list, range, words.onlyFromList) : alsoFrom(list, range));
  const condition = when === null ? [] : [whenWords(facts, asked, when), ...(facts.isAskedNow(index) ? [] : [words.notAsked])];
  grid.rows.push(
    rowOf(
      {
        number: text(number, "told"),
        question: text(question.text, "told"),
        answer: answerCell(type, cells.answer, stored?.value),
        comment: text(cells.comment, "asked"),
        reason: text(cells.reason, "asked"),
        help: text(helpWords(facts, asked), "told"),
        why: text(question.why ?? "", "told"),
        when: text(condition.join("\n"), "told"),
        id: text(key, "mark"),
        revision: text(String(stored?.revision ?? 0), "mark"),
      },
      restOf,
    ),
  );
  if (type !== "multichoice") return;
  const yesNo = lists.rangeOf([words.cells.yes, words.cells.no]);
  for (const { code } of question.options) {
    grid.validations.push(onlyFrom(yesNo, at(grid.rows.length, answerAt), words.onlyFromList));
    grid.rows.push(
      rowOf(
        {
          question: text(`   • ${optionWord(spoken, code)}`, "told"),
          answer: text(cells.options[code] ?? "", "asked"),
          id: text(key, "mark"),
          option: text(code, "mark"),
        },
        (name) => (widths[name] === "hidden" ? "mark" : "told"),
      ),
    );
  }
}

/** Numbers and days stand in the file as what they are, so that a spreadsheet program shows and checks them in its reader's own way. */
function answerCell(type: string, shown: string, value: unknown): GridCell {
  if (type === "number") return typeof value === "number" ? { value, look: "askedNumber" } : { ...text(shown, "askedNumber") };
  if (type !== "date") return text(shown, "asked");
  return /^\d{4}-\d{2}-\d{2}$/.test(shown) ? { value: dayOf(shown), look: "askedDay" } : text(shown, "askedDay");
}

export const dayOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

export const onlyFrom = (list: string, range: string, message: string) =>
  ({
    type: "list",
    formula1: list,
    range,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "stop",
    errorMessage: message,
  }) as const;

/** A drop-down beside which anything may be typed. */
export const alsoFrom = (list: string, range: string) =>
  ({ type: "list", formula1: list, range, allowBlank: true, showErrorMessage: false }) as const;
