// What a worksheet is: the fields a reviewer reads off a document, each with its page, and what each of them decides. Only a filled and
// consistent worksheet makes such a document verified. Field names and choice codes are stored: never rename or reuse one.
import type { Severity } from "#app/domain/finding/finding-status.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import type { EvidenceCheck } from "../evidence-checks.ts";
import type { EvidenceKind } from "../evidence-kinds.ts";

export const worksheetCodes = ["aoc", "soc2", "iso", "asv", "pentest"] as const;
export type WorksheetCode = (typeof worksheetCodes)[number];

/** text, date, choice and yesno hold a string, number a number, choices and list several strings. */
export type WorksheetValue = string | number | readonly string[];

export interface FilledField {
  readonly value: WorksheetValue;
  /** Where it stands; the reader fills the page of the field before in where none was typed. */
  readonly page: string;
}

/** By field name; a field nobody filled in is absent. */
export type WorksheetFields = Readonly<Record<string, FilledField | undefined>>;

export type FieldInput =
  | { readonly type: "text" }
  | { readonly type: "date" }
  | { readonly type: "number" }
  | { readonly type: "yesno" }
  | { readonly type: "choice" | "choices"; readonly options: Readonly<Record<string, string>> }
  /** One line per entry; `each` says what a line holds. */
  | { readonly type: "list"; readonly each: string };

export interface WorksheetField {
  readonly label: string;
  readonly hint?: string;
  readonly input: FieldInput;
  /** Always, never, or where the other fields make it so. */
  readonly isRequired: boolean | ((given: Given) => boolean);
  /** The check of the kind that filling this in answers. */
  readonly check?: EvidenceCheck;
  /** What it decides, in words: shown beside the field. */
  readonly decides?: string;
}

/** What a worksheet is judged against. */
export interface WorksheetSubject {
  readonly kind: EvidenceKind;
  /** The service we buy, as the engagement names it. */
  readonly service: string;
  readonly today: Day;
}

/** Why a document cannot be verified, at the field that says so. */
export interface WorksheetProblem {
  readonly field: string;
  readonly message: string;
  /** The document as a whole proves nothing: it is rejected, not filled in better. */
  readonly isRefusal?: boolean;
}

/** Something the document shows to be missing: it becomes a finding. */
export interface WorksheetGap {
  /** Stored with the finding's key: never rename. */
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
}

export interface Worksheet {
  readonly title: string;
  /** In the order of the paper. */
  readonly fields: Readonly<Record<string, WorksheetField>>;
  /** The field with the day the kind's clock starts from, and the one with the last day the document names itself. */
  readonly clock: string;
  readonly statedExpiry?: string;
  /** The field with who issued it. */
  readonly issuer?: string;
  readonly problems: (given: Given, subject: WorksheetSubject) => WorksheetProblem[];
  readonly gaps: (given: Given, subject: WorksheetSubject) => WorksheetGap[];
  /** Lists of what the document leaves to us, and to whom it leaves a part of the service. */
  readonly duties?: string;
  readonly subcontractors?: readonly { readonly field: string; readonly isCarvedOut: boolean }[];
}

/** Reads single fields; what was not filled in is an empty text or list, or undefined for numbers. */
export interface Given {
  text: (name: string) => string;
  list: (name: string) => readonly string[];
  number: (name: string) => number | undefined;
}

export function given(fields: WorksheetFields): Given {
  return {
    text: (name) => {
      const value = fields[name]?.value;
      return typeof value === "string" ? value : "";
    },
    list: (name) => {
      const value = fields[name]?.value;
      return Array.isArray(value) ? (value as readonly string[]) : [];
    },
    number: (name) => {
      const value = fields[name]?.value;
      return typeof value === "number" ? value : undefined;
    },
  };
}

export const problem = (field: string, message: string): WorksheetProblem => ({ field, message });
export const refusal = (field: string, message: string): WorksheetProblem => ({ field, message, isRefusal: true });
