// VSAQ's meaning of a condition, written down a second time the way the original says it, against ours: for any condition over a few groups
// and blocks, and any answers, the same items show.
import fc from "fast-check";
import { expect, it } from "vitest";
import { compile } from "#app/domain/questionnaire/compile.ts";
import { evaluate } from "#app/domain/questionnaire/visibility.ts";
import { importQuestionnaire } from "#app/server/questionnaires/import/import-questionnaire.server.ts";

/** A condition as a chain of signed references, brackets inside; the text and its meaning are made side by side. */
type Meaning = (isTrue: (reference: string) => boolean) => boolean;
interface Said {
  text: string;
  means: Meaning;
}

const references = ["a", "b", "c", "x", "y", "outer", "^inside", "^ticks"];

const reference: fc.Arbitrary<Said> = fc
  .tuple(fc.constantFrom(...references), fc.boolean())
  .map(([name, isNegated]) => (isNegated ? { text: `!${name}`, means: (is) => !is(name) } : { text: name, means: (is) => is(name) }));

/** Left to right, whatever the operators. */
const chained = (parts: Said[], operators: boolean[]): Said =>
  parts
    .slice(1)
    .reduce<Said>(
      (left, right, i) =>
        operators[i]
          ? { text: `${left.text} && ${right.text}`, means: (is) => left.means(is) && right.means(is) }
          : { text: `${left.text} || ${right.text}`, means: (is) => left.means(is) || right.means(is) },
      parts[0]!,
    );

const chainOf = (part: fc.Arbitrary<Said>) =>
  fc
    .tuple(fc.array(part, { minLength: 1, maxLength: 4 }), fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }))
    .map(([parts, operators]) => chained(parts, operators));

const bracketed = fc
  .tuple(chainOf(reference), fc.boolean())
  .map(([inner, isNegated]): Said => ({ text: `${isNegated ? "!" : ""}(${inner.text})`, means: (is) => inner.means(is) !== isNegated }));
const condition = chainOf(fc.oneof(reference, bracketed));

interface Chosen {
  outer: boolean;
  r: "a" | "b" | "c" | undefined;
  x: boolean;
  y: boolean;
}
const chosen: fc.Arbitrary<Chosen> = fc.record({
  outer: fc.boolean(),
  r: fc.constantFrom("a", "b", "c", undefined),
  x: fc.boolean(),
  y: fc.boolean(),
});

function importing(cond: string) {
  const choices = (...ids: string[]) => ids.map((id) => ({ [id]: id }));
  const items = [
    { type: "checkgroup", id: "first", text: "F", choices: choices("outer", "other") },
    {
      type: "block",
      cond: "outer",
      items: [
        { type: "radiogroup", id: "inside", text: "R", choices: choices("a", "b", "c") },
        { type: "checkgroup", id: "ticks", text: "T", cond: "!c", choices: choices("x", "y") },
      ],
    },
    { type: "line", id: "always", text: "A" },
    { type: "line", id: "asked", text: "L", cond },
  ];
  const text = JSON.stringify({ questionnaire: [{ type: "block", text: "Q", items: [{ type: "block", text: "S", items }] }] });
  return importQuestionnaire("vsaq", { name: "q.json", bytes: new TextEncoder().encode(text) });
}

/** As VSAQ has it: a reference is true when its target and the blocks around it show and it is answered so. */
function isTrue({ outer, r, x, y }: Chosen, reference: string): boolean {
  const ticksShow = outer && r !== "c";
  switch (reference) {
    case "outer":
      return outer;
    case "^inside":
      return outer;
    case "^ticks":
      return ticksShow;
    case "x":
      return ticksShow && x;
    case "y":
      return ticksShow && y;
    default:
      return outer && r === reference;
  }
}

it("a condition shows the same items as in VSAQ, whatever is answered", () => {
  let seen = 0;
  fc.assert(
    fc.property(condition, fc.array(chosen, { minLength: 4, maxLength: 12 }), ({ text, means }, worlds) => {
      const { questionnaire } = importing(text);
      const set = compile([{ questionnaire, sha256: "" }]);
      const at = set.byKey.get("asked");
      for (const world of worlds) {
        const ticks = [...(world.x ? ["x"] : []), ...(world.y ? ["y"] : [])];
        const answers = {
          first: { value: world.outer ? ["outer"] : ["other"] },
          inside: { value: world.r ?? null },
          ticks: { value: ticks },
        };
        const shows = at !== undefined && evaluate(set, answers, {}).visible[at] === 1;
        expect({ text, world, shows }).toEqual({ text, world, shows: means((name) => isTrue(world, name)) });
        seen += shows ? 1 : 0;
      }
    }),
    { numRuns: 300 },
  );
  expect(seen).toBeGreaterThan(100);
});
