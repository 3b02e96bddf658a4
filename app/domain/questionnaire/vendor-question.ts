// What of a question a vendor may see: a list of permitted fields, copied one by one. Weights, scores, caps, expected answers,
// controls and fact names stay behind. A field added here reaches every vendor's browser.
import { type EvidenceKind, evidenceKindRow, isEvidenceKind } from "../evidence/evidence-kinds.ts";
import {
  type ColumnType,
  type Language,
  optionsOf,
  type Question,
  type Questionnaire,
  type QuestionType,
  textIn,
} from "./questionnaire.ts";
import { unitIn } from "./units.ts";

export interface VendorOption {
  code: string;
  label: string;
  needsComment: boolean;
  /** Cannot be ticked beside another one. */
  isExclusive: boolean;
}

export interface VendorColumn {
  id: string;
  label: string;
  type: ColumnType;
  isRequired: boolean;
}

/** A document as it is asked for: one of these kinds proves the answer. */
export interface VendorEvidenceKind {
  code: EvidenceKind;
  label: string;
  /** What is meant, and what is no proof. */
  hint: string | null;
  /** Name of the date the document counts from. */
  clock: string;
  /** It may name its own last day. */
  mayStateExpiry: boolean;
}

export interface VendorEvidence {
  kinds: VendorEvidenceKind[];
  min: number;
  maxAgeDays: number | null;
  /** Media types, for the file chooser; a help, never the check. */
  accept: string[];
}

export interface VendorQuestion {
  /** `questionnaire#question`. */
  key: string;
  type: QuestionType;
  text: string;
  why: string | null;
  guidance: string | null;
  options: VendorOption[];
  mayBeNa: boolean;
  naLabel: string | null;
  unit: string | null;
  min: number | null;
  max: number | null;
  maxLength: number | null;
  isMultiline: boolean;
  columns: VendorColumn[];
  maxRows: number;
  evidence: VendorEvidence | null;
}

const defaultRows = 50;

export function mayBeNotApplicable(questionnaire: Pick<Questionnaire, "scales">, question: Question): boolean {
  const options = optionsOf(questionnaire, question);
  return question.na === true || (options !== undefined && Object.hasOwn(options, "na"));
}

/** The question in a language, as a vendor may see it. */
export function vendorQuestion(questionnaire: Questionnaire, question: Question, language: Language): VendorQuestion {
  const source = questionnaire.languages[0]!;
  const say = (text: Parameters<typeof textIn>[0]) => textIn(text, language, source);
  const options = Object.entries(optionsOf(questionnaire, question) ?? {});
  const na = options.find(([code]) => code === "na");
  return {
    key: `${questionnaire.id}#${question.id}`,
    type: question.type,
    text: say(question.text),
    why: question.why ? say(question.why) : null,
    guidance: question.guidance ? say(question.guidance) : null,
    options: options
      .filter(([code]) => code !== "na")
      .map(([code, option]) => ({
        code,
        label: say(option.label),
        needsComment: option.require?.includes("comment") ?? false,
        isExclusive: option.exclusive ?? false,
      })),
    mayBeNa: mayBeNotApplicable(questionnaire, question),
    naLabel: na ? say(na[1].label) : null,
    unit: question.unit === undefined ? null : unitIn(question.unit, language),
    min: question.min ?? null,
    max: question.max ?? null,
    maxLength: question.maxLength ?? null,
    isMultiline: question.multiline ?? false,
    columns: (question.columns ?? []).map(({ id, label, type, required }) => ({
      id,
      label: label ? say(label) : titled(id),
      type,
      isRequired: required ?? false,
    })),
    maxRows: question.maxRows ?? defaultRows,
    evidence: vendorEvidence(question, language),
  };
}

function vendorEvidence(question: Question, language: Language): VendorEvidence | null {
  const rule =
    question.type === "file" ? { ...question.evidence, kinds: question.kinds ?? [], accept: question.accept } : question.evidence;
  if (!rule) return null;
  const kinds = rule.kinds.filter(isEvidenceKind);
  const accept = rule.accept ?? kinds.flatMap((kind) => evidenceKindRow(kind).accept);
  return {
    kinds: kinds.map((code) => vendorKind(code, language)),
    min: rule.min ?? 1,
    maxAgeDays: rule.maxAgeDays ?? null,
    accept: [...new Set(accept)],
  };
}

function vendorKind(code: EvidenceKind, language: Language): VendorEvidenceKind {
  const { label, hint, clock, validity } = evidenceKindRow(code);
  return {
    code,
    label: label[language],
    hint: hint?.[language] ?? null,
    clock: clock[language],
    mayStateExpiry: validity.rule === "stated",
  };
}

/** What an upload of one wanted document needs. */
export function evidenceOfKind(code: EvidenceKind, language: Language = "en"): VendorEvidence {
  return { kinds: [vendorKind(code, language)], min: 1, maxAgeDays: null, accept: [...evidenceKindRow(code).accept] };
}

/** `data_kinds` reads "Data kinds" where a column has no label. */
function titled(id: string): string {
  const words = id.replaceAll(/[_-]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
