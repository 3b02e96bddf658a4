// JSON as data, with lines. In loose mode also what VSAQ files add to it: lines of `//` comments, texts joined by `+` over a line break,
// and \xNN. Nothing is evaluated. Keys that stand twice are reported, nesting is bounded, and every complaint has a line and a column.
import { DomainError } from "#app/domain/errors.ts";
import type { Path } from "../problem.ts";

export interface JsonDocument {
  value: unknown;
  /** The line on which the nearest map or list around a path begins. */
  lineOf(path: Path): number;
  /** Keys that stand twice in a map; the last one counts, as everywhere. */
  doubled: { path: Path; line: number }[];
  comments: string[];
}

const deepest = 64;
const mostParts = 300_000;

/** Reads a text; throws `invalid` with file, line and column. */
export function readJson(text: string, file: string, { loose = false } = {}): JsonDocument {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const starts = new WeakMap<object, number>();
  const doubled: JsonDocument["doubled"] = [];
  const comments: string[] = [];
  let line = 1;
  let parts = 0;

  const fail = (said: string): never => {
    const column = at - text.lastIndexOf("\n", at - 1);
    throw new DomainError("invalid", `${file}:${line}:${column}: ${said}`);
  };
  const skip = (): void => {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 10) line += 1;
      else if (loose && code === 47 && text.charCodeAt(at + 1) === 47 && startsLine()) {
        const end = text.indexOf("\n", at);
        const stop = end < 0 ? text.length : end;
        if (comments.length < 200) comments.push(text.slice(at + 2, stop).trim());
        at = stop;
        continue;
      } else if (code !== 32 && code !== 9 && code !== 13) return;
      at += 1;
    }
  };
  const startsLine = (): boolean => {
    let before = at - 1;
    while (before >= 0 && (text.charCodeAt(before) === 32 || text.charCodeAt(before) === 9)) before -= 1;
    return before < 0 || text.charCodeAt(before) === 10;
  };
  const quoted = (): string => {
    const from = at;
    at += 1;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 34) break;
      if (code === 92) at += 1;
      else if (code < 32 || Number.isNaN(code)) fail("A text is not closed.");
      at += 1;
    }
    at += 1;
    const written = text.slice(from, at);
    try {
      return JSON.parse(
        loose ? written.replace(/\\(x[0-9a-fA-F]{2}|.)/g, (whole, code) => (code.length === 3 ? `\\u00${code.slice(1)}` : whole)) : written,
      );
    } catch {
      return fail("A text holds an escape that JSON does not know.");
    }
  };
  const joined = (): string => {
    const parts = [quoted()];
    const joint = /[ ]\+[ ]*\r?\n[ ]*(?=")/y;
    while (loose) {
      joint.lastIndex = at;
      if (!joint.test(text)) break;
      line += 1;
      at = joint.lastIndex;
      parts.push(quoted());
    }
    return parts.join("");
  };
  const number = (): number => {
    const form = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    form.lastIndex = at;
    const found = form.exec(text.length > at + 400 ? text.slice(0, at + 400) : text)?.[0];
    if (found === undefined) return fail("Here a value is expected.");
    at += found.length;
    return Number(found);
  };
  const word = (name: string, meaning: boolean | null): boolean | null => {
    if (!text.startsWith(name, at)) fail("Here a value is expected.");
    at += name.length;
    return meaning;
  };
  const list = (path: Path): unknown[] => {
    const items: unknown[] = [];
    starts.set(items, line);
    at += 1;
    skip();
    if (text[at] === "]") {
      at += 1;
      return items;
    }
    for (;;) {
      items.push(value([...path, items.length]));
      skip();
      if (text[at] !== "," && text[at] !== "]") fail("A list goes on with a comma or ends with ].");
      at += 1;
      if (text[at - 1] === "]") return items;
    }
  };
  const map = (path: Path): unknown => {
    const pairs = new Map<string, unknown>();
    const from = line;
    at += 1;
    skip();
    const done = () => {
      const made = Object.fromEntries(pairs);
      starts.set(made, from);
      at += 1;
      return made;
    };
    if (text[at] === "}") return done();
    for (;;) {
      skip();
      if (text[at] !== '"') fail("Here a name in quotes is expected.");
      const name = joined();
      if (pairs.has(name) && doubled.length < 200) doubled.push({ path: [...path, name], line });
      skip();
      if (text[at] !== ":") fail("After a name a colon is expected.");
      at += 1;
      pairs.set(name, value([...path, name]));
      skip();
      if (text[at] === "}") return done();
      if (text[at] !== ",") fail("A map goes on with a comma or ends with }.");
      at += 1;
    }
  };
  const value = (path: Path): unknown => {
    parts += 1;
    if (parts > mostParts) fail(`The file has more than ${mostParts} values.`);
    if (path.length > deepest) fail(`Nesting is deeper than ${deepest}.`);
    skip();
    switch (text[at]) {
      case "{":
        return map(path);
      case "[":
        return list(path);
      case '"':
        return joined();
      case "t":
        return word("true", true);
      case "f":
        return word("false", false);
      case "n":
        return word("null", null);
      case undefined:
        return fail("The file ends where a value is expected.");
      default:
        return number();
    }
  };

  const root = value([]);
  skip();
  if (at < text.length) fail("After the end of the data there is more.");
  const lineOf = (path: Path): number => {
    let node = root;
    let found = 1;
    for (const key of [...path, ""]) {
      if (typeof node !== "object" || node === null) break;
      found = starts.get(node) ?? found;
      node = Object.hasOwn(node, key) ? (node as Record<string | number, unknown>)[key] : undefined;
    }
    return found;
  };
  return { value: root, lineOf, doubled, comments };
}
