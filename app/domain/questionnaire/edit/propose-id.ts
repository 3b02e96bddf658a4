// Ids are proposed from the words and never given twice: answers are stored by them (docs: questionnaires, rule 1).
import { DomainError } from "#app/domain/errors.ts";

const small = new Set(
  "a an and any are as at be been by can do does for from has have how if in is it of on or our that the their there this to us was we were what when where which who will with you your".split(
    " ",
  ),
);
const umlauts: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** A short id that says what it is about, free among `taken`; `fallback` where the words have no Latin letter. */
export function proposeId(words: string, taken: ReadonlySet<string>, fallback: string): string {
  const plain = words
    .toLowerCase()
    .replaceAll(/[äöüß]/g, (letter) => umlauts[letter]!)
    .normalize("NFKD")
    .replaceAll(/[^a-z0-9]+/g, " ");
  const all = plain.split(" ").filter((word) => /[a-z]/.test(word) || /\d/.test(word));
  const telling = all.filter((word) => !small.has(word));
  const joined = (telling.length > 0 ? telling : all).slice(0, 4).join("_").slice(0, 40);
  const base = /^[a-z]/.test(joined) ? joined : joined === "" ? fallback : `${fallback}_${joined}`.slice(0, 40);
  if (!taken.has(base)) return base;
  for (let n = 2; ; n += 1) if (!taken.has(`${base}_${n}`)) return `${base}_${n}`;
}

/** The id somebody typed, or a proposed one. Throws `invalid` naming the field for one that is malformed or taken. */
export function chosenId(typed: string, { words, taken, retired, fallback, field = "id" }: IdWish): string {
  if (typed === "") return proposeId(words, new Set([...taken, ...retired]), fallback);
  const refuse = (says: string) =>
    new DomainError("invalid", "Please check the marked fields. Nothing was saved.", { fields: { [field]: says } });
  if (!/^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(typed)) {
    throw refuse("An id starts with a letter and has letters, digits, - and _ only, at most 64.");
  }
  if (taken.has(typed)) throw refuse(`The id “${typed}” is taken in this questionnaire. Choose another one.`);
  if (retired.has(typed)) throw refuse(`“${typed}” was an id in a published version; its answers would be mistaken. Choose another one.`);
  return typed;
}

export interface IdWish {
  /** What it is about. */
  words: string;
  /** In use in the draft. */
  taken: ReadonlySet<string>;
  /** Used by some published version of the questionnaire. */
  retired: ReadonlySet<string>;
  fallback: string;
  field?: string;
}
