// Notes of a new version on what changed: per question whether answers given so far are carried over, and why (docs: questionnaires, rule 7);
// and the number the version must have.
import { differenceOf, isMajorChange } from "../difference.ts";
import { type Questionnaire, type Text, textIn } from "../questionnaire.ts";
import { isNewerVersion, majorOf } from "../versions.ts";
import { bumped } from "./head.ts";
import { Complaints, type TypedText, textTyped } from "./typed.ts";

export interface NoteRow {
  /** Id of the question. */
  of: string;
  isCarried: boolean;
  note: TypedText;
}

export interface NoteToWrite {
  of: string;
  text: string;
  isRemoved: boolean;
  isCarried: boolean;
  note: TypedText;
}

/** Questions on which the draft must say what becomes of their answers, with what it says already. */
export function notesToWrite(installed: Questionnaire, draft: Questionnaire): NoteToWrite[] {
  const source = draft.languages[0]!;
  const texts = new Map<string, Text>(
    [installed, draft].flatMap(({ sections }) => sections.flatMap(({ questions }) => questions.map(({ id, text }) => [id, text] as const))),
  );
  return differenceOf(installed, draft)
    .questions.filter(isMajorChange)
    .map(({ id, change }) => {
      const said = draft.changes?.[id];
      return {
        of: id,
        text: textIn(texts.get(id) ?? {}, "en", source),
        isRemoved: change === "removed",
        isCarried: said?.carry ?? false,
        note: { en: said?.note.en ?? "", de: said?.note.de ?? "" },
      };
    });
}

/** Rows that say nothing are taken out. Complains by row: `note-0-en`, … */
export function setNotes(before: Questionnaire, rows: readonly NoteRow[]): Questionnaire {
  const complaints = new Complaints();
  const { changes = {}, ...rest } = before;
  const next = new Map(Object.entries(changes));
  rows.forEach(({ of, isCarried, note: typed }, at) => {
    const note = textTyped(typed, before.languages[0]!, `note-${at}`, complaints);
    if (note) next.set(of, { carry: isCarried, note });
    else next.delete(of);
  });
  complaints.settle();
  return next.size > 0 ? { ...rest, changes: Object.fromEntries(next) } : rest;
}

/** The number the draft should have after the installed version; undefined when its own one will do. */
export function versionAskedFor(installed: Questionnaire, draft: Questionnaire): string | undefined {
  const { asksFor } = differenceOf(installed, draft);
  const isNewer = isNewerVersion(draft.version, installed.version);
  if (asksFor === "major")
    return isNewer && majorOf(draft.version) > majorOf(installed.version) ? undefined : bumped(installed.version, "major");
  return isNewer ? undefined : bumped(installed.version, "minor");
}
