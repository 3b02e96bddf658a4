// Google VSAQ as vrq/1 (docs/importing.md, "VSAQ"): blocks are sections, warnings are findings, options that alone raise a warning are
// worth nothing and their neighbours everything. Conditions keep their meaning or are reported as lost, as a whole.
import { comparisonsIn } from "../condition.ts";
import type { Cond, Question, Questionnaire, Severity } from "../questionnaire.ts";
import { all, isTooDeep, type Known } from "./conditions.ts";
import { finishDraft } from "./finish-draft.ts";
import { below, type Draft, emptyNotes, type ForeignFile, type ImportSettings, type Notes, type Where } from "./foreign.ts";
import { asMap, asText, field } from "./foreign-values.ts";
import { header } from "./header.ts";
import { cut, englishTitle } from "./plain-text.ts";
import { type Asked, isWarning, type LaidOut, layOut, wordsOf } from "./vsaq-layout.ts";
import { questionFrom, severityOf, weightOf, wording } from "./vsaq-questions.ts";
import { readVsaqTree, type VsaqItem } from "./vsaq-tree.ts";
import { type Translator, translator } from "./vsaq-visibility.ts";

export function importVsaq(files: readonly ForeignFile[], settings: ImportSettings): Draft {
  const notes = emptyNotes();
  const root = readVsaqTree(files, notes);
  const laidOut = layOut(root, notes);
  const conds = translator(laidOut);
  placeHints(laidOut, notes);
  const places = new Map<string, Where>();
  const never = new Set<string>();
  const verdicts = new Map<string, { severity: Severity; codes: Set<string> }>();
  const asTold = rootCondition(root, conds, notes);
  const sections = laidOut.sections
    .map(({ id, title, blocks, asked }) => {
      const opens = all(asTold, ...blocks.map((block) => condition(block, asked[0]?.order ?? 0, conds, notes) ?? true));
      const block = blocks.at(-1);
      if (block) notes.mapped.push({ where: block.where, to: id });
      if (block && asked.length === 0)
        notes.lost.push({ where: block.where, what: `the block “${title.slice(0, 100)}”`, why: "It asks nothing." });
      const questions = asked.flatMap((each) => {
        const shown = shownWhen(each, conds, notes);
        if (shown === undefined) return [];
        const question = questionFrom(each, notes);
        places.set(question.id, each.item.where);
        notes.mapped.push({ where: each.item.where, to: question.id });
        if (shown === false || opens === false) never.add(question.id);
        if (isWarning(each.item)) judge(shown, severityOf(each.item, emptyNotes()), verdicts);
        return [{ ...question, ...guidance(each, notes), ...(typeof shown === "boolean" ? {} : { when: shown }) }];
      });
      return { id, title: { en: title }, weight: 1, ...(typeof opens === "boolean" ? {} : { when: opens }), questions };
    })
    .filter(({ questions }) => questions.length > 0);
  const envelope = asMap(files[0]!.value);
  const questionnaire: Questionnaire = {
    ...header(
      {
        title: englishTitle(wordsOf(root, "text")),
        languages: ["en"],
        version: asText(field(envelope, "version")),
        name: files[0]!.name,
        license: licenceIn(files[0]!),
      },
      settings,
      notes,
    ),
    sections: sections.map((section) => ({ ...section, questions: section.questions.map((question) => scored(question, verdicts)) })),
  };
  return finishDraft(questionnaire, notes, places, never);
}

function rootCondition(root: VsaqItem, conds: Translator, notes: Notes): Known {
  return condition(root, 0, conds, notes) ?? true;
}

/** What a condition means; undefined when it is lost, which is noted. */
function condition(item: VsaqItem, order: number, conds: Translator, notes: Notes): Known | undefined {
  const translated = conds.own(item, order);
  if ("known" in translated) return translated.known;
  const what = `the condition “${item.cond!.slice(0, 200)}”`;
  notes.lost.push({ where: below(item.where, "cond"), what, why: `${translated.problem} Without it, more is asked, never less.` });
  return undefined;
}

/** A question whose condition is lost is always asked; a warning is not raised without knowing when: then undefined. */
function shownWhen({ item, blocks, order }: Asked, conds: Translator, notes: Notes): Known | undefined {
  const parts = [...blocks, item].map((each) => (each === item ? condition(item, order, conds, notes) : quiet(each, order, conds)));
  const own = parts.at(-1);
  const together = all(...parts.map((part) => part ?? true));
  if (isWarning(item) && (own === undefined || isTooDeep(together))) {
    const why = "A finding must not be raised without knowing when: write it by hand.";
    notes.lost.push({ where: item.where, what: `the warning “${(wordsOf(item, "name") || item.id || "").slice(0, 200)}”`, why });
    return undefined;
  }
  if (!isTooDeep(together)) return together;
  notes.lost.push({ where: item.where, what: "the conditions of the blocks around it", why: "Together they nest deeper than 20." });
  return own ?? true;
}

const quiet = (block: VsaqItem, order: number, conds: Translator): Known | undefined => {
  const translated = conds.own(block, order);
  return "known" in translated ? translated.known : undefined;
};

