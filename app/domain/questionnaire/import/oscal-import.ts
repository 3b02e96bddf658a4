// An OSCAL catalog as vrq/1 (docs/importing.md, "OSCAL"): a question per control, asking whether it is met; groups are sections.
// A catalog says neither how bad a miss is nor how one answers: weights are equal, and nothing opens a finding until somebody decides.
import { DomainError } from "#app/domain/errors.ts";
import type { Question, Questionnaire, Section } from "../questionnaire.ts";
import { finishDraft } from "./finish-draft.ts";
import { below, type Draft, emptyNotes, type ForeignFile, type ImportSettings, type Notes, type Where } from "./foreign.ts";
import { asList, asMap, asText, field, type Loose } from "./foreign-values.ts";
import { header } from "./header.ts";
import { metScale, metScaleName } from "./met-scale.ts";
import { type Mint, mintIds } from "./names.ts";
import { type Params, paramsOf, proseText } from "./oscal-prose.ts";
import { cleanText, cut, englishTitle } from "./plain-text.ts";
import { noteUnusable } from "./unusable.ts";

interface Reading {
  notes: Notes;
  sections: Section[];
  sectionIds: Mint;
  questionIds: Mint;
  places: Map<string, Where>;
}

const top: Where = { file: 0, path: ["catalog"] };

export function importOscal([file]: readonly ForeignFile[], settings: ImportSettings): Draft {
  const document = asMap(file!.value);
  const catalog = asMap(field(document, "catalog"));
  if (!catalog) {
    const other = Object.keys(document ?? {}).find((name) => /^[a-z-]{3,40}$/.test(name) && name !== "$schema");
    const found = other ? `it holds “${other}”` : "it holds no OSCAL document";
    throw new DomainError("invalid", `${file!.name}: Only an OSCAL catalog lists controls to ask about; ${found}.`);
  }
  const notes = emptyNotes();
  const reading: Reading = { notes, sections: [], sectionIds: mintIds("section"), questionIds: mintIds("control"), places: new Map() };
  strangers(document!, ["catalog", "$schema"], { file: 0, path: [] }, notes);
  strangers(catalog, ["metadata", "params", "groups", "controls"], top, notes);
  const metadata = asMap(field(catalog, "metadata"));
  strangers(metadata ?? {}, ["title", "version"], below(top, "metadata"), notes);
  const title = asText(field(metadata, "title")) ?? "";
  readGroup(catalog, top, { title: title || "Controls", path: [], params: new Map() }, reading);
  notes.warnings.push({ where: top, message: "A catalog names no severities: no answer opens a finding until “onFail” says so." });
  const questionnaire: Questionnaire = {
    ...header(
      {
        title: englishTitle(title),
        languages: ["en"],
        version: asText(field(metadata, "version")),
        name: file!.name,
        license: licenceIn(asText(field(metadata, "remarks"))),
      },
      settings,
      notes,
    ),
    scales: { [metScaleName]: metScale },
    sections: reading.sections,
  };
  return finishDraft(questionnaire, notes, reading.places, []);
}

/** A group, or the catalog itself: its controls are a section, its groups follow. */
function readGroup(group: Loose, where: Where, around: { title: string; path: readonly string[]; params: Params }, reading: Reading): void {
  const { notes } = reading;
  const params = paramsOf(group, around.params);
  const questions = asList(field(group, "controls")).flatMap((control, i) =>
    readControl(control, below(where, "controls", i), params, reading),
  );
  if (questions.length > 0) {
    const id = reading.sectionIds(asText(field(group, "id")) ?? "controls");
    const title = cut(cleanText([...around.path, around.title].join(" – ")), 300).text;
    reading.sections.push({ id, title: { en: title || id }, weight: 1, questions });
    notes.mapped.push({ where, to: id });
  }
  const path = where === top ? [] : [...around.path, around.title];
  asList(field(group, "groups")).forEach((each, i) => {
    const at = below(where, "groups", i);
    const inner = asMap(each);
    if (!inner) {
      notes.lost.push({ where: at, what: "something that is no group", why: "A group is a map." });
      return;
    }
    strangers(inner, ["id", "class", "title", "props", "params", "groups", "controls"], at, notes);
    noteUnusable(inner, { texts: ["id", "title"], lists: ["groups", "controls", "params", "props"] }, at, notes);
    propsLost(inner, at, notes);
    paramsLost(inner, at, notes);
    const label = labelOf(inner);
    const title = asText(field(inner, "title")) ?? asText(field(inner, "id")) ?? "";
    readGroup(inner, at, { title: [label, title].filter(Boolean).join(" ") || `Group ${i + 1}`, path, params }, reading);
  });
}

