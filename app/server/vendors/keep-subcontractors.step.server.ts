// Brings the subcontractors of one engagement in line with what its current reports name.
import { reconcile, type WantedSubcontractor } from "#app/domain/evidence/worksheets/consequences.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { listSubcontractorsOfFamily } from "./subcontractors.queries.server.ts";
import { insertSubcontractor, updateSubcontractor } from "./subcontractors.repo.server.ts";

export async function keepSubcontractors(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  { vendorId, engagementId, family }: { vendorId: string; engagementId: string; family: string },
  wanted: readonly WantedSubcontractor[],
  now: Date,
): Promise<void> {
  const { organisationId } = grant;
  const stored = await listSubcontractorsOfFamily(tx, organisationId, engagementId, family);
  const rows = stored.map((row) => ({ ...row, isWithdrawn: row.withdrawnAt !== null }));
  const { added, kept, withdrawn } = reconcile(wanted, rows);
  const listed = (id: string, { evidenceId, isCarvedOut }: WantedSubcontractor) => {
    const data = { engagementId, evidenceId, isCarvedOut };
    return recordAuditEvent(tx, grant, { type: "subcontractor.listed", objectId: id, vendorId, data }, now);
  };
  for (const each of added) {
    const id = portal.ids.next("subcontractor", now);
    await insertSubcontractor(tx, { id, organisationId, vendorId, engagementId, family, ...each, listedAt: now, withdrawnAt: null });
    await listed(id, each);
  }
  for (const { stored: row, wanted: said } of kept) {
    const isSame = (["evidenceId", "page", "name", "purpose", "isCarvedOut"] as const).every((name) => row[name] === said[name]);
    if (isSame && !row.isWithdrawn) continue;
    await updateSubcontractor(tx, organisationId, row.id, { ...said, withdrawnAt: null });
    if (row.isWithdrawn || row.isCarvedOut !== said.isCarvedOut) await listed(row.id, said);
  }
  for (const { id } of withdrawn) {
    await updateSubcontractor(tx, organisationId, id, { withdrawnAt: now });
    await recordAuditEvent(tx, grant, { type: "subcontractor.withdrawn", objectId: id, vendorId, data: { engagementId } }, now);
  }
}
