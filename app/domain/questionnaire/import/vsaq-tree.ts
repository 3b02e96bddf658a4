// A VSAQ file as a tree of items, extensions put where they belong, everything unknown noted. No meaning is given here yet.

import { DomainError } from "#app/domain/errors.ts";
import { below, type ForeignFile, type Notes, type Where } from "./foreign.ts";
import { asList, asMap, asText, asTruth, field, type Loose } from "./foreign-values.ts";
import { noteUnusable } from "./unusable.ts";

export const vsaqTypes = [
  "block",
  "info",
  "spacer",
  "line",
  "box",
  "check",
  "radio",
  "yesno",
  "upload",
  "tip",
  "checkgroup",
  "radiogroup",
] as const;
export type VsaqType = (typeof vsaqTypes)[number];

export interface VsaqItem {
  type: VsaqType;
  /** Absent where the file gives none. */
  id: string | undefined;
  where: Where;
  fields: Loose;
  cond: string | undefined;
  choices: { id: string; label: string; where: Where }[];
  hasNone: boolean;
  items: VsaqItem[];
}

const everywhere = ["type", "id", "cond", "text"];
const known: Record<VsaqType, readonly string[]> = {
  block: ["items"],
  info: [],
  spacer: [],
  line: ["required", "isRequired", "maxlength"],
  box: ["required", "isRequired", "maxlength"],
  check: ["required", "isRequired"],
  radio: ["required", "isRequired"],
  yesno: ["yes", "no", "required", "isRequired"],
  upload: ["required", "isRequired"],
  tip: ["warn", "name", "severity", "why"],
  checkgroup: ["choices", "defaultChoice"],
  radiogroup: ["choices", "defaultChoice"],
};

/** Fields VSAQ knows and vrq/1 has no place for. */
const without: Record<string, string> = {
  choicesConds: "Options here have no conditions: all are always offered.",
  inputPattern: "Regular expressions have no place in questionnaires.",
  inputTitle: "It explains the pattern, which is lost, too.",
  inputType: "Written answers are plain text.",
  placeholder: "Fields have no example text; guidance stands beside them.",
  default: "Answers are never given before the vendor gives them.",
  auth: "Items for administrators are asked of everybody.",
  className: "Looks have no place in questionnaires.",
  todo: "Tasks come from findings.",
  customTitle: "Warnings have one title, their name.",
  namespace: "Ids of an extension stay as they are; one that stands already is told.",
  version: "The questionnaire's own version counts.",
  showlink: "Looks have no place in questionnaires.",
};

const mostItems = 20_000;

/** The root block with its items. Throws `invalid` when the file is no VSAQ questionnaire. */
export function readVsaqTree(files: readonly ForeignFile[], notes: Notes): VsaqItem {
  const [main, ...extensions] = files;
  const envelope = asMap(main!.value);
  const roots = asList(field(envelope, "questionnaire"));
  const root = asMap(roots[0]);
  if (!envelope || !root || field(root, "type") !== "block" || !Array.isArray(field(root, "items"))) {
    throw new DomainError(
      "invalid",
      `${main!.name}: This is no VSAQ questionnaire: it has no “questionnaire” that begins with a block of items.`,
    );
  }
  const top = { file: 0, path: [] };
  strangers(envelope, ["version", "questionnaire"], top, notes, "the file");
  roots.slice(1).forEach((_, i) => {
    notes.lost.push({ where: below(top, "questionnaire", i + 1), what: "a second questionnaire", why: "A VSAQ file has one root block." });
  });
  const reader = itemReader(notes);
  const tree = reader(root, below(top, "questionnaire", 0))!;
  for (const [n, file] of extensions.entries()) extend(tree, file, n + 1, reader, notes);
  return tree;
}

const hasChoices = (type: VsaqType): boolean => type === "checkgroup" || type === "radiogroup";

type Reader = (value: unknown, where: Where) => VsaqItem | undefined;

