// One question of vrq/1 from one VSAQ item. VSAQ has no scores: its warnings are its judgement. A warning becomes a question that shows
// when the warning would, asks for the compensating control, is worth nothing, and opens the finding at submission.
import type { Option, Question, Scale, Severity } from "../questionnaire.ts";
import { below, type Notes } from "./foreign.ts";
import { asNumber, asText, asTruth, field } from "./foreign-values.ts";
import { cut, htmlText } from "./plain-text.ts";
import { type Asked, isWarning } from "./vsaq-layout.ts";
import type { VsaqItem } from "./vsaq-tree.ts";

export const weightOf: Record<Severity, number> = { critical: 20, high: 10, medium: 5, low: 2 };

const shortName = 200;

/** The wording of a field as plain text; what had to go is noted. */
export function wording(item: VsaqItem, name: string, notes: Notes): string {
  const { text, left } = htmlText(asText(field(item.fields, name)) ?? "");
  for (const what of left)
    notes.lost.push({ where: below(item.where, name), what, why: "Wording is plain text of at most 4000 characters." });
  return text;
}

export function severityOf(item: VsaqItem, notes: Notes): Severity {
  const named = asText(field(item.fields, "severity"))?.trim().toLowerCase();
  if (named === "medium" || named === "high" || named === "critical") return named;
  if (named) {
    const message = `The severity “${named.slice(0, 40)}” is not known: medium is taken, as when there is none.`;
    notes.warnings.push({ where: below(item.where, "severity"), message });
  }
  return "medium";
}

/** Without condition, hints and scores; these come from what stands around it. */
export function questionFrom(asked: Asked, notes: Notes): Question {
  const { item, id } = asked;
  if (isWarning(item)) return warningFrom(asked, notes);
  const own = wording(item, "text", notes);
  const text = own || asked.hints.pop() || choicesText(asked, notes);
  const required = asTruth(field(item.fields, "required") ?? field(item.fields, "isRequired"));
  const base = { id, text: { en: text }, scored: false, ...(required === true ? { required: true } : {}) };
  switch (item.type) {
    case "line":
    case "box": {
      const most = asNumber(field(item.fields, "maxlength"));
      const maxLength = most !== undefined && Number.isInteger(most) && most >= 1 && most <= 65_536 ? { maxLength: most } : {};
      if (most !== undefined && !("maxLength" in maxLength))
        notes.lost.push({ where: below(item.where, "maxlength"), what: `a length of ${most}`, why: "A length is 1 to 65536." });
      return { ...base, type: "text", ...(item.type === "box" ? { multiline: true as const } : {}), ...maxLength };
    }
    case "upload":
      notes.warnings.push({ where: item.where, message: `“${id}” takes any document: say in “kinds” which evidence it is for.` });
      return { ...base, type: "file", na: true, kinds: ["self-attestation"] };
    case "yesno": {
      const yes = wording(item, "yes", notes);
      const no = wording(item, "no", notes);
      const options = { true: { label: { en: yes || "Yes" } }, false: { label: { en: no || "No" } } };
      return { ...base, type: "boolean", ...(yes || no ? { options } : {}) };
    }
    case "radiogroup":
      return { ...base, type: "choice", options: optionsFrom(asked, notes) };
    case "checkgroup":
      return { ...base, type: "multichoice", options: optionsFrom(asked, notes) };
    default:
      return { ...base, type: "boolean" };
  }
}

function choicesText({ id, item }: Asked, notes: Notes): string {
  notes.warnings.push({ where: item.where, message: `“${id}” has no wording of its own: write one.` });
  return item.type === "checkgroup" ? "Tick all that apply." : item.type === "radiogroup" ? "Choose one." : id;
}

function optionsFrom({ item, codes, noneCode }: Asked, notes: Notes): Scale {
  const options = item.choices.map(({ id, label, where }): [string, Option] => {
    const { text, left } = htmlText(label);
    for (const what of left) notes.lost.push({ where, what, why: "Labels are plain text of at most 4000 characters." });
    return [codes.get(id)!, { label: { en: text || id.slice(0, shortName) } }];
  });
  const none: [string, Option][] =
    noneCode === undefined
      ? []
      : [[noneCode, { label: { en: "None of the above." }, ...(item.type === "checkgroup" ? { exclusive: true as const } : {}) }]];
  return Object.fromEntries([...options, ...none]);
}

function warningFrom({ id, item }: Asked, notes: Notes): Question {
  const severity = severityOf(item, notes);
  const text = wording(item, "text", notes);
  const name = wording(item, "name", notes);
  const why = wording(item, "why", notes);
  if (!name)
    notes.warnings.push({ where: item.where, message: `The warning “${id}” has no name: its finding is called by its first words.` });
  const title = cut((name || text || id).replace(/\s+/g, " "), shortName).text;
  return {
    id,
    type: "choice",
    text: { en: text || title },
    ...(why ? { why: { en: why } } : {}),
    weight: weightOf[severity],
    options: {
      compensated: { score: 0, label: { en: "We have a compensating control or a plan, described in the comment" }, require: ["comment"] },
      open: { score: 0, label: { en: "We have none" } },
    },
    onFail: { finding: { severity, title: { en: title } } },
  };
}
