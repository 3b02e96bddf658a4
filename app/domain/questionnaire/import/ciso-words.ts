// Wording of CISO Assistant in our languages. The library's own language is the source when it is English or German; else its English
// translation, and where there is none, its own words under English, which is reported.
import type { Language, Text } from "../questionnaire.ts";
import { isOurs } from "./ciso-library.ts";
import type { Notes, Where } from "./foreign.ts";
import { asMap, asText, field, type Loose } from "./foreign-values.ts";
import { cut, plainText } from "./plain-text.ts";

export interface Words {
  languages: Language[];
  /** One field of a map, with its translations; undefined when it is empty. */
  of(map: Loose | undefined, name: string, more?: Translations): Text | undefined;
  /** Several texts one under the other, in each language that one of them has. */
  together(parts: readonly (Text | undefined)[], where: Where, between?: string): Text | undefined;
  /** A text of our own in front of another one. */
  labelled(label: { en: string; de: string }, text: Text | undefined): Text | undefined;
}

/** A translation of a field that stands elsewhere than beside it. */
export type Translations = (language: string) => string | undefined;

export function words(locale: string, maps: readonly Loose[], notes: Notes): Words {
  const found = new Set<string>();
  for (const map of maps)
    for (const language of Object.keys(asMap(field(map, "translations")) ?? {}).slice(0, 50)) found.add(language.toLowerCase());
  const whole: Where = { file: 0, path: [] };
  const source: Language = isOurs(locale) ? locale : "en";
  const other: Language = source === "en" ? "de" : "en";
  const languages: Language[] = found.has(other) ? [source, other] : [source];
  if (!isOurs(locale)) {
    const message = `The library is written in “${locale.slice(0, 20)}”: ${found.has("en") ? "its English translation is taken, its own words where there is none" : "its words stand under English; translate them"}.`;
    notes.warnings.push({ where: whole, message });
  }
  for (const language of found) {
    if (isOurs(language) || language === locale) continue;
    notes.lost.push({
      where: whole,
      what: `the translation into “${language.slice(0, 20)}”`,
      why: "Questionnaires are in English and German.",
    });
  }
  const of: Words["of"] = (map, name, more) => {
    const translations = asMap(field(map, "translations"));
    const own = plainText(asText(field(map, name)) ?? "", 40_000).text;
    const text: Text = {};
    for (const language of languages) {
      const translated = more?.(language) ?? asText(field(asMap(field(translations, language)), name));
      const said = plainText(translated ?? "", 40_000).text || (language === source ? own : "");
      const chosen = language === locale ? own : said;
      if (chosen) text[language] = chosen;
    }
    return text[source] === undefined ? undefined : text;
  };
  return {
    languages,
    of,
    together(parts, where, between = "\n\n") {
      const there = parts.filter((part) => part !== undefined);
      const text: Text = {};
      for (const language of languages) {
        if (!there.some((part) => part[language] !== undefined)) continue;
        const plain = cut(there.map((part) => part[language] ?? part[source]!).join(between));
        for (const what of plain.left) notes.lost.push({ where, what, why: "Wording is at most 4000 characters." });
        text[language] = plain.text;
      }
      return text[source] === undefined ? undefined : text;
    },
    labelled(label, text) {
      if (!text) return undefined;
      return Object.fromEntries(Object.entries(text).map(([language, said]) => [language, `${label[language as Language]}: ${said}`]));
    },
  };
}
