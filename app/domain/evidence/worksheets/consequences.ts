// What follows from the documents of one family that stand for an engagement: tasks of our own people (complementary user-entity
// controls), subcontractors (subservice organisations), findings (what is not covered). Wanted is what the newest verified documents say;
// reconciling it with what is stored changes nothing the second time, whatever was corrected or replaced in between. Pure.
import type { Severity } from "#app/domain/finding/finding-status.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import { duplicateKey, nameKey } from "#app/domain/vendor/vendor-keys.ts";
import type { EvidenceVerdict } from "../evidence-expiry.ts";
import type { EvidenceKind } from "../evidence-kinds.ts";
import { given, type WorksheetFields } from "./worksheet.ts";
import { worksheetCodeOf, worksheetOf } from "./worksheets.ts";

/** Documents that can stand for one another: of one worksheet, and for certificates of one standard. Stored: never rename one. */
export function familyOf(kind: string): string | undefined {
  const code = worksheetCodeOf(kind);
  return code === "iso" ? kind : code;
}

/** A document of the family that was judged. */
export interface JudgedDocument {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly verdict: EvidenceVerdict;
  readonly expiresOn: Day | null;
  readonly fields: WorksheetFields;
}

export interface WantedDuty {
  readonly key: string;
  readonly evidenceId: string;
  readonly text: string;
  readonly page: string;
}

export interface WantedSubcontractor extends Omit<WantedDuty, "text"> {
  readonly name: string;
  readonly purpose: string;
  /** Outside the report: nobody has audited what it does for us. */
  readonly isCarvedOut: boolean;
}

export interface WantedGap {
  readonly key: string;
  readonly evidenceId: string;
  readonly severity: Severity;
  readonly title: string;
}

export interface Consequences {
  readonly duties: readonly WantedDuty[];
  readonly subcontractors: readonly WantedSubcontractor[];
  readonly gaps: readonly WantedGap[];
}

const firstCharacters = (text: string, count: number) => [...text].slice(0, count).join("");

/** Compared and indexed: short whatever was typed, and the same for what differs in case and spaces alone. */
function keyOf(text: string): string {
  const folded = nameKey(text);
  return folded.length <= 300 ? folded : `${firstCharacters(folded, 300)} ${folded.length}`;
}

/** `service` is what we buy; `documents` are all of one family and engagement. */
export function consequencesOf(documents: readonly JudgedDocument[], service: string, today: Day): Consequences {
  const standing = standingOf(documents);
  const duties = new Map<string, WantedDuty>();
  const subcontractors = new Map<string, WantedSubcontractor>();
  for (const { id: evidenceId, kind, fields } of standing) {
    const sheet = worksheetFor(kind);
    const page = (field: string) => fields[field]?.page ?? "";
    for (const text of sheet.duties === undefined ? [] : given(fields).list(sheet.duties)) {
      duties.set(keyOf(text), { key: keyOf(text), evidenceId, text, page: page(sheet.duties!) });
    }
    for (const { field, isCarvedOut } of sheet.subcontractors ?? []) {
      for (const line of given(fields).list(field)) {
        const { name, purpose } = nameAndPurpose(line);
        const key = keyOf(duplicateKey(name));
        // Named in both lists, the stricter one holds.
        const isOut = isCarvedOut || (subcontractors.get(key)?.isCarvedOut ?? false);
        subcontractors.set(key, { key, evidenceId, name, purpose, page: page(field), isCarvedOut: isOut });
      }
    }
  }
  return { duties: [...duties.values()], subcontractors: [...subcontractors.values()], gaps: gapsOf(documents, standing, service, today) };
}

/** Of the verified ones those that hold longest; several of one day are one paper, given for several questions. */
function standingOf(documents: readonly JudgedDocument[]): JudgedDocument[] {
  const verified = documents.filter(({ verdict }) => verdict === "verified");
  const last = verified
    .map(({ expiresOn }) => expiresOn ?? "")
    .sort()
    .at(-1);
  return verified.filter(({ expiresOn }) => (expiresOn ?? "") === last);
}

/** What no standing document covers. A rejected one says what is missing until another one covers the service. */
function gapsOf(documents: readonly JudgedDocument[], standing: readonly JudgedDocument[], service: string, today: Day): WantedGap[] {
  const isCovered = standing.some(({ fields }) => given(fields).text("serviceCovered") === "yes");
  const speaking = standing.length > 0 ? standing : documents.filter(({ verdict }) => verdict === "rejected");
  const gaps = new Map<string, WantedGap>();
  for (const { id: evidenceId, kind, fields } of speaking) {
    for (const { code, severity, title } of worksheetFor(kind).gaps(given(fields), { kind, service, today })) {
      if (code === "service" && isCovered) continue;
      const key = `${code}:${keyOf(title)}`;
      gaps.set(key, { key, evidenceId, severity, title: firstCharacters(title, 300) });
    }
  }
  return [...gaps.values()];
}

function worksheetFor(kind: EvidenceKind) {
  return worksheetOf(worksheetCodeOf(kind)!);
}

/** "Northern Cloud: hosting" is a company and what it does. */
function nameAndPurpose(line: string): { name: string; purpose: string } {
  const [, name, purpose] = /^(.+?)(?::| [–—-]) +(.+)$/.exec(line) ?? [];
  return name === undefined ? { name: line, purpose: "" } : { name: name.trim(), purpose: purpose!.trim() };
}

/** A stored consequence; withdrawn when no document says it any more. */
export interface StoredConsequence {
  readonly id: string;
  readonly key: string;
  readonly isWithdrawn: boolean;
}

export interface Reconciled<W, S> {
  readonly added: readonly W[];
  /** Stored and still said: taken over with what is said now. */
  readonly kept: readonly { readonly stored: S; readonly wanted: W }[];
  readonly withdrawn: readonly S[];
}

export function reconcile<W extends { key: string }, S extends StoredConsequence>(
  wanted: readonly W[],
  stored: readonly S[],
): Reconciled<W, S> {
  const byKey = new Map(stored.map((row) => [row.key, row]));
  const said = new Set(wanted.map(({ key }) => key));
  return {
    added: wanted.filter(({ key }) => !byKey.has(key)),
    kept: wanted.flatMap((each) => {
      const row = byKey.get(each.key);
      return row ? [{ stored: row, wanted: each }] : [];
    }),
    withdrawn: stored.filter(({ key, isWithdrawn }) => !said.has(key) && !isWithdrawn),
  };
}
