// The bytes of a file by its kind, as a questionnaire that runs: our own file as it is, any other through its importer.
import { DomainError } from "#app/domain/errors.ts";
import { type DraftKind, type DraftReport, draftKinds } from "#app/domain/questionnaire/draft.ts";
import { answerPlace, type ImportSettings } from "#app/domain/questionnaire/import/foreign.ts";
import { type Questionnaire, questionnaireLimits } from "#app/domain/questionnaire/questionnaire.ts";
import { importQuestionnaire, type NamedBytes, newFile, openArchive } from "../import/import-questionnaire.server.ts";
import { importers } from "../import/importers.server.ts";
import { readUtf8 } from "../import/read-json-file.server.ts";
import { refuseHostileYaml } from "../import/yaml-guard.server.ts";
import { parseQuestionnaire } from "../parse-questionnaire.server.ts";

export const mostBytesOf = (kind: DraftKind): number => (kind === "vouchsafe" ? questionnaireLimits.fileBytes : importers[kind].mostBytes);

/** The largest file of any kind. */
export const mostImportBytes = Math.max(...draftKinds.map(mostBytesOf));

export interface ReadDraft {
  questionnaire: Questionnaire;
  /** The text to publish; its SHA-256 is `sha256`. */
  source: string;
  sha256: string;
  report: DraftReport;
}

export interface DraftSettings extends ImportSettings {
  extensions?: readonly NamedBytes[];
}

/** Throws `invalid` or `too_large` naming file, place and mend. `name` is the file's, made safe to show. */
export async function readDraft(kind: DraftKind, { name, bytes }: NamedBytes, settings: DraftSettings): Promise<ReadDraft> {
  const { extensions = [], ...own } = settings;
  if (kind !== "vouchsafe") {
    const { yaml, report, caiq } = importQuestionnaire(kind, await openArchive(kind, { name, bytes }), settings);
    const { lost, warnings, answers } = report;
    const mapped = report.mapped.filter(({ to }) => !to.startsWith(`${answerPlace}.`));
    // What the linter says of the new file is asked again beside what is published by then.
    const said = warnings.filter(({ place }) => !place.endsWith(` of ${newFile}`));
    const notTaken = answers
      ? [{ place: name, message: `The file answers questions (${answers}). Publishing the version takes the questions only.` }]
      : [];
    return {
      ...parseQuestionnaire(Buffer.from(yaml, "utf8"), name),
      source: yaml,
      report: { mapped, lost, warnings: [...notTaken, ...said], ...(caiq ? { caiq } : {}) },
    };
  }
  if (extensions.length > 0) throw new DomainError("invalid", "A Vouchsafe file has no extension files. Choose the kind of file it is.");
  if (Object.values(own).some((value) => value !== undefined)) {
    throw new DomainError("invalid", "A Vouchsafe file names its id, version and licence itself. Change them in the file.");
  }
  refuseHostileYaml(readUtf8(bytes, name), name);
  const parsed = parseQuestionnaire(bytes, name);
  const source = Buffer.from(bytes).toString("utf8");
  if (source.includes("\0")) {
    const line = source.slice(0, source.indexOf("\0")).split("\n").length;
    throw new DomainError("invalid", `${name}:${line}: The file has a character that cannot be stored (U+0000). Remove it.`);
  }
  return { ...parsed, source, report: { mapped: [], lost: [], warnings: [] } };
}
