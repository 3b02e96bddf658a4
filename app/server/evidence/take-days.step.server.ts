// The days read off a document by its worksheet replace those its uploader gave: the clock of its kind runs from them.
import { expiryOf } from "#app/domain/evidence/evidence-expiry.ts";
import type { EvidenceKind } from "#app/domain/evidence/evidence-kinds.ts";
import { given, type Worksheet, type WorksheetFields } from "#app/domain/evidence/worksheets/worksheet.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Tx } from "../platform/store.server.ts";
import type { EvidenceRow } from "./evidence.queries.server.ts";
import { updateEvidence } from "./evidence.repo.server.ts";

/** The document as it is then. The worksheet has the day of its clock: it was judged before. */
export async function takeDays(
  tx: Tx,
  grant: Grant,
  row: EvidenceRow,
  { clock, statedExpiry }: Worksheet,
  fields: WorksheetFields,
  now: Date,
): Promise<EvidenceRow> {
  const read = given(fields);
  const startsOn = read.text(clock);
  const statedExpiryOn = (statedExpiry && read.text(statedExpiry)) || row.statedExpiryOn;
  const expiresOn = expiryOf(row.kind as EvidenceKind, startsOn, statedExpiryOn ?? undefined) ?? null;
  const days = { startsOn, statedExpiryOn, expiresOn };
  const changed = (["startsOn", "statedExpiryOn", "expiresOn"] as const).filter((name) => row[name] !== days[name]);
  if (changed.length === 0) return row;
  await updateEvidence(tx, grant.organisationId, row.id, days);
  const data = { fields: changed, startsOn, expiresOn };
  await recordAuditEvent(tx, grant, { type: "evidence.corrected", objectId: row.id, vendorId: row.vendorId, data }, now);
  return { ...row, ...days };
}
