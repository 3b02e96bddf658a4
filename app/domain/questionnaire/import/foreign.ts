// What every importer gives: a draft questionnaire, and notes on what became of each part of the foreign file. Nothing unknown may
// be passed over: what has no place in vrq/1 is noted as lost, with where it stood and why.
import type { Answer } from "../answer.ts";
import type { Path } from "../problem.ts";
import type { Questionnaire } from "../questionnaire.ts";
import type { CaiqAnswers } from "./caiq-answers.ts";
import type { Workbook } from "./workbook.ts";

export const importKinds = ["vsaq", "oscal", "ciso-assistant", "caiq", "hecvat"] as const;
export type ImportKind = (typeof importKinds)[number];

/** A foreign file after reading. A path names its part; further files stand in front of it by their number, the first is 0. */
export interface ForeignFile {
  name: string;
  value: unknown;
  /** Comment lines, where the format has them: licences stand there. */
  comments?: readonly string[];
  /** Of a workbook, instead of `value`; its paths are a sheet's name and a cell. */
  workbook?: Workbook;
}

/** With what is needed to say where in the text something stands. */
export interface ReadFile extends ForeignFile {
  lineOf(path: Path): number;
  /** Where something stands, in words, in a file that has no lines. */
  placeOf?(path: Path): string;
  /** Keys that stand twice in a map; the last one counts. */
  doubled: readonly { path: Path; line: number }[];
}

export interface ImportSettings {
  /** Id of the new questionnaire; made from the file when absent. */
  id?: string | undefined;
  version?: string | undefined;
  license?: string | undefined;
  /** Which of several questionnaires in the file, by its foreign id. */
  pick?: string | undefined;
}

/** Where something stands: the number of the file (0 for the main one) and the path in it. */
export interface Where {
  file: number;
  path: Path;
}

export interface Notes {
  /** `to` is the place in the new questionnaire: an id of a question or section, or the questionnaire's own field; `from` is the
   *  foreign id where it may differ. */
  mapped: { where: Where; to: string; from?: string }[];
  lost: { where: Where; what: string; why: string }[];
  warnings: { where: Where; message: string }[];
}

export interface Draft {
  questionnaire: Questionnaire;
  notes: Notes;
  /** What the file answers, by question; kinds whose files hold no answers leave it out. */
  answers?: GivenAnswers;
  /** Of a filled CAIQ, for use with questions of ours. */
  caiq?: CaiqAnswers | undefined;
}

export type GivenAnswers = Record<string, Pick<Answer, "value" | "reason" | "comment">>;

export type Mapping = (files: readonly ForeignFile[], settings: ImportSettings) => Draft;

/** What the place of an answer in the answer file begins with. */
export const answerPlace = "answers";

/** More than anybody reads; what comes after is counted in one last line. */
export const mostNotes = 5000;

export const emptyNotes = (): Notes => ({ mapped: [], lost: [], warnings: [] });

/** A path below another place. */
export const below = ({ file, path }: Where, ...keys: (string | number)[]): Where => ({ file, path: [...path, ...keys] });

const identifier = /^[A-Za-z_$][\w$]*$/;

/** A path as people write it: `questionnaire[0].items[2].cond`. */
export function pathText(path: Path): string {
  const text = path
    .map((key) => (typeof key === "number" ? `[${key}]` : identifier.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`))
    .join("");
  return text.startsWith(".") ? text.slice(1) : text || "the file";
}
