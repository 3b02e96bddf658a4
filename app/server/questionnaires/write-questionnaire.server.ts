// A questionnaire as a vrq/1 file, always the same bytes for the same content: fields in the order of the grammar, short conditions and
// texts on one line, nothing that YAML 1.1 would read otherwise. Reading what was written gives the same questionnaire.
import { Document, isMap, type Node, Scalar, visit, type YAMLMap } from "yaml";
import type { Questionnaire } from "#app/domain/questionnaire/questionnaire.ts";

/** One order for all maps: a field that stands in several of them stands between the same neighbours. */
const order =
  "format id version type title languages audience appliesTo source scales conflicts changes fact scale scored required na when weight criticality score label text why guidance unit min max maxLength multiline columns maxRows options bands require exclusive level evidence kinds maxAgeDays proof coveredBy accept controls topics sameAs askedPer capScore finding severity onFail preset questions sections en de";
const rank = new Map(order.split(" ").map((name, at) => [name, at]));
const namedByAuthor = new Set(["scales", "options", "changes"]);

/** Fields in the order of the grammar; names given by the author (options, scales) in theirs. */
function inOrder(value: unknown, holder: string, depth: number): unknown {
  if (Array.isArray(value)) return value.map((each) => inOrder(each, holder, depth));
  if (typeof value !== "object" || value === null) return value;
  const isNamed = namedByAuthor.has(holder) || (depth === 2 && holder.startsWith("scale "));
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  if (!isNamed) entries.sort(([a], [b]) => (rank.get(a) ?? 999) - (rank.get(b) ?? 999));
  return new Map(
    entries.map(([name, each]) => [name, inOrder(each, isNamed ? (holder === "scales" ? `scale ${name}` : "") : name, depth + 1)]),
  );
}

const mostOnOneLine = 160;

/** The text of a file. */
export function writeQuestionnaire(questionnaire: Questionnaire): string {
  const document = new Document(inOrder(questionnaire, "", 0), { version: "1.2", compat: "yaml-1.1", aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === "string" && /[\u0085\u2028\u2029]|^\s|\s$|[^\S\n ]|\n /.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
    Collection(key, node) {
      if (key !== null && isShort(node as Node)) (node as YAMLMap).flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true, singleQuote: true });
}

/** A map or list without line breaks that fits on a line; questions and sections never do. */
function isShort(node: Node): boolean {
  if (isMap(node) && (node.has("questions") || node.has("type"))) return false;
  const plain = JSON.stringify(node.toJSON());
  return plain.length <= mostOnOneLine && !plain.includes("\\n") && !plain.includes('"questions":');
}
