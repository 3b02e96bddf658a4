// The worksheet of one document for its page: filled in, or started from what is known.
import type { EvidenceKind } from "#app/domain/evidence/evidence-kinds.ts";
import { familyOf } from "#app/domain/evidence/worksheets/consequences.ts";
import type { WorksheetFields } from "#app/domain/evidence/worksheets/worksheet.ts";
import { type WorksheetView, worksheetView } from "#app/domain/evidence/worksheets/worksheet-view.ts";
import { fieldsFor, worksheetCodeOf, worksheetOf } from "#app/domain/evidence/worksheets/worksheets.ts";
import type { Reader } from "../platform/store.server.ts";
import { type EvidenceRow, listEvidenceOfEngagement } from "./evidence.queries.server.ts";
import { worksheetSubject } from "./worksheet-subject.queries.server.ts";
import { findWorksheet, worksheetsOf } from "./worksheets.queries.server.ts";

export interface WorksheetPage {
  form: WorksheetView;
  /** What was filled in; undefined before anybody did. */
  fields: WorksheetFields | undefined;
}

/** Undefined for a kind without a worksheet. */
export async function worksheetPage(
  from: Reader,
  evidence: EvidenceRow,
  vendorName: string,
  now: Date,
): Promise<WorksheetPage | undefined> {
  const code = worksheetCodeOf(evidence.kind);
  if (code === undefined) return undefined;
  const { organisationId } = evidence;
  const row = await findWorksheet(from, organisationId, evidence.id);
  const filled = row?.worksheet === code ? row : undefined;
  const form = worksheetView(worksheetOf(code), {
    subject: await worksheetSubject(from, organisationId, evidence, now),
    // A worksheet of another kind keeps its revision number: the next one follows it.
    filled: filled && { revision: filled.revision, fields: filled.fields },
    before: filled ? undefined : await fieldsBefore(from, evidence),
    uploaded: evidence,
    vendor: vendorName,
  });
  return { form: { ...form, revision: row?.revision ?? 0 }, fields: filled?.fields };
}

/** Of the newest verified document of the family that came before this one. */
async function fieldsBefore(from: Reader, { organisationId, vendorId, engagementId, kind, id }: EvidenceRow) {
  if (engagementId === null) return undefined;
  const family = familyOf(kind as EvidenceKind);
  const all = await listEvidenceOfEngagement(from, organisationId, vendorId, engagementId);
  const earlier = all.filter((row) => familyOf(row.kind) === family && row.id !== id && row.verdict === "verified");
  const newest = earlier.toSorted((a, b) => ((a.startsOn ?? "") < (b.startsOn ?? "") ? -1 : 1)).at(-1);
  return newest && fieldsFor(newest.kind, (await worksheetsOf(from, organisationId, [newest.id])).get(newest.id));
}
