// A questionnaire that was read from a file and is not published yet: what kinds of file there are, how long a draft is kept, and what
// keeps it from being published. Free of zod, so that pages may import it.
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

/** What became of a foreign file. A file of our own is taken as it is: all three are empty. */
export type DraftReport = Pick<ImportReport, "mapped" | "lost" | "warnings">;

export const draftLifeHours = 24;
/** More than one officer works on at once; a draft may hold a mebibyte. */
export const mostDrafts = 20;

export interface Refusal {
  code: "invalid" | "conflict";
  says: string;
}

/** Addresses of screens that stand where a questionnaire's own page would. */
const takenIds: readonly string[] = ["import", "coverage"];

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
  if (takenIds.includes(id)) return { code: "invalid", says: `The id “${id}” is taken by a screen of this portal. Choose another id.` };
  if (installed && !isNewerVersion(version, installed.version)) {
    return {
      code: "conflict",
      says: `${id} ${installed.version} is published. ${version} is not newer: give the file a higher version and read it again.`,
    };
  }
  if (lintErrors > 0) {
    const count = lintErrors === 1 ? "one error" : `${lintErrors} errors`;
    return { code: "invalid", says: `The linter finds ${count}. Mend the file as it says and read it again.` };
  }
  return undefined;
}
