// A questionnaire as a vrq/1 file, always the same bytes for the same content: fields in the order of the grammar, short conditions and
// texts on one line, nothing that YAML 1.1 would read otherwise. Reading what was written gives the same questionnaire.
import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import type { Questionnaire } from "#app/domain/questionnaire/questionnaire.ts";

/** One order for all maps: a field that stands in several of them stands between the same neighbours. */
const order =
  "format id version type title languages audience appliesTo source scales conflicts changes fact scale scored required na when weight criticality score label text why guidance unit min max maxLength multiline columns maxRows options bands require exclusive level evidence kinds maxAgeDays proof coveredBy accept controls topics sameAs askedPer capScore finding severity onFail preset questions sections en de";
const rank = new Map(order.split(" ").map((name, at) => [name, at]));
const namedByAuthor = new Set(["scales", "options", "changes"]);
const mostOnOneLine = 160;

interface Built {
  node: Scalar | YAMLMap | YAMLSeq;
  /** Letters it takes on one line, about; infinite when it must not stand on one. */
  width: number;
}

/** The text of a file. */
export function writeQuestionnaire(questionnaire: Questionnaire): string {
  const document = new Document(null, { version: "1.2", compat: "yaml-1.1" });
  document.contents = build(questionnaire, "").node as never;
  return document.toString({ lineWidth: 0, singleQuote: true });
}

function build(value: unknown, holder: string): Built {
  if (Array.isArray(value)) {
    const list = new YAMLSeq();
    const items = value.map((each) => build(each, holder));
    list.items = items.map(({ node }) => node);
    return settle(list, items);
  }
  if (typeof value !== "object" || value === null) return scalar(value);
  const map = new YAMLMap();
  const entries = entriesOf(value, holder);
  const items = entries.map(([name, each]) => [scalar(name), build(each, nameFor(name, holder))] as const);
  map.items = items.map(([key, item]) => new Pair(key.node, item.node));
  // Questions, columns and what holds them are read line by line.
  const isLong = Object.hasOwn(value, "questions") || Object.hasOwn(value, "type");
  return settle(map, isLong ? [{ node: map, width: Number.POSITIVE_INFINITY }] : items.flat());
}

function settle(node: YAMLMap | YAMLSeq, items: readonly Built[]): Built {
  const width = items.reduce((sum, item) => sum + item.width + 2, 4);
  node.flow = width <= mostOnOneLine;
  return { node, width };
}

/** White space that YAML would fold, cut or break lines at stands between double quotes. */
function scalar(value: unknown): Built {
  const node = new Scalar(value);
  if (typeof value !== "string") return { node, width: String(value).length };
  if (/[\u0085\u2028\u2029]|^\s|\s$|[^\S\n ]|\n /.test(value)) node.type = Scalar.QUOTE_DOUBLE;
  return { node, width: value.includes("\n") ? Number.POSITIVE_INFINITY : value.length };
}

/** Fields in the order of the grammar; what the author named in the author's order. */
function entriesOf(value: object, holder: string): [string, unknown][] {
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  if (namedByAuthor.has(holder) || holder === "a scale") return entries;
  return entries.sort(([a], [b]) => (rank.get(a) ?? 999) - (rank.get(b) ?? 999));
}

/** What a value is called for the sake of its order: a scale holds options as `options` does. */
const nameFor = (name: string, holder: string): string =>
  holder === "scales" ? "a scale" : namedByAuthor.has(holder) || holder === "a scale" ? "" : name;
