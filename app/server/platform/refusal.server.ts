// Expected refusals a vendor may read: thrown with the text of each language at hand, and turned into the reader's at the edge.
import { DomainError, type ErrorCode, type ErrorData } from "#app/domain/errors.ts";
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import type { Messages } from "#app/i18n/en.ts";
import { messages } from "#app/i18n/messages.ts";

export type Say = (words: Messages["portal"], language: Language) => string;

export interface RefusalData extends ErrorData {
  /** The field of the form the sentence is about. */
  field?: string;
}

/** In English, as logs and our own people read it, with `say` for everybody else. */
export function refusal(code: ErrorCode, say: Say, { field, ...data }: RefusalData = {}): DomainError {
  const detail = say(messages.en.portal, "en");
  return new DomainError(code, detail, { ...data, ...(field === undefined ? {} : { field, fields: { [field]: detail } }), say });
}

/** The error in a language; in its own again it stays as it is. Where nobody said it in other words, its kind says what to do: no English sentence reaches a page in German. */
export function inLanguage(error: DomainError, language: Language): DomainError {
  if (language === "en") return error;
  const { say, field } = error.data as RefusalData & { say?: Say };
  const words = messages[language].portal;
  const detail = say ? say(words, language) : words.refusals.general[error.code];
  return new DomainError(error.code, detail, { ...error.data, ...(field === undefined ? {} : { fields: { [field]: detail } }) });
}
