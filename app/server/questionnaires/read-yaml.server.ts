// YAML 1.2 (and so JSON) as data with positions: keys are unique, aliases few, encoding is UTF-8. Only syntax is judged here.
import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, visit } from "yaml";
import { error, type LocatedProblem, type Path } from "#app/domain/questionnaire/problem.ts";

export interface Position {
  line: number;
  column: number;
}

export interface YamlDocument {
  value: unknown;
  /** Where a path stands in the text: its key, or the nearest part above that exists. */
  locate: (path: Path) => Position;
  problems: LocatedProblem[];
}

/** More than anybody reads; each costs a search for its place. */
export const mostProblems = 200;

const start: Position = { line: 1, column: 1 };

export interface YamlReading {
  /** Every value as it is written: 1.10 stays a text of four letters, `yes` a word. Only nothing is null. For files of others. */
  asWritten?: boolean;
  mostAliases?: number;
}

/** Reads a document; `value` is undefined when there are problems. `file` is named in them. */
export function readYaml(bytes: Uint8Array, file: string, { asWritten = false, mostAliases = 20 }: YamlReading = {}): YamlDocument {
  const broken = (message: string, mend: string, at: Position = start): YamlDocument => ({
    value: undefined,
    locate: () => start,
    problems: [{ ...error("syntax", [], message, mend), file, ...at }],
  });
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return broken("The file is not UTF-8.", "Save it as UTF-8.");
  }
  try {
    const lines = new LineCounter();
    const schema = asWritten ? ({ schema: "failsafe" } as const) : {};
    const document = parseDocument(text, {
      version: "1.2",
      uniqueKeys: false,
      lineCounter: lines,
      prettyErrors: false,
      logLevel: "error",
      ...schema,
    });
    if (asWritten) nothingIsNull(document);
    const positionOf = (offset: number): Position => {
      const { line, col } = lines.linePos(offset);
      return { line, column: col };
    };
    const wrong = [...document.errors, ...document.warnings].map(({ message, pos }) => ({ message, offset: pos[0] }));
    const problems = [...wrong, ...doubleKeys(document)].slice(0, mostProblems).map(({ message, offset }) => ({
      ...error("syntax", [], sentence(message), "Correct the YAML here."),
      file,
      ...positionOf(offset),
    }));
    const locate = (path: Path) => locateIn(document.contents, path, positionOf);
    return { value: problems.length > 0 ? undefined : document.toJS({ maxAliasCount: mostAliases }), locate, problems };
  } catch (cause) {
    return broken(
      `The file cannot be read: ${sentence((cause as Error).message)}`,
      `Use fewer aliases (at most ${mostAliases}) and less nesting.`,
    );
  }
}

const sentence = (text: string): string => (text.endsWith(".") ? text : `${text}.`);

function nothingIsNull(document: Document): void {
  visit(document, {
    Scalar(key, node) {
      if (key !== "key" && node.type === "PLAIN" && /^(?:null|Null|NULL|~|)$/.test(String(node.value))) node.value = null;
    },
  });
}

/** Keys that stand twice in a map. The parser's own check compares every key with every other, which a large file makes hang. */
function doubleKeys(document: Document): { message: string; offset: number }[] {
  const found: { message: string; offset: number }[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) found.push({ message: `Keys must be unique: “${name}” stands twice`, offset: key.range?.[0] ?? 0 });
        seen.add(name);
      }
    },
  });
  return found;
}

function locateIn(root: unknown, path: Path, positionOf: (offset: number) => Position): Position {
  let node = root;
  let offset = (root as Node | null)?.range?.[0] ?? 0;
  for (const key of path) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find(
        (item): item is Pair<Node, Node> => isPair(item) && String((item.key as { value?: unknown }).value) === String(key),
      );
      if (!pair) break;
      offset = pair.key.range?.[0] ?? offset;
      next = pair.value;
    } else if (isSeq(node) && typeof key === "number") {
      next = node.items[key];
      offset = (next as Node | undefined)?.range?.[0] ?? offset;
    }
    if (!next) break;
    node = next;
  }
  return positionOf(offset);
}
