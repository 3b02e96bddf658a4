// Names in the hidden first row of our workbook's sheets: columns are found by them, whatever language the workbook speaks and wherever
// somebody moved them. Workbooks are filled in for weeks: never rename one, a new layout gets a new number.

export const workbookFormat = "vouchsafe-workbook/1";

/** First cell of the sheet that says what the workbook belongs to. */
export const metaMark = "vs:workbook";

export const answerColumns = {
  number: "vs:number",
  question: "vs:question",
  answer: "vs:answer",
  comment: "vs:comment",
  reason: "vs:reason",
  help: "vs:help",
  why: "vs:why",
  when: "vs:when",
  id: "vs:id",
  revision: "vs:revision",
  option: "vs:option",
} as const;

export const fileColumns = {
  number: "vs:number",
  question: "vs:question",
  wanted: "vs:wanted",
  file: "vs:file",
  kind: "vs:kind",
  startsOn: "vs:starts",
  until: "vs:until",
  covered: "vs:covered",
  page: "vs:page",
  later: "vs:later",
  id: "vs:id",
} as const;

/** Sheet of a table question: its first column is hidden and holds this mark, the question's id, and below it the mark of the rows. */
export const tableMark = "vs:table";
export const tableRowsMark = "vs:rows";
export const columnMark = (id: string): string => `vs:column:${id}`;
