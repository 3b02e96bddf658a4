// EDUCAUSE's HECVAT 4 as vrq/1 (docs/importing.md, "HECVAT"): the questions stand in the hidden sheet “Questions”, the answers in the
// sheets people see. Which answer is the good one, the workbook says per question: for some it is “No”.
import type { Question, Questionnaire, Section } from "../questionnaire.ts";
import { finishDraft } from "./finish-draft.ts";
import { type Draft, emptyNotes, type ForeignFile, type GivenAnswers, type ImportSettings, type Notes, type Where } from "./foreign.ts";
import { addAnswer } from "./given-answers.ts";
import { header } from "./header.ts";
import { readAnswerSheets } from "./hecvat-answers.ts";
import { type HecvatRow, readMaster } from "./hecvat-master.ts";
import { mintIds } from "./names.ts";
import { cleanText, plainText } from "./plain-text.ts";
import { partsLost } from "./sheet-table.ts";
import { noWorkbook, type Workbook } from "./workbook.ts";
import { yesNoScales } from "./yes-no-scales.ts";

const whole: Where = { file: 0, path: [] };

export function importHecvat([file]: readonly ForeignFile[], settings: ImportSettings): Draft {
  const workbook = file!.workbook;
  if (!workbook) throw noWorkbook(file!.name);
  const notes = emptyNotes();
  partsLost(workbook, notes);
  const master = readMaster(workbook, file!.name, notes);
  const given = readAnswerSheets(workbook, master, notes);
  const license = noticeIn(workbook);
  const head = header(
    { title: { en: "HECVAT" }, languages: ["en"], id: "hecvat", version: versionIn(workbook), name: file!.name, license },
    settings,
    notes,
  );
  const questionIds = mintIds("question");
  const sectionIds = mintIds("section");
  const sections = new Map<string, Section>();
  const places = new Map<string, Where>();
  const answers: GivenAnswers = {};
  const used = new Set<string>();
  for (const row of master.rows) {
    const id = questionIds(row.id);
    const question = questionFrom(row, id, notes);
    places.set(id, row.where);
    notes.mapped.push({ where: row.where, from: row.id, to: id });
    const cells = used.has(row.id) ? undefined : given.answers.get(row.id);
    used.add(row.id);
    if (cells) addAnswer(answers, { question: { id, type: question.type === "text" ? "text" : "choice" }, ...cells }, notes);
    const prefix = row.id.replace(/-.*$/s, "");
    let section = sections.get(prefix);
    if (!section) {
      const title = plainText(given.titles.get(prefix) ?? prefix, 300).text;
      section = { id: sectionIds(prefix), title: { en: title || prefix }, weight: 1, questions: [] };
      sections.set(prefix, section);
    }
    section.questions.push(question);
  }
  notes.warnings.push({
    where: whole,
    message: "REQU-01 to REQU-08 switch whole sections in the workbook; here all are asked until “when” of a section says otherwise.",
  });
  notes.warnings.push({ where: whole, message: "No answer opens a finding until “onFail” says so." });
  const lists = [...sections.values()];
  const usedScales = new Set(lists.flatMap(({ questions }) => questions.map(({ scale }) => scale)));
  const questionnaire: Questionnaire = {
    ...head,
    scales: Object.fromEntries(Object.entries(yesNoScales).filter(([name]) => usedScales.has(name))),
    sections: lists,
  };
  return { ...finishDraft(questionnaire, notes, places, []), answers };
}

/** Unscored questions are answered yes or no where they are put so; the others ask for words. */
const asksYesOrNo = /^(?:if [^,]{1,200}, )?(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|may|should|must)\b/i;

function questionFrom(row: HecvatRow, id: string, notes: Notes): Question {
  const fitted = (text: string): string => {
    const plain = plainText(text);
    for (const what of plain.left) notes.lost.push({ where: row.where, what, why: "Wording is at most 4000 characters." });
    return plain.text;
  };
  const text = fitted(row.text);
  if (text === "") notes.warnings.push({ where: row.where, message: `“${id}” has no wording: write one.` });
  const guidance = fitted(row.guidance.map(([label, words]) => (label === "" ? words : `${label}: ${words}`)).join("\n\n"));
  const why = fitted(row.reason);
  const texts = { text: { en: text || id }, ...(why ? { why: { en: why } } : {}), ...(guidance ? { guidance: { en: guidance } } : {}) };
  if (row.good === undefined) {
    const isChoice = row.hasYesOrNoGuidance || asksYesOrNo.test(cleanText(row.text));
    return isChoice
      ? { id, type: "choice", scale: "yes_no", scored: false, ...texts }
      : { id, type: "text", multiline: true, scored: false, ...texts };
  }
  return { id, type: "choice", scale: row.good === "yes" ? "yes_is_good" : "no_is_good", weight: row.weight, ...texts };
}

/** A version stands near the top of a sheet. */
const mostRowsAbove = 40;

function* cellTexts({ sheets }: Workbook, mostRows = Number.POSITIVE_INFINITY): Generator<string> {
  for (const { rows } of sheets)
    for (const row of rows.slice(0, mostRows)) for (const cell of row) if (cell?.text.trim()) yield cell.text.trim();
}

function versionIn(workbook: Workbook): string | undefined {
  let found: string | undefined;
  for (const text of cellTexts(workbook, mostRowsAbove)) {
    if (text.length > 300) continue;
    const named = /\b(?:hecvat|version)\b[^0-9]{0,40}(\d+\.\d+(?:\.\d+)?)/i.exec(text)?.[1];
    if (named?.split(".").length === 3) return named;
    found ??= named;
  }
  return found;
}

function noticeIn(workbook: Workbook): string | undefined {
  for (const text of cellTexts(workbook)) if (/©|\bcopyright\b.{0,40}\d{4}/i.test(text)) return text;
  return undefined;
}
