import { describe, expect, it } from "vitest";
import { en } from "#app/i18n/en.ts";
import { messages } from "#app/i18n/messages.ts";

type Leaf = string | ((...args: never[]) => string);

/** Texts of a locale by their place, "portal.section.all". */
function leaves(node: unknown, place = ""): Map<string, Leaf> {
  if (typeof node === "string" || typeof node === "function") return new Map([[place, node as Leaf]]);
  const below = Object.entries(node as object).map(([key, value]) => leaves(value, place === "" ? key : `${place}.${key}`));
  return new Map(below.flatMap((each) => [...each]));
}

/** A function's text with something else in each place, in words of no language. */
function said(text: Leaf, first: number): string {
  if (typeof text === "string") return text;
  const facts = new Proxy({}, { get: (_, name) => `@${String(name)}@` });
  const ways = [
    Array.from({ length: text.length }, (_, n) => first + n),
    Array.from({ length: text.length }, (_, n) => `@${first + n}@`),
    [facts, facts],
  ];
  for (const args of ways) {
    try {
      return (text as (...given: unknown[]) => string)(...args);
    } catch {}
  }
  throw new Error("This text takes arguments the test does not know how to make.");
}

/** What was put in, in no order. */
const putIn = (text: string): string[] => [...text.matchAll(/@[a-z]+@|\d+/gi)].map(([found]) => found).sort();

/** The same in both languages, and rightly so. */
const same = new Set(["portal.door.start", "portal.door.forwardLink"]);

const english = leaves(en);
const german = leaves(messages.de);

describe("German", () => {
  it("has a text of the same kind wherever English has one", () => {
    expect([...german.keys()]).toEqual(expect.arrayContaining([...english.keys()]));
    expect(german.size).toBe(english.size);
    for (const [place, text] of english) expect([place, typeof german.get(place)]).toEqual([place, typeof text]);
  });

  it("puts in whatever English puts in: numbers, names, days, for one and for many", () => {
    const wrong = [...english].flatMap(([place, text]) =>
      [1, 71].flatMap((first) => {
        // Only one of them spells out "one" as a word here and there.
        const [own, other] = [said(german.get(place)!, first), said(text, first)].map((each) =>
          putIn(each).filter((part) => first !== 1 || part !== "1"),
        );
        return JSON.stringify(own) === JSON.stringify(other) ? [] : [{ place, german: own, english: other }];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("is no English: nothing says the same, and no English word is left", () => {
    const left = [...english].flatMap(([place, text]) => {
      const own = said(german.get(place)!, 71);
      const isSame = own === said(text, 71) && /[a-z]{3}/i.test(own.replaceAll(/@\w+@/g, ""));
      const [word] = /\b(?:the|your|you|and|are|not|is|of|this|with|please|answers?|questions?|file|upload|workbook)\b/i.exec(own) ?? [];
      return (isSame && !same.has(place)) || word ? [{ place, own, word }] : [];
    });
    expect(left).toEqual([]);
  });
});