/** The question of a control, and those of the controls inside it. */
function readControl(value: unknown, where: Where, around: Params, reading: Reading): Question[] {
  const { notes } = reading;
  const control = asMap(value);
  if (!control) {
    notes.lost.push({ where, what: "something that is no control", why: "A control is a map." });
    return [];
  }
  const params = paramsOf(control, around);
  const inner = asList(field(control, "controls")).flatMap((each, i) => readControl(each, below(where, "controls", i), params, reading));
  const foreignId = asText(field(control, "id")) ?? asText(field(control, "title")) ?? "";
  if (statusOf(control) === "withdrawn") {
    notes.lost.push({ where, what: `the control “${foreignId.slice(0, 100)}”`, why: "It is withdrawn." });
    return inner;
  }
  strangers(control, ["id", "class", "title", "params", "props", "parts", "controls"], where, notes);
  noteUnusable(control, { texts: ["id", "title"], lists: ["parts", "controls", "params", "props"] }, where, notes);
  propsLost(control, where, notes);
  paramsLost(control, where, notes);
  const missing = new Set<string>();
  const texts = textsOf(control, where, params, missing, notes);
  for (const id of missing) notes.warnings.push({ where, message: `The parameter “${id}” is not defined: its id stands in the text.` });
  const id = reading.questionIds(foreignId);
  reading.places.set(id, where);
  notes.mapped.push({ where, to: id });
  const heading = cleanText([labelOf(control), asText(field(control, "title"))].filter(Boolean).join(" "));
  const text = clipped([heading, ...texts.statement].filter(Boolean).join("\n\n") || foreignId || id, where, notes);
  const why = clipped(texts.why.join("\n\n"), where, notes);
  const guidance = clipped(texts.guidance.join("\n\n"), where, notes);
  const question: Question = {
    id,
    type: "choice",
    scale: metScaleName,
    text: { en: text },
    ...(why ? { why: { en: why } } : {}),
    ...(guidance ? { guidance: { en: guidance } } : {}),
  };
  return [question, ...inner];
}

interface Texts {
  statement: string[];
  why: string[];
  guidance: string[];
}

const guiding = new Set(["guidance", "overview", "example", "instruction"]);

function textsOf(control: Loose, where: Where, params: Params, missing: Set<string>, notes: Notes): Texts {
  const texts: Texts = { statement: [], why: [], guidance: [] };
  asList(field(control, "parts")).forEach((value, i) => {
    const at = below(where, "parts", i);
    const part = asMap(value);
    const name = asText(field(part, "name")) ?? "";
    if (!part || (name !== "statement" && !guiding.has(name))) {
      notes.lost.push({
        where: at,
        what: `the part “${name.slice(0, 60)}”`,
        why: "Statement, guidance, overview, example and instruction have a place.",
      });
      return;
    }
    const title = asText(field(part, "title"));
    const text = partText(part, at, params, missing, notes);
    if (!text) return;
    if (name === "statement") texts.statement.push(text);
    else if (title && /\bwhy\b/i.test(title)) texts.why.push(text);
    else texts.guidance.push(title ? `${cleanText(title)}\n${text}` : text);
  });
  return texts;
}

const partFields = ["id", "name", "class", "title", "prose", "parts", "props"];

/** Prose of a part with the parts inside it, each on a line with its label. */
function partText(part: Loose, where: Where, params: Params, missing: Set<string>, notes: Notes): string {
  strangers(part, partFields, where, notes);
  noteUnusable(part, { texts: ["prose", "title"], lists: ["parts", "props"] }, where, notes);
  const own = proseText(asText(field(part, "prose")) ?? "", params, missing);
  const inner = asList(field(part, "parts")).flatMap((each, i) => {
    const item = asMap(each);
    const text = item ? partText(item, below(where, "parts", i), params, missing, notes) : "";
    return text === "" ? [] : [`${labelOf(item!) || "-"} ${text}`];
  });
  return [own, ...inner].filter(Boolean).join("\n");
}

/** What a parameter says beyond its value, its choices and its label. */
function paramsLost(holder: Loose, where: Where, notes: Notes): void {
  asList(field(holder, "params")).forEach((each, i) => {
    strangers(asMap(each) ?? {}, ["id", "label", "values", "select", "class"], below(where, "params", i), notes);
  });
}

function propsLost(control: Loose, where: Where, notes: Notes): void {
  asList(field(control, "props")).forEach((each, i) => {
    const prop = asMap(each);
    const name = asText(field(prop, "name")) ?? "";
    if (["label", "sort-id", "status"].includes(name)) return;
    const what = `the property ${name.slice(0, 60)} = “${(asText(field(prop, "value")) ?? "").slice(0, 100)}”`;
    notes.lost.push({ where: below(where, "props", i), what, why: "Questions have no free properties." });
  });
}

const propOf = (holder: Loose, name: string): string | undefined => {
  const props = asList(field(holder, "props")).map(asMap);
  const found =
    props.find((prop) => field(prop, "name") === name && field(prop, "class") === undefined) ??
    props.find((prop) => field(prop, "name") === name);
  return asText(field(found, "value"));
};

const labelOf = (holder: Loose): string => cleanText(propOf(holder, "label") ?? "").slice(0, 60);
const statusOf = (control: Loose): string | undefined => propOf(control, "status")?.toLowerCase();

function clipped(text: string, where: Where, notes: Notes): string {
  const plain = cut(text);
  for (const what of plain.left) notes.lost.push({ where, what, why: "Wording is at most 4000 characters." });
  return plain.text;
}

const without: Record<string, string> = {
  "back-matter": "Sources have no place; links in prose keep their address.",
  links: "Relations between controls have no place.",
  uuid: "A questionnaire goes by its id and version.",
};

function strangers(map: Loose, names: readonly string[], where: Where, notes: Notes): void {
  for (const name of Object.keys(map)) {
    if (names.includes(name)) continue;
    notes.lost.push({
      where: below(where, name),
      what: `“${name.slice(0, 60)}”`,
      why: Object.hasOwn(without, name) ? without[name]! : "It has no place in a questionnaire.",
    });
  }
}

const licenceIn = (remarks = ""): string | undefined => (/\bCC0 1\.0\b/.test(remarks) ? "CC0-1.0" : undefined);
