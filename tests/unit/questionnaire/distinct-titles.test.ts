// Sections of the same title are told apart, whatever a file of others calls them.
import fc from "fast-check";
import { expect, it } from "vitest";
import { distinctTitles } from "#app/domain/questionnaire/distinct-titles.ts";

it.each([
  [
    ["Access", "Data", "Backups"],
    ["Access", "Data", "Backups"],
  ],
  [
    ["Access", "Data", " access ", "ACCESS"],
    ["Access (1)", "Data", " access  (2)", "ACCESS (3)"],
  ],
  [
    ["Access", "Access (1)", "Access"],
    ["Access (2)", "Access (1)", "Access (3)"],
  ],
  [[], []],
])("%j are called %j", (titles, called) => {
  expect(distinctTitles(titles)).toEqual(called);
});

it("no two are alike, each begins as it was, and what stood once stays", () => {
  const title = fc.oneof(fc.constantFrom("A", "a", "A ", "A (1)", "A (1) (1)", "B"), fc.string());
  fc.assert(
    fc.property(fc.array(title, { maxLength: 30 }), (titles) => {
      const called = distinctTitles(titles);
      const fold = (text: string) => text.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
      expect(new Set(called.map(fold)).size).toBe(titles.length);
      titles.forEach((before, n) => {
        expect(called[n]!.startsWith(before)).toBe(true);
        if (titles.filter((other) => fold(other) === fold(before)).length === 1) expect(called[n]).toBe(before);
      });
    }),
  );
});
