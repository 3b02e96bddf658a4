// A questionnaire file of format vrq/1 after parsing (docs: questionnaires, "Grammar"). Types only, free of zod, so that pages
// may import them. A field added here is a change of the format: schema, linter and README follow.
import type { Level } from "#app/domain/risk/risk-levels.ts";
import type { Category } from "#app/domain/vendor/categories.ts";
import type { Fact } from "./facts.ts";

export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];

/** The language a code from outside names; English for any other. */
export const languageNamed = (code: string | undefined): Language => languages.find((each) => each === code) ?? "en";

/** Wording by language; the questionnaire's first language is always there. Read it with `textIn`. */
export type Text = { [L in Language]?: string };

export const questionTypes = ["boolean", "choice", "multichoice", "number", "date", "text", "table", "file"] as const;
export type QuestionType = (typeof questionTypes)[number];

export const severities = ["critical", "high", "medium", "low"] as const;
export type Severity = (typeof severities)[number];

export interface Option {
  label: Text;
  /** 0…1 with at most four decimals; null leaves the question out of the score; absent on unscored questions. */
  score?: number | null;
  require?: "comment"[];
  exclusive?: true;
  /** Inherent-risk questionnaire only: the level of the dimension this answer means. */
  level?: Level;
}

export type Scale = Record<string, Option>;

export type Scalar = string | number | boolean;

export type Comparison =
  | { is: Scalar }
  | { in: Scalar[] }
  | { has: string }
  | { lt: number | string }
  | { lte: number | string }
  | { gt: number | string }
  | { gte: number | string }
  | { answered: boolean };

export const operators = ["is", "in", "has", "lt", "lte", "gt", "gte", "answered"] as const;
export type Operator = (typeof operators)[number];

export type Compared = ({ q: string } & Comparison) | ({ fact: Fact } & Comparison);
export type Cond = { all: Cond[] } | { any: Cond[] } | { not: Cond } | Compared;

export interface Band {
  /** Inclusive upper bound; only the last band has none. For dates: the age in days. */
  upTo?: number;
  score: number;
}

export const columnTypes = ["text", "number", "date", "country", "url", "email"] as const;
export type ColumnType = (typeof columnTypes)[number];

export interface Column {
  id: string;
  type: ColumnType;
  required?: boolean;
  label?: Text;
}

export interface EvidenceRule {
  /** May name its own question; without it the rule holds for every answer. */
  when?: Cond;
  /** Codes of the table of evidence kinds; one of them proves the answer. */
  kinds: string[];
  /** How many pieces; 1 when absent. */
  min?: number;
  maxAgeDays?: number;
  /** Media types taken. */
  accept?: string[];
  /** An answer without proof is worth nothing. */
  proof?: "required";
  /** Kinds of reports that answer the question, too. */
  coveredBy?: string[];
}

export interface OnFail {
  /** Percent, 0…79. */
  capScore?: number;
  finding?: { severity: Severity; title: Text };
}

export interface Question {
  id: string;
  type: QuestionType;
  text: Text;
  why?: Text;
  guidance?: Text;
  when?: Cond;
  /** 1…1000; 1 when absent. */
  weight?: number;
  scored?: boolean;
  required?: boolean;
  /** Whether "not applicable" may be answered; a scale with the code `na` allows it, too. */
  na?: boolean;
  scale?: string;
  /** boolean: codes 'true' and 'false'. */
  options?: Scale;
  bands?: Band[];
  unit?: string;
  min?: number;
  max?: number;
  maxLength?: number;
  multiline?: true;
  columns?: Column[];
  maxRows?: number;
  criticality?: "blocker";
  onFail?: OnFail;
  evidence?: EvidenceRule;
  /** type file: its evidence rule, always holding. */
  kinds?: string[];
  accept?: string[];
  /** `framework-edition#id`. */
  controls?: string[];
  topics?: string[];
  /** `questionnaire#question` that owns this question; it is asked once per assessment, there. */
  sameAs?: string;
  askedPer?: "vendor";
  /** Internal files: the answer becomes this fact. */
  fact?: Fact;
  preset?: { [C in Category]?: string };
}

export interface Section {
  id: string;
  title: Text;
  weight: number;
  when?: Cond;
  questions: Question[];
}

export interface Questionnaire {
  format: "vrq/1";
  id: string;
  version: string;
  audience: "vendor" | "internal";
  title: Text;
  /** The first is the source language. */
  languages: Language[];
  appliesTo?: { categories?: Category[]; tiers?: Level[] };
  source: { name: string; license: string };
  scales?: Record<string, Scale>;
  conflicts?: { when: Cond; text: Text }[];
  /** Per question id, against the version before: whether its answer is carried over, and why. */
  changes?: Record<string, { carry: boolean; note: Text }>;
  sections: Section[];
}

/** Limits of a file and of an answer (docs: questionnaires, rule 10). */
export const questionnaireLimits = {
  fileBytes: 1024 * 1024,
  questions: 1000,
  nestedConditions: 20,
  options: 200,
  answerBytes: 64 * 1024,
} as const;

/** The wording in a language, else in the source language. */
export function textIn(text: Text, language: Language, source: Language): string {
  return text[language] ?? text[source] ?? "";
}

/** The options of a question wherever they are written: its own, or those of its scale. */
export function optionsOf(questionnaire: Pick<Questionnaire, "scales">, question: Question): Scale | undefined {
  if (question.options) return question.options;
  const scales = questionnaire.scales;
  return question.scale !== undefined && scales && Object.hasOwn(scales, question.scale) ? scales[question.scale] : undefined;
}
