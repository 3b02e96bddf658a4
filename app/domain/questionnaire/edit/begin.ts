// How a draft begins: empty, with the questions of an installed questionnaire, or as the next version of one.
import { DomainError } from "#app/domain/errors.ts";
import { isTakenId } from "../draft.ts";
import type { Language, Questionnaire } from "../questionnaire.ts";
import { emptyQuestionnaire, fromTemplate, nextVersionOf } from "./head.ts";
import { proposeId } from "./propose-id.ts";
import { Complaints, type TypedText, textTyped } from "./typed.ts";

export const beginnings = ["empty", "template", "version"] as const;
export type Beginning = (typeof beginnings)[number];

export interface BeginInput {
  start: Beginning;
  /** Of an empty draft and of one from a template. */
  title: string;
  /** Source language of an empty draft. */
  language: Language;
  /** Also write it in the other language. */
  isBilingual: boolean;
  /** Id of the installed questionnaire; "" for an empty draft. */
  base: string;
}

/** `installed`: the newest version of each questionnaire; `taken`: ids of all drafts and published questionnaires. */
export function begin(input: BeginInput, installed: readonly Questionnaire[], taken: ReadonlySet<string>): Questionnaire {
  const { start } = input;
  const base = start === "empty" ? undefined : installed.find(({ id }) => id === input.base);
  if (start !== "empty" && !base) throw refused("base", "Choose a questionnaire.");
  if (start === "version") return nextVersionOf(base!);
  const complaints = new Complaints();
  const language = base?.languages[0] ?? input.language;
  const typed: TypedText = { en: "", de: "", [language]: input.title };
  const title = textTyped(typed, language, "title", complaints, { isNeeded: true });
  if (complaints.fields[`title-${language}`]) throw refused("title", "Say what the questionnaire is called.");
  complaints.settle();
  const id = freeId(title![language]!, taken);
  if (base) return { ...fromTemplate(base, id), title: title! };
  const other: Language = language === "en" ? "de" : "en";
  return { ...emptyQuestionnaire(), id, title: title!, languages: input.isBilingual ? [language, other] : [language] };
}

/** Ids of questionnaires stand in addresses and file names: with hyphens, as the shipped ones are. */
function freeId(title: string, taken: ReadonlySet<string>): string {
  const underscored = new Set([...taken].map((id) => id.replaceAll("-", "_")));
  const proposed = proposeId(title, underscored, "questionnaire").replaceAll("_", "-");
  return isTakenId(proposed) ? `${proposed}-questions` : proposed;
}

const refused = (field: string, says: string) =>
  new DomainError("invalid", "Please check the marked fields. Nothing was saved.", { fields: { [field]: says } });
