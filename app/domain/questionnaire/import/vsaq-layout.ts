// Where each VSAQ item goes: blocks of the root become sections, blocks inside them lend their conditions to their questions, and
// every item that asks something, a warning included, becomes a question with an id of its own.

import { below, type Notes } from "./foreign.ts";
import { asText, field } from "./foreign-values.ts";
import { mintCodes, mintIds } from "./names.ts";
import { cut, htmlText } from "./plain-text.ts";
import type { VsaqItem } from "./vsaq-tree.ts";

export interface Asked {
  item: VsaqItem;
  id: string;
  /** Position among all questions: conditions look back only. */
  order: number;
  /** Option codes by foreign choice id. */
  codes: ReadonlyMap<string, string>;
  noneCode: string | undefined;
  blocks: readonly VsaqItem[];
  /** Wording that stood near it: what comes before a question, and hints that answers would have opened. */
  hints: string[];
}

export interface LaidOut {
  root: VsaqItem;
  /** `blocks` is the section's block behind those around it; empty for items that stand in the root itself. */
  sections: { id: string; title: string; blocks: readonly VsaqItem[]; asked: Asked[] }[];
  byForeignId: ReadonlyMap<string, VsaqItem>;
  /** Of an item that asks, or of the group a choice belongs to. */
  askedBy: ReadonlyMap<VsaqItem, Asked>;
  groupOfChoice: ReadonlyMap<string, VsaqItem>;
  /** Blocks around each item, outermost first, its section's block included, the root not. */
  blocksAround: ReadonlyMap<VsaqItem, readonly VsaqItem[]>;
}

const mostTitle = 300;

export const isWarning = ({ type, fields }: VsaqItem): boolean => type === "tip" && asText(field(fields, "warn")) === "yes";

export const asks = (item: VsaqItem): boolean =>
  isWarning(item) ||
  (!["block", "info", "spacer", "tip"].includes(item.type) && (!isGroup(item) || item.choices.length > 0 || item.hasNone));

export const isGroup = ({ type }: VsaqItem): boolean => type === "checkgroup" || type === "radiogroup";

export const wordsOf = (item: VsaqItem, name: string): string => htmlText(asText(field(item.fields, name)) ?? "").text;

export function layOut(root: VsaqItem, notes: Notes): LaidOut {
  const sections: LaidOut["sections"] = [];
  const byForeignId = new Map<string, VsaqItem>();
  const askedBy = new Map<VsaqItem, Asked>();
  const groupOfChoice = new Map<string, VsaqItem>();
  const blocksAround = new Map<VsaqItem, readonly VsaqItem[]>([[root, []]]);
  const sectionIds = mintIds("section");
  const questionIds = mintIds("q");
  let order = 0;

  const register = (id: string, item: VsaqItem, into: Map<string, VsaqItem>, where = item.where) => {
    if (byForeignId.has(id) || groupOfChoice.has(id)) {
      notes.warnings.push({ where, message: `The id “${id}” stands twice; conditions that name it mean the first.` });
    } else into.set(id, item);
  };
  const openSection = (blocks: readonly VsaqItem[]) => {
    const named = blocks.map((block) => wordsOf(block, "text")).filter(Boolean);
    const title = blocks.length > 0 ? named.join(" – ") || `Section ${sections.length + 1}` : wordsOf(root, "text") || "General";
    const id = blocks.length > 0 ? (blocks.at(-1)!.id ?? named.at(-1) ?? title) : "general";
    sections.push({ id: sectionIds(id), title: cut(title, mostTitle).text, blocks, asked: [] });
  };
  const ask = (item: VsaqItem, blocks: readonly VsaqItem[]) => {
    const mint = mintCodes();
    const codes = new Map(item.choices.map(({ id }) => [id, mint(id)]));
    const id = questionIds(item.id ?? idFromChoices(item));
    const asked = { item, id, order, codes, noneCode: item.hasNone ? mint(`${id}_none`) : undefined, blocks, hints: [] };
    order += 1;
    askedBy.set(item, asked);
    sections.at(-1)!.asked.push(asked);
  };
  const walk = (item: VsaqItem, around: readonly VsaqItem[]) => {
    blocksAround.set(item, around);
    if (item.id !== undefined) register(item.id, item, byForeignId);
    for (const choice of item.choices) register(choice.id, item, groupOfChoice, choice.where);
    if (item.type !== "block") {
      if (asks(item)) ask(item, around.slice(sections.at(-1)!.blocks.length));
      return;
    }
    for (const each of item.items) walk(each, [...around, item]);
  };
  /** A block that holds nothing but blocks is no section: its blocks are. */
  const open = (block: VsaqItem, around: readonly VsaqItem[]) => {
    if (block.items.length === 0 || block.items.some(({ type }) => type !== "block")) {
      openSection([...around, block]);
      walk(block, around);
      return;
    }
    blocksAround.set(block, around);
    if (block.id !== undefined) register(block.id, block, byForeignId);
    for (const each of block.items) open(each, [...around, block]);
  };
  for (const item of root.items) {
    if (item.type === "block") open(item, []);
    else {
      if (sections.length === 0 || sections.at(-1)!.blocks.length > 0) openSection([]);
      walk(item, []);
    }
  }
  if (root.id !== undefined) register(root.id, root, byForeignId);
  headings(sections, notes);
  return { root, sections, byForeignId, askedBy, groupOfChoice, blocksAround };
}

/** A group without an id goes by what its choices have in common, so that the id stays when a choice is added. */
function idFromChoices({ choices, type }: VsaqItem): string {
  const ids = choices.map(({ id }) => id);
  const first = ids[0] ?? type;
  let length = first.length;
  for (const id of ids) while (!id.startsWith(first.slice(0, length))) length -= 1;
  const common = ids.length > 1 ? first.slice(0, length).replace(/_?[^_]*$/, "") : "";
  return common.length >= 3 ? common : `group_${first}`;
}

/** Headings of blocks within sections have no place. */
function headings(sections: LaidOut["sections"], notes: Notes): void {
  const told = new Set<VsaqItem>();
  for (const { asked, title } of sections) {
    for (const { blocks } of asked) {
      for (const block of blocks) {
        const text = wordsOf(block, "text");
        if (told.has(block) || text === "") continue;
        told.add(block);
        notes.lost.push({
          where: below(block.where, "text"),
          what: `the heading “${text.slice(0, 100)}”`,
          why: `Sections do not nest: its questions stand in “${title.slice(0, 100)}”.`,
        });
      }
    }
  }
}