function itemReader(notes: Notes): Reader {
  let count = 0;
  const read: Reader = (value, where) => {
    const fields = asMap(value);
    const type = field(fields, "type") as VsaqType;
    count += 1;
    if (count > mostItems) throw new DomainError("invalid", `The questionnaire has more than ${mostItems} items.`);
    if (!fields || !vsaqTypes.includes(type)) {
      const what = fields ? `an item of type “${asText(field(fields, "type"))?.slice(0, 60) ?? "none"}”` : "something that is no item";
      notes.lost.push({ where, what, why: `Known types are ${vsaqTypes.join(", ")}.` });
      return undefined;
    }
    strangers(fields, [...everywhere, ...known[type]], where, notes, `an item of type ${type}`);
    noteUnusable(fields, { texts: ["id", "text", "name", "why", "severity", "warn"], lists: ["items", "choices"] }, where, notes);
    const items = type === "block" ? asList(fields.items).flatMap((each, i) => read(each, below(where, "items", i)) ?? []) : [];
    if (hasChoices(type) && asList(field(fields, "choices")).length === 0 && asTruth(field(fields, "defaultChoice")) !== true) {
      notes.lost.push({ where, what: `a ${type} without choices`, why: "There is nothing to choose." });
    }
    return {
      type,
      id: asText(field(fields, "id")),
      where,
      fields,
      cond: conditionOf(field(fields, "cond")),
      choices: hasChoices(type) ? choicesOf(fields, where, notes) : [],
      hasNone: hasChoices(type) && asTruth(field(fields, "defaultChoice")) === true,
      items,
    };
  };
  return read;
}

/** What is no text cannot be read as a condition; it stays one, so that it is told as lost. */
function conditionOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return (asText(value) ?? `(${JSON.stringify(value).slice(0, 200)}`).trim() || undefined;
}

function choicesOf(fields: Loose, where: Where, notes: Notes): VsaqItem["choices"] {
  return asList(field(fields, "choices")).flatMap((choice, i) => {
    const at = below(where, "choices", i);
    const pairs = Object.entries(asMap(choice) ?? {});
    const [first, ...more] = pairs;
    if (first === undefined) notes.lost.push({ where: at, what: "a choice", why: "A choice is a map of one id with its label." });
    for (const [id] of more) notes.lost.push({ where: below(at, id), what: `the choice “${id}”`, why: "A choice has one id only." });
    return first ? [{ id: first[0], label: asText(first[1]) ?? first[0], where: below(at, first[0]) }] : [];
  });
}

function strangers(map: Loose, names: readonly string[], where: Where, notes: Notes, holder: string): void {
  for (const name of Object.keys(map)) {
    if (names.includes(name)) continue;
    const why = Object.hasOwn(without, name) ? without[name]! : `It is not known in ${holder}.`;
    notes.lost.push({ where: below(where, name), what: `“${name}”`, why });
  }
}

/** Puts the items of an extension beside the items they name. */
function extend(tree: VsaqItem, file: ForeignFile, n: number, reader: Reader, notes: Notes): void {
  const envelope = asMap(file.value);
  const list = field(envelope, "extensions");
  if (!envelope || !Array.isArray(list))
    throw new DomainError("invalid", `${file.name}: This is no VSAQ extension: it has no list “extensions”.`);
  const top = { file: n, path: [] };
  strangers(envelope, ["extensions"], top, notes, "an extension");
  const lastAfter = new Map<string, VsaqItem>();
  list.forEach((value, i) => {
    const where = below(top, "extensions", i);
    const { insertBefore, insertAfter, ...rest } = asMap(value) ?? {};
    const item = reader(asMap(value) ? rest : value, where);
    if (!item) return;
    const [side, target] =
      insertBefore !== undefined ? (["before", asText(insertBefore)] as const) : (["after", asText(insertAfter)] as const);
    const home = target === undefined ? undefined : siblingsOf(tree, target);
    if (!home) {
      const why = target === undefined ? "It says neither insertBefore nor insertAfter." : `There is no item “${target}” to stand beside.`;
      notes.lost.push({ where, what: `the ${item.type} “${item.id ?? asText(field(item.fields, "text"))?.slice(0, 60) ?? ""}”`, why });
      return;
    }
    const anchor = side === "after" ? (lastAfter.get(target!) ?? home.item) : home.item;
    const at = home.items.indexOf(anchor);
    home.items.splice(side === "before" ? at : at + 1, 0, item);
    if (side === "after") lastAfter.set(target!, item);
    notes.mapped.push({ where, to: `${side} ${target}` });
  });
}

function siblingsOf(block: VsaqItem, id: string): { items: VsaqItem[]; item: VsaqItem } | undefined {
  for (const item of block.items) {
    if (item.id === id) return { items: block.items, item };
    const deeper = siblingsOf(item, id);
    if (deeper) return deeper;
  }
  return undefined;
}
