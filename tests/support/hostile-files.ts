// Text files made to exhaust whoever reads them as a questionnaire, and honest ones that are about as large as may be.
import type { DraftKind } from "#app/domain/questionnaire/draft.ts";
import type { ImportKind } from "#app/domain/questionnaire/import/foreign.ts";
import type { NamedBytes } from "#app/server/questionnaires/import/import-questionnaire.server.ts";

const mebibyte = 1024 * 1024;
const chained = [
  "a: &a [x, x, x, x, x, x, x, x, x]",
  ..."bcdefghi".split("").map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(", ")}]`),
].join("\n");
const inserting = JSON.stringify({ choice: Array(50).fill("{{ insert: param, p }}".repeat(80)) });
export const hostileFiles: [kind: ImportKind, what: string, content: string, says: RegExp][] = [
  ["vsaq", "of two mebibytes", " ".repeat(2 * mebibyte), /larger than 1 MiB/],
  ["vsaq", "nested a million deep", "[".repeat(mebibyte), /Nesting is deeper than 64/],
  ["vsaq", "of hundreds of thousands of empty lists", `[${"[],".repeat(330_000)}[]]`, /more than 300000 values/],
  [
    "oscal",
    "whose parameters insert each other for ever",
    `{"catalog":{"params":[{"id":"p","select":${inserting}}],"groups":[{"parts":[{"prose":"{{ insert: param, p }}"}]}]}}`,
    /holds no question/,
  ],
  ["ciso-assistant", "of aliases of aliases", chained, /alias/],
  ["ciso-assistant", "nested a million deep", "[".repeat(mebibyte), /Nesting is deeper than 64/],
  ["ciso-assistant", "of half a million dashes", "- ".repeat(mebibyte / 2), /Nesting is deeper than 64/],
  ["ciso-assistant", "of a million quotes", '"'.repeat(mebibyte), /quotes stand side by side/],
  ["ciso-assistant", "of ninety thousand keys", Array.from({ length: 90_000 }, (_, i) => `k${i}: 1`).join("\n"), /more than 400000 words/],
  [
    "ciso-assistant",
    "indented without end",
    Array.from({ length: 1400 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"),
    /Nesting is deeper than 64/,
  ],
];

const prose = (bytes: number) =>
  "All that is kept of our customers is kept as the rules of the house have it, and no longer. ".repeat(bytes / 92);
const named = (name: string, content: string): NamedBytes => ({ name, bytes: Buffer.from(content) });
const times = <T>(n: number, make: (at: number) => T): T[] => Array.from({ length: n }, (_, at) => make(at));
const line = (id: string, more: object = {}) => ({ type: "line", id, text: `${id}? ${prose(700)}`, ...more });

/** Files nobody means harm with, about as large as may be: the file and its extension files. */
export const largeFiles: [what: string, kind: DraftKind, make: () => [NamedBytes, NamedBytes[]?]][] = [
  [
    "a thousand questions that hang on each other",
    "vouchsafe",
    () => [
      named(
        "own.yaml",
        [
          "{ format: vrq/1, id: large, version: 1.0.0, audience: vendor, languages: [en], title: { en: Large }, source: { name: own, license: CC0-1.0 }, sections: [",
          ...times(20, (section) =>
            [
              `{ id: s${section}, weight: 1, title: { en: Section ${section} }, questions: [`,
              ...times(50, (n) => {
                const when = n === 0 ? "" : `when: { any: [{ q: q${section}x${n - 1}, is: a }, { q: q${section}x0, in: [b, c] }] }, `;
                return `{ id: q${section}x${n}, type: choice, ${when}text: { en: "${prose(400)}" }, options: { a: { score: 1, label: { en: A } }, b: { score: 0.5, label: { en: B } }, c: { score: 0, label: { en: C } } } },`;
              }),
              "] },",
            ].join("\n"),
          ),
          "] }",
        ].join("\n"),
      ),
    ],
  ],
  [
    "a template and five extensions of it",
    "vsaq",
    () => [
      named(
        "base.json",
        JSON.stringify({
          questionnaire: times(12, (block) => ({
            type: "block",
            text: `Block ${block}`,
            items: [
              { type: "yesno", id: `y${block}`, text: "?", yes: "Yes", no: "No" },
              ...times(60, (n) => line(`b${block}n${n}`, { cond: `y${block}/yes || b${block}n${Math.max(0, n - 1)}` })),
            ],
          })),
        }),
      ),
      times(5, (file) =>
        named(`${file}.json`, JSON.stringify({ extensions: times(40, (n) => line(`x${file}n${n}`, { insertAfter: "y3" })) })),
      ),
    ],
  ],
  [
    "a catalog that is mostly prose for assessors",
    "oscal",
    () => [
      named(
        "catalog.json",
        JSON.stringify({
          catalog: {
            metadata: { title: "Large", version: "1.0.0" },
            groups: times(20, (group) => ({
              id: `g${group}`,
              title: `Group ${group}`,
              controls: times(45, (n) => ({
                id: `g${group}.${n}`,
                title: `Control ${n}`,
                parts: [
                  { name: "statement", prose: prose(400) },
                  ...times(20, () => ({ name: "assessment-objective", prose: prose(380) })),
                ],
              })),
            })),
          },
        }),
      ),
    ],
  ],
  [
    "a library of many choices",
    "ciso-assistant",
    () => [
      named(
        "library.yaml",
        [
          "urn: urn:x\nlocale: en\nref_id: large\nname: Large\nversion: 1\ncopyright: CC0-1.0\nobjects:\n  framework:\n    urn: urn:f\n    ref_id: large\n    name: Large\n    requirement_nodes:",
          ...times(700, (n) =>
            [
              `    - urn: urn:n:${n}\n      assessable: true\n      depth: 1\n      ref_id: 'n${n}'\n      name: Node ${n}\n      description: ${prose(370)}`,
              `      questions:\n        urn:n:${n}:q:\n          type: unique_choice\n          text: Is it so?\n          choices:`,
              ...times(4, (choice) => `          - urn: urn:n:${n}:q:${choice}\n            value: Choice ${choice}`),
            ].join("\n"),
          ),
        ].join("\n"),
      ),
    ],
  ],
];
