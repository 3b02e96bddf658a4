// CSA's CAIQ as vrq/1 (docs/importing.md, "CAIQ"): a row or entry is a question answered yes, no or not applicable; a domain is a section.
// The text is CSA's: its notice becomes the licence of the questionnaire, and nothing of it is part of this project.
import { DomainError } from "#app/domain/errors.ts";
import type { Question, Questionnaire, Section } from "../questionnaire.ts";
import type { CaiqItem } from "./caiq-content.ts";
import { readCaiqJson } from "./caiq-json.ts";
import { findCaiqAnswers } from "./caiq-rows.ts";
import { readCaiqWorkbook } from "./caiq-workbook.ts";
import { finishDraft } from "./finish-draft.ts";
import { type Draft, emptyNotes, type ForeignFile, type GivenAnswers, type ImportSettings, type Notes, type Where } from "./foreign.ts";
import { addAnswer } from "./given-answers.ts";
import { header } from "./header.ts";
import { mintIds } from "./names.ts";
import { cleanText, cut, englishTitle, plainText } from "./plain-text.ts";
import { yesNoScales } from "./yes-no-scales.ts";

export function importCaiq([file]: readonly ForeignFile[], settings: ImportSettings): Draft {
  const notes = emptyNotes();
  const content = file!.workbook ? readCaiqWorkbook(file!.workbook, file!.name, notes) : readCaiqJson(file!, notes);
  if (content.items.length === 0) throw new DomainError("invalid", `${file!.name}: The file holds no question.`);
  const head = header(
    {
      title: englishTitle(content.title || "Consensus Assessments Initiative Questionnaire"),
      languages: ["en"],
      id: "caiq",
      version: content.version,
      name: file!.name,
      license: content.notice && cleanText(content.notice) !== "" ? content.notice : undefined,
    },
    settings,
    notes,
  );
  const { sections, answers, places } = questionsFrom(content.items, notes);
  const questionnaire: Questionnaire = {
    ...head,
    scales: { yes_is_good: yesNoScales.yes_is_good },
    sections,
  };
  notes.warnings.push({
    where: { file: 0, path: [] },
    message: "CSA's text may be used inside your organisation, unchanged and not for sale: do not pass the file on.",
  });
  notes.warnings.push({
    where: { file: 0, path: [] },
    message: "The file names no severities: all questions weigh the same, and no answer opens a finding until “onFail” says so.",
  });
  return { ...finishDraft(questionnaire, notes, places, []), answers, caiq: findCaiqAnswers(content) };
}

function questionsFrom(items: readonly CaiqItem[], notes: Notes) {
  const sections = new Map<string, Section>();
  const places = new Map<string, Where>();
  const answers: GivenAnswers = {};
  const questionIds = mintIds("question");
  const sectionIds = mintIds("section");
  const seen = new Set<string>();
  for (const item of items) {
    const { where, given } = item;
    if (item.id === "") notes.warnings.push({ where, message: "The question has no id: one was made, and will change with its place." });
    else if (seen.has(item.id))
      notes.warnings.push({ where, message: `The id “${item.id.slice(0, 100)}” stands twice: the second got another one.` });
    seen.add(item.id);
    const id = questionIds(item.id);
    places.set(id, where);
    notes.mapped.push({ where, from: item.id, to: id });
    if (given) addAnswer(answers, { question: { id, type: "choice" }, ...given }, notes);
    const key = domainOf(item);
    let section = sections.get(key);
    if (!section) {
      const title = cut(cleanText(item.domain || key), 300).text;
      section = { id: sectionIds(key), title: { en: title || "Questions" }, weight: 1, questions: [] };
      sections.set(key, section);
    }
    section.questions.push(questionFrom(item, id, notes));
  }
  return { sections: [...sections.values()], answers, places };
}

/** The letters in front of the number: the domain, whatever its title. */
const domainOf = ({ id, controlId, domain }: CaiqItem): string =>
  /^([A-Za-z][A-Za-z0-9&]*)-\d/.exec(controlId || id)?.[1] ?? (domain.slice(0, 100) || "questions");

function questionFrom(item: CaiqItem, id: string, notes: Notes): Question {
  const fitted = (text: string): string => {
    const plain = plainText(text);
    for (const what of plain.left) notes.lost.push({ where: item.where, what, why: "Wording is at most 4000 characters." });
    return plain.text;
  };
  const heading = [item.controlId, item.controlTitle].filter(Boolean).join(" ");
  const guidance = fitted([heading, item.specification].filter(Boolean).join("\n"));
  const text = fitted(item.text);
  if (text === "") notes.warnings.push({ where: item.where, message: `“${id}” has no wording: write one.` });
  return {
    id,
    type: "choice",
    scale: "yes_is_good",
    text: { en: text || cleanText(item.id).slice(0, 300) || id },
    ...(guidance && item.specification ? { guidance: { en: guidance } } : {}),
  };
}
