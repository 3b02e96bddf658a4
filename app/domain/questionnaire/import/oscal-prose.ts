// Prose of OSCAL: parameters are filled in with their value, their choices or their label, and links of its markup become plain text.
import { asList, asMap, asText, field, type Loose } from "./foreign-values.ts";
import { cleanText } from "./plain-text.ts";

export type Params = ReadonlyMap<string, Loose>;

const insert = /\{\{\s*(?:insert:\s*)?param[,:]?\s*([\w.:-]{1,200})\s*\}\}/g;
const link = /\[([^[\]\n]{0,500})\]\(([^()\s]{0,1000})\)/g;
const deepest = 4;
/** Parameters filled in one text: they may insert each other many times over. */
const mostInserts = 500;

interface Filling {
  params: Params;
  missing: Set<string>;
  inserts: number;
}

/** Every parameter of a control, a group or the catalog, by id. */
export function paramsOf(holder: Loose, around: Params): Params {
  const own = asList(field(holder, "params")).flatMap((each): [string, Loose][] => {
    const param = asMap(each);
    const id = asText(field(param, "id"));
    return param && id !== undefined ? [[id, param]] : [];
  });
  return own.length === 0 ? around : new Map([...around, ...own]);
}

/** Plain text of prose; `missing` gets the ids of parameters that are nowhere defined. */
export function proseText(prose: string, params: Params, missing: Set<string>): string {
  const filled = fill(prose.slice(0, 40_000), { params, missing, inserts: 0 }, 0);
  return cleanText(
    filled.replace(link, (_, text: string, to: string) => (/^(https?:\/\/|mailto:)/.test(to) && to !== text ? `${text} (${to})` : text)),
  );
}

function fill(text: string, filling: Filling, depth: number): string {
  return text.replace(insert, (_, id: string) => {
    filling.inserts += 1;
    const param = filling.params.get(id);
    if (!param) filling.missing.add(id);
    return param && depth < deepest && filling.inserts <= mostInserts ? filledIn(param, id, filling, depth + 1) : `[${id}]`;
  });
}

function filledIn(param: Loose, id: string, filling: Filling, depth: number): string {
  const values = asList(field(param, "values")).flatMap((value) => asText(value) ?? []);
  if (values.length > 0) return values.slice(0, 50).join(", ").slice(0, 2000);
  const choices = asList(field(asMap(field(param, "select")), "choice")).flatMap((choice) => asText(choice) ?? []);
  if (choices.length === 0) return `[${(asText(field(param, "label")) ?? id).slice(0, 500)}]`;
  const listed = choices.slice(0, 50).map((choice) => fill(choice.slice(0, 2000), filling, depth));
  return `[${listed.join(" / ").slice(0, 4000)}]`;
}
