// A look at foreign YAML before it is parsed. Its words come one at a time, so that a file made to exhaust the parser (nesting without end,
// a million values, garbage that is an error at every letter) is refused for the price of reading it.
import { Lexer } from "yaml";
import { DomainError } from "#app/domain/errors.ts";

const mostWords = 400_000;
const deepest = 64;

/** Throws `invalid` with line and reason. */
export function refuseHostileYaml(text: string, file: string): void {
  let words = 0;
  let line = 1;
  let depth = 0;
  let dashes = 0;
  let wasQuoted = false;
  let startsLine = true;
  /** Of the lines this one stands below: each deeper than the one before. */
  const indents: number[] = [];
  const refuse = (said: string): never => {
    throw new DomainError("invalid", `${file}:${line}: ${said}`);
  };
  for (const word of new Lexer().lex(text)) {
    words += 1;
    if (words > mostWords) refuse(`The file has more than ${mostWords} words.`);
    const first = word[0];
    if (startsLine && first !== "\n" && first !== "\r") {
      const indent = /^ +$/.test(word) ? word.length : 0;
      while (indents.length > 0 && indents.at(-1)! >= indent) indents.pop();
      indents.push(indent);
    }
    startsLine = first === "\n" || first === "\r";
    if (first === "\n" || first === "\r") {
      line += 1;
      dashes = 0;
    }
    if (first === "[" || first === "{") depth += 1;
    else if (first === "]" || first === "}") depth -= 1;
    else if (word === "-") dashes += 1;
    if (depth > deepest || dashes > deepest || indents.length > deepest) refuse(`Nesting is deeper than ${deepest}.`);
    const isQuoted = word.length > 1 && (first === '"' || first === "'");
    if (isQuoted && wasQuoted) refuse("Two texts in quotes stand side by side.");
    wasQuoted = isQuoted;
    if (word.length > 1) line += word.split("\n").length - 1 - (first === "\n" || first === "\r" ? 1 : 0);
  }
}
