// All texts, by language.
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import { de } from "./de.ts";
import { en, type Messages } from "./en.ts";

export const messages: Record<Language, Messages> = { en, de };
