// Damaged copies of files, the same ones on every run: bytes changed, lines and pieces taken out, doubled or moved, and for JSON values put
// where others belong. What reads files of others must answer each with a result or a sentence.

/** Whole numbers below a limit, from `seeded`. */
export type Dice = (below: number) => number;

const pieces = [
  '"',
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "\\",
  "&&",
  "||",
  "!",
  "(",
  "^",
  "null",
  "true",
  "-1e999",
  "0",
  "//",
  "\n",
  "\t",
  "- ",
  "*a",
  "&a ",
  "? ",
  "| ",
  "\u0000",
  "\ud800",
  "😀",
  "yes",
  "__proto__",
  "{{ insert: param, x }}",
  "<li>",
  "declined",
  "na",
];

const strange: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  0.1,
  "",
  " ",
  "declined",
  "na",
  "__proto__",
  "constructor",
  "a && !a",
  "!^x || (y",
  "<p>x</p>".repeat(20),
  "x".repeat(5000),
  "\u202e\u0000",
  [],
  {},
  [[]],
  [null],
  { id: "x" },
  { type: "tip", warn: "yes" },
  ["a", "b"],
  { a: { b: [1] } },
];

/** A text with one to six wounds. */
export function damaged(text: string, roll: Dice): string {
  let made = text;
  for (let wounds = 1 + roll(6); wounds > 0; wounds -= 1) {
    const at = roll(made.length + 1);
    const end = Math.min(made.length, at + 1 + roll(roll(4) === 0 ? 400 : 12));
    switch (roll(6)) {
      case 0:
        made = made.slice(0, at) + made.slice(end);
        break;
      case 1:
        made = made.slice(0, end) + made.slice(at);
        break;
      case 2: {
        const to = roll(made.length + 1);
        made = made.slice(0, to) + made.slice(at, end) + made.slice(to);
        break;
      }
      case 3:
        made = made.slice(0, at) + String.fromCharCode(roll(256)) + made.slice(at + 1);
        break;
      default:
        made = made.slice(0, at) + pieces[roll(pieces.length)] + made.slice(at + roll(2));
    }
  }
  return made;
}

/** JSON in which one to four values are strange, gone, or those of another place; still JSON. */
export function misfitted(json: string, roll: Dice): string {
  const root: unknown = JSON.parse(json);
  const places: { holder: Record<string, unknown>; key: string }[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const key of Object.keys(value)) {
      places.push({ holder: value as Record<string, unknown>, key });
      collect((value as Record<string, unknown>)[key]);
    }
  };
  collect(root);
  for (let changes = 1 + roll(4); changes > 0; changes -= 1) {
    const { holder, key } = places[roll(places.length)]!;
    const other = places[roll(places.length)]!;
    if (roll(5) === 0) delete holder[key];
    // A copy, else the value would hold itself.
    else if (roll(3) === 0) holder[key] = JSON.parse(JSON.stringify(other.holder[other.key] ?? null));
    else holder[key] = strange[roll(strange.length)];
  }
  return JSON.stringify(root, null, 1);
}
