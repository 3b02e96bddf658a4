// The condition language of VSAQ as a tree. Only parsed, never run: a call, a comparison or a word it does not know makes it unreadable.
// && and || have the same precedence there and are read from left to right: `a || b && c` is `(a || b) && c`.

export type VsaqCondition =
  | { is: "all" | "any"; parts: [VsaqCondition, VsaqCondition] }
  | { is: "not"; part: VsaqCondition }
  | { is: "false" }
  /** An answer (`id`, `id/yes`, `id/no`), or with `shown` whether the item is visible (`^id`). */
  | { is: "answer"; id: string; side?: "yes" | "no" }
  | { is: "shown"; id: string };

export type ParsedCondition = { condition: VsaqCondition } | { problem: string };

const mostLetters = 10_000;
const deepest = 40;
const word = /[\w.^/-]+/y;

class Unreadable extends Error {}

export function parseVsaqCondition(text: string): ParsedCondition {
  if (text.length > mostLetters) return { problem: `The condition is longer than ${mostLetters} characters.` };
  let at = 0;
  const skip = () => {
    while (/\s/.test(text[at] ?? "")) at += 1;
  };
  const refuse = (said: string): never => {
    throw new Unreadable(said);
  };
  const unary = (depth: number): VsaqCondition => {
    if (depth > deepest) refuse(`it nests deeper than ${deepest}`);
    skip();
    if (text[at] === "!") {
      at += 1;
      return { is: "not", part: unary(depth + 1) };
    }
    if (text[at] === "(") {
      at += 1;
      const inner = chain(depth + 1);
      skip();
      if (text[at] !== ")") refuse("a bracket is not closed");
      at += 1;
      return inner;
    }
    return name();
  };
  const name = (): VsaqCondition => {
    word.lastIndex = at;
    const found = word.exec(text)?.[0];
    if (found === undefined) return refuse(at >= text.length ? "it ends too early" : `“${text[at]}” is not known there`);
    at += found.length;
    skip();
    if (text[at] === "(") refuse(`${found}(…) compares texts, which conditions here cannot`);
    if (found === "false") return { is: "false" };
    const [, caret, id = "", side] = /^(\^?)([\w.-]+)(?:\/(yes|no|value))?$/.exec(found) ?? refuse(`“${found}” is no id`);
    if (side === "value") refuse(`“${found}” compares with a written answer, which conditions here cannot`);
    if (caret) return { is: "shown", id };
    return side ? { is: "answer", id, side: side as "yes" | "no" } : { is: "answer", id };
  };
  const chain = (depth: number): VsaqCondition => {
    let left = unary(depth);
    for (let links = 0; ; links += 1) {
      skip();
      const operator = text.slice(at, at + 2);
      if (operator !== "&&" && operator !== "||") return left;
      if (links > 200) refuse("it is longer than 200 comparisons");
      at += 2;
      left = { is: operator === "&&" ? "all" : "any", parts: [left, unary(depth)] };
    }
  };
  try {
    const condition = chain(0);
    if (at < text.length) refuse(`“${text[at]}” is not known there`);
    return { condition };
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    return { problem: `It cannot be read: ${cause.message}.` };
  }
}
