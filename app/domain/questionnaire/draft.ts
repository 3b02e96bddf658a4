// A questionnaire that was read from a file and is not published yet: what kinds of file there are, how long a draft is kept, and what
// keeps it from being published. Free of zod, so that pages may import it.
import type { CaiqAnswers } from "./import/caiq-answers.ts";
import { importKinds } from "./import/foreign.ts";
import type { ImportReport } from "./import/import-report.schema.ts";
import type { Questionnaire } from "./questionnaire.ts";
import { isNewerVersion } from "./versions.ts";

export const draftKinds = ["vouchsafe", ...importKinds] as const;
export type DraftKind = (typeof draftKinds)[number];

export const draftKindNames: Record<DraftKind, string> = {
  vouchsafe: "Vouchsafe YAML",
  vsaq: "Google VSAQ (JSON)",
  oscal: "OSCAL catalog (JSON)",
  "ciso-assistant": "CISO Assistant library (YAML)",
  caiq: "CSA CAIQ 4 (Excel or JSON)",
  hecvat: "EDUCAUSE HECVAT 4 (Excel)",
};

/** Where a draft comes from: a file of one of the kinds, or the editor. */
export type DraftOrigin = DraftKind | "portal";

export const draftOriginNames: Record<DraftOrigin, string> = { ...draftKindNames, portal: "Written here" };

/** What was done to a draft, as the log and the overview name it. */
export const draftChangeWords = {
  begun: "begun",
  kept: "taken up for editing",
  head_changed: "title and scope changed",
  section_added: "section added",
  section_changed: "section changed",
  section_moved: "section moved",
  section_deleted: "section deleted",
  question_added: "question added",
  question_changed: "question changed",
  question_moved: "question moved",
  question_deleted: "question deleted",
  condition_changed: "condition changed",
  conflict_deleted: "contradiction removed",
  scale_changed: "scale changed",
  note_changed: "note on a change written",
  undone: "last change undone",
} as const;
export type DraftChange = keyof typeof draftChangeWords;

/** What became of a foreign file and its extension files. A file of our own is taken as it is: all three lists are empty. */
export type DraftReport = Pick<ImportReport, "mapped" | "lost" | "warnings"> & {
  extensions?: { fileName: string; sha256: string }[] | undefined;
  /** What a filled CAIQ says. */
  caiq?: CaiqAnswers | undefined;
};

/** Extension files of one import; Google's own questionnaires come with one at most. */
export const mostExtensions = 5;

/** As it was read. */
export const draftLifeHours = 24;
/** Since the last change by hand. */
export const editedDraftLifeDays = 30;
/** More than one officer works on at once; a draft may hold a mebibyte. */
export const mostDrafts = 20;

export interface Refusal {
  code: "invalid" | "conflict";
  says: string;
}

/** Addresses of screens that stand where a questionnaire's own page would. */
const takenIds: readonly string[] = ["import", "coverage", "new", "drafts"];

/** The id would lead to a screen instead of the questionnaire's page. */
export const isTakenId = (id: string): boolean => takenIds.includes(id);

/**
 * Why a file that runs cannot be published; undefined when it can. `installed` is the newest published version of its id.
 * Questionnaires for our own people decide the tier, so they come with the program only.
 */
export function publishRefusal(
  { id, version, audience }: Pick<Questionnaire, "id" | "version" | "audience">,
  installed: Pick<Questionnaire, "version" | "audience"> | undefined,
  lintErrors: number,
): Refusal | undefined {
  if (audience === "internal" || installed?.audience === "internal") {
    return {
      code: "invalid",
      says: `“${id}” is for our own people. Such questionnaires decide the tier and come with the program. Only questionnaires for vendors are published here.`,
    };
  }
  if (isTakenId(id)) return { code: "invalid", says: `The id “${id}” is taken by a screen of this portal. Choose another id.` };
  if (installed && !isNewerVersion(version, installed.version)) {
    return {
      code: "conflict",
      says: `${id} ${installed.version} is published. ${version} is not newer: give it a higher version.`,
    };
  }
  if (lintErrors > 0) {
    const count = lintErrors === 1 ? "one error" : `${lintErrors} errors`;
    return { code: "invalid", says: `The linter finds ${count}. Mend what it says first.` };
  }
  return undefined;
}
