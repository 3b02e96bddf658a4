// Makes a questionnaire of a foreign file: bytes in, vrq/1 text and report out. The command line and, later, a screen call this one
// function; it touches neither disk nor database. What it returns our own parser takes and our own linter finds no error in.
import { createHash } from "node:crypto";
import { DomainError } from "#app/domain/errors.ts";
import type { CaiqAnswers } from "#app/domain/questionnaire/import/caiq-answers.ts";
import { lintBudget } from "#app/domain/questionnaire/import/finish-draft.ts";
import {
  type ImportKind,
  type ImportSettings,
  mostNotes,
  pathText,
  type ReadFile,
  type Where,
} from "#app/domain/questionnaire/import/foreign.ts";
import type { ImportReport } from "#app/domain/questionnaire/import/import-report.schema.ts";
import { type Questionnaire, questionnaireLimits } from "#app/domain/questionnaire/questionnaire.ts";
import { lintQuestionnaires } from "../lint-questionnaires.server.ts";
import { writeQuestionnaire } from "../write-questionnaire.server.ts";
import { importers } from "./importers.server.ts";
import { writeAnswers } from "./write-answers.server.ts";

/** What places in the written file are called. */
export const newFile = "the new file";

export interface NamedBytes {
  name: string;
  bytes: Uint8Array;
  /** What an archive holds; see `openArchive`. */
  opened?: ReadFile | undefined;
}

export interface Imported {
  questionnaire: Questionnaire;
  /** The file to write. */
  yaml: string;
  report: ImportReport;
  /** The answer file to write; undefined where files of this kind hold no answers. */
  answers: string | undefined;
  /** What a filled CAIQ says, for use with questions of ours. */
  caiq: CaiqAnswers | undefined;
}

/** The file ready for `importQuestionnaire`: a workbook is an archive and has to be opened first. Other files stay as they are. */
export async function openArchive(kind: ImportKind, file: NamedBytes): Promise<NamedBytes> {
  const { open, mostBytes } = importers[kind];
  checkSize(file, mostBytes);
  return open && isArchive(file.bytes) ? { ...file, opened: await open(file.bytes, file.name) } : file;
}

/** Throws `invalid` or `too_large` with a sentence that says what is wrong with the file. */
export function importQuestionnaire(
  kind: ImportKind,
  main: NamedBytes,
  { extensions = [], ...settings }: ImportSettings & { extensions?: readonly NamedBytes[] } = {},
): Imported {
  const importer = importers[kind];
  if (extensions.length > 0 && !importer.takesExtensions) throw new DomainError("invalid", `A file of kind ${kind} has no extensions.`);
  const files = [main, ...extensions].map((file) => {
    checkSize(file, importer.mostBytes);
    return file.opened ?? importer.read(file.bytes, file.name);
  });
  const { questionnaire, notes, answers, caiq } = importer.map(files, settings);
  const placeOf = placing(files);
  const doubled = files.flatMap((file, n) =>
    file.doubled.map(({ path, line }) => ({
      place: placeOf({ file: n, path }, line),
      what: `the first “${path.at(-1)}”`,
      why: "The name stands twice in its map; the last one counts.",
    })),
  );
  const yaml = writeQuestionnaire(questionnaire);
  const bytes = new TextEncoder().encode(yaml);
  if (bytes.length > questionnaireLimits.fileBytes)
    throw new DomainError("too_large", "As a questionnaire the file would be larger than 1 MiB. Split it.");
  const report: ImportReport = {
    kind,
    source: { file: main.name, extensions: extensions.map(({ name }) => name), bytes: main.bytes.length, sha256: sha256(main.bytes) },
    questionnaire: {
      id: questionnaire.id,
      version: questionnaire.version,
      sections: questionnaire.sections.length,
      questions: questionnaire.sections.reduce((sum, { questions }) => sum + questions.length, 0),
      sha256: sha256(bytes),
    },
    ...(answers ? { answers: Object.keys(answers).length } : {}),
    mapped: bounded(
      notes.mapped,
      ({ where, ...rest }) => ({ place: placeOf(where), ...rest }),
      (n) => ({ place: "further", to: `${n} more` }),
    ),
    lost: [
      ...doubled,
      ...bounded(
        notes.lost,
        ({ where, ...rest }) => ({ place: placeOf(where), ...rest }),
        (n) => ({ place: "further", what: `${n} more`, why: "The list ends here." }),
      ),
    ],
    warnings: [
      ...bounded(
        notes.warnings,
        ({ where, message }) => ({ place: placeOf(where), message }),
        (n) => ({ place: "further", message: `${n} more.` }),
      ),
      ...warningsOf(bytes),
    ],
  };
  return { questionnaire, yaml, report, answers: answers && writeAnswers(answers, questionnaire, main.name), caiq };
}

function checkSize({ name, bytes }: NamedBytes, most: number): void {
  if (bytes.length > most) throw new DomainError("too_large", `${name}: The file is larger than ${most / 1024 / 1024} MiB.`);
}

/** A zip archive, or the older container that password-protected workbooks and .xls files are. */
const isArchive = ([a, b]: Uint8Array): boolean => (a === 0x50 && b === 0x4b) || (a === 0xd0 && b === 0xcf);

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

function placing(files: readonly ReadFile[]): (where: Where, line?: number) => string {
  return ({ file, path }, line) => {
    const { name, lineOf, placeOf } = files[file]!;
    if (placeOf) return placeOf(path);
    return `${file > 0 ? `${name} ` : ""}line ${line ?? lineOf(path)}, ${pathText(path)}`;
  };
}

function bounded<A, B>(list: readonly A[], shape: (item: A) => B, rest: (more: number) => B): B[] {
  const shown = list.slice(0, mostNotes).map(shape);
  return list.length > mostNotes ? [...shown, rest(list.length - mostNotes)] : shown;
}

/** What our linter says about the new file. An error would be a defect of the importer, and is told as one. */
function warningsOf(bytes: Uint8Array): ImportReport["warnings"] {
  const [linted] = lintQuestionnaires([{ file: newFile, bytes }], lintBudget());
  const errors = linted!.problems.filter(({ level }) => level === "error");
  if (errors.length > 0) {
    const { message, line } = errors[0]!;
    throw new DomainError("invalid", `This file cannot be made a questionnaire yet: line ${line} of the result: ${message}`, {
      problems: errors,
    });
  }
  const warnings = linted!.problems.filter(({ level }) => level === "warning");
  return warnings.map(({ line, message, mend }) => ({ place: `line ${line} of ${newFile}`, message: `${message} ${mend}` }));
}