/** Wording that asks nothing goes to a question: what stands before it, and hints to the question whose answer opens them. */
function placeHints(laidOut: LaidOut, notes: Notes): void {
  const { sections, blocksAround } = laidOut;
  for (const item of blocksAround.keys()) {
    if (item.type === "spacer") notes.lost.push({ where: item.where, what: "a spacer", why: "Looks have no place in questionnaires." });
    const isHint = item.type === "info" || (item.type === "tip" && !isWarning(item));
    if (!isHint) continue;
    const text = [wordsOf(item, "name"), wordsOf(item, "text")].filter(Boolean).join("\n");
    const target = item.type === "info" ? neighbour(item, laidOut, "after") : askedIn(item, laidOut);
    const asked = target ?? neighbour(item, laidOut, "before") ?? neighbour(item, laidOut, "after");
    wording(item, "text", notes);
    if (text === "" || !asked) {
      if (text !== "")
        notes.lost.push({ where: item.where, what: `the text “${text.slice(0, 100)}”`, why: "No question stands beside it." });
      continue;
    }
    asked.hints.push(text);
    notes.mapped.push({ where: item.where, to: `${asked.id}, guidance` });
    if (item.cond)
      notes.lost.push({
        where: below(item.where, "cond"),
        what: `the condition “${item.cond.slice(0, 200)}”`,
        why: "Guidance is always shown.",
      });
    for (const name of ["why", "severity"]) {
      if (asText(field(item.fields, name)))
        notes.lost.push({ where: below(item.where, name), what: `“${name}”`, why: "A tip without “warn: yes” raises nothing." });
    }
  }
  for (const { asked } of sections) for (const each of asked) if (isWarning(each.item)) each.hints.length = 0;
}

/** The first question a tip's condition names. */
function askedIn({ cond = "" }: VsaqItem, { askedBy, groupOfChoice, byForeignId }: LaidOut): Asked | undefined {
  for (const [name] of cond.slice(0, 10_000).matchAll(/[\w.-]+/g)) {
    const asked = askedBy.get(groupOfChoice.get(name) ?? byForeignId.get(name)!);
    if (asked && !isWarning(asked.item)) return asked;
  }
  return undefined;
}

const mostNeighbours = 50;

/** The nearest question before or after an item within its block, warnings excepted. */
function neighbour(item: VsaqItem, { root, blocksAround, askedBy }: LaidOut, side: "before" | "after"): Asked | undefined {
  const siblings = (blocksAround.get(item)?.at(-1) ?? root).items;
  const at = siblings.indexOf(item);
  const near =
    side === "after" ? siblings.slice(at + 1, at + mostNeighbours) : siblings.slice(Math.max(0, at - mostNeighbours), at).reverse();
  return near.map((each) => askedBy.get(each)).find((asked) => asked !== undefined && !isWarning(asked.item));
}

function guidance({ hints }: Asked, notes: Notes): Pick<Question, "guidance"> {
  if (hints.length === 0) return {};
  const { text, left } = cut(hints.join("\n\n"));
  for (const what of left) notes.lost.push({ where: { file: 0, path: [] }, what, why: "Guidance is at most 4000 characters." });
  return { guidance: { en: text } };
}

/** When single answers to one question raise the warning, these answers are worth nothing. */
function judge(shown: Known, severity: Severity, verdicts: Map<string, { severity: Severity; codes: Set<string> }>): void {
  if (typeof shown === "boolean" || "all" in shown || "not" in shown) return;
  const leaves = comparisonsIn(shown as Cond).map(({ cond }) => cond as { q?: string; is?: unknown });
  const q = leaves[0]!.q;
  if (q === undefined || leaves.some((leaf) => leaf.q !== q || leaf.is === undefined)) return;
  const verdict = verdicts.get(q) ?? { severity, codes: new Set() };
  for (const { is } of leaves) verdict.codes.add(String(is));
  if (weightOf[severity] > weightOf[verdict.severity]) verdict.severity = severity;
  verdicts.set(q, verdict);
}

/** Gives a judged question its scores. “None of the above” says neither, so it is left out. */
function scored(question: Question, verdicts: ReadonlyMap<string, { severity: Severity; codes: Set<string> }>): Question {
  const verdict = verdicts.get(question.id);
  if (!verdict || (question.type !== "choice" && question.type !== "boolean") || question.onFail) return question;
  const options = question.options ?? { true: { label: { en: "Yes" } }, false: { label: { en: "No" } } };
  const { scored: _, ...rest } = question;
  return {
    ...rest,
    weight: weightOf[verdict.severity],
    options: Object.fromEntries(
      Object.entries(options).map(([code, option]) => {
        const score = verdict.codes.has(code) ? 0 : code === `${question.id}_none` ? null : 1;
        return [code, { score, ...option }];
      }),
    ),
  };
}

const licenceIn = ({ comments = [] }: ForeignFile): string | undefined =>
  comments.some((line) => line.includes("Apache License, Version 2.0")) ? "Apache-2.0" : undefined;
