// The head of a draft: what it is called, for whom, in which languages; and how a draft begins.
import type { Level } from "#app/domain/risk/risk-levels.ts";
import type { Category } from "#app/domain/vendor/categories.ts";
import { isTakenId } from "../draft.ts";
import type { Language, Questionnaire } from "../questionnaire.ts";
import { textsOf } from "../texts.ts";
import { Complaints, defined, languageNames, type TypedText, textTyped } from "./typed.ts";

export interface HeadInput {
  id: string;
  version: string;
  title: TypedText;
  /** The source language first. */
  languages: Language[];
  categories: Category[];
  tiers: Level[];
  sourceName: string;
  license: string;
}

/** `fixedId`: the id of a published questionnaire of which this is to be a new version; it stays. */
export function setHead(before: Questionnaire, input: HeadInput, { fixedId }: { fixedId?: string } = {}): Questionnaire {
  const complaints = new Complaints();
  const source = input.languages[0] ?? "en";
  if (input.languages.length === 0) complaints.add("languages", "Choose at least one language.");
  const title = textTyped(input.title, source, "title", complaints, { isNeeded: true });
  if (!/^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(input.id)) {
    complaints.add("id", "An id starts with a letter and has letters, digits, - and _ only, at most 64.");
  } else if (isTakenId(input.id)) complaints.add("id", `The id “${input.id}” is taken by a screen of this portal. Choose another id.`);
  else if (fixedId !== undefined && input.id !== fixedId) complaints.add("id", `A new version keeps the id “${fixedId}”.`);
  if (!/^\d{1,6}\.\d{1,6}\.\d{1,6}$/.test(input.version)) complaints.add("version", "A version is three numbers, for example 1.0.0.");
  const untranslated = textsOf({ ...before, title: {} }).filter(({ text }) => Object.keys(text).length > 0 && text[source] === undefined);
  if (untranslated.length > 0) {
    const count = untranslated.length === 1 ? "One text is" : `${untranslated.length} texts are`;
    complaints.add(
      "source",
      `${count} missing in ${languageNames[source]}. Translate them first: every other language falls back to the source language.`,
    );
  }
  if (input.sourceName === "") complaints.add("sourceName", "Say where the questions come from, for example: own work.");
  if (input.license === "") complaints.add("license", "Say under which licence they may be used, for example: CC-BY-4.0.");
  complaints.settle();
  const { appliesTo: _, ...rest } = before;
  const appliesTo = defined<NonNullable<Questionnaire["appliesTo"]>>({
    categories: input.categories.length > 0 ? input.categories : undefined,
    tiers: input.tiers.length > 0 ? input.tiers : undefined,
  });
  return {
    ...rest,
    id: input.id,
    version: input.version,
    title: title!,
    languages: input.languages,
    source: { name: input.sourceName, license: input.license },
    ...(Object.keys(appliesTo).length > 0 && { appliesTo }),
  };
}

/** A draft without sections; `setHead` says the rest. */
export const emptyQuestionnaire = (): Questionnaire => ({
  format: "vrq/1",
  id: "draft",
  version: "1.0.0",
  audience: "vendor",
  title: {},
  languages: ["en"],
  source: { name: "own work", license: "CC-BY-4.0" },
  sections: [],
});

/** The questions of an installed questionnaire under a name of its own: its history of changes stays behind. */
export function fromTemplate({ changes: _, ...template }: Questionnaire, id: string): Questionnaire {
  return { ...template, id, version: "1.0.0", audience: "vendor" };
}

/** The installed version with the next minor number; the difference says later whether it must be a major one. */
export function nextVersionOf({ changes: _, ...installed }: Questionnaire): Questionnaire {
  return { ...installed, version: bumped(installed.version, "minor") };
}

/** The least version after `version` that a change of this size asks for (docs: questionnaires, rule 7). */
export function bumped(version: string, size: "major" | "minor"): string {
  const [major = 1, minor = 0] = version.split(".").map(Number);
  return size === "major" ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`;
}
