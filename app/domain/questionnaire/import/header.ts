// The head of an imported questionnaire: what the person importing says comes first, then the file, then what is certainly valid.
import { DomainError } from "#app/domain/errors.ts";
import type { Language, Questionnaire, Text } from "../questionnaire.ts";
import type { ImportSettings, Notes } from "./foreign.ts";
import { mintIds, versionFrom } from "./names.ts";
import { plainText } from "./plain-text.ts";

export interface ForeignHeader {
  title: Text;
  /** The first is the source language. */
  languages: Language[];
  id?: string | undefined;
  version: string | undefined;
  /** Name of the file. */
  name: string;
  license: string | undefined;
}

/** A notice stands in full: it may be what allows the use. */
const mostNotice = 4000;

const whole = { file: 0, path: [] };

export function header(foreign: ForeignHeader, settings: ImportSettings, notes: Notes): Omit<Questionnaire, "sections"> {
  const { id, version } = settings;
  if (id !== undefined && !/^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(id))
    throw new DomainError("invalid", `“${id}” is no id: letters, digits, - and _, a letter first.`);
  if (version !== undefined && !/^\d{1,6}\.\d{1,6}\.\d{1,6}$/.test(version))
    throw new DomainError("invalid", `“${version}” is no version: write three numbers, such as 1.0.0.`);
  const stem = foreign.name.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, "");
  const found = versionFrom(foreign.version);
  if (version === undefined && found === undefined)
    notes.warnings.push({ where: whole, message: "The file names no version: 1.0.0 is taken." });
  const license = settings.license ?? foreign.license;
  if (license === undefined)
    notes.warnings.push({ where: whole, message: "The file names no licence: find out whether you may use it before you publish it." });
  return {
    format: "vrq/1",
    id: id ?? mintIds("imported")(foreign.id ?? stem),
    version: version ?? found ?? "1.0.0",
    title:
      Object.keys(foreign.title).length > 0
        ? foreign.title
        : { [foreign.languages[0]!]: plainText(stem, 300).text || "Imported questionnaire" },
    languages: foreign.languages,
    audience: "vendor",
    source: {
      name: plainText(`Imported from ${foreign.name.replace(/^.*[/\\]/, "")}`, 300).text,
      license: plainText(license ?? "unknown", mostNotice).text || "unknown",
    },
  };
}
