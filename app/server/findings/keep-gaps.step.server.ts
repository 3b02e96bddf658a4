// Findings follow the documents of an engagement: what they do not cover has one, and it is closed once a verified document covers it.
// What a person closed stays closed until a newer document shows the same gap.
import { reconcile, type WantedGap } from "#app/domain/evidence/worksheets/consequences.ts";
import type { FindingStatus } from "#app/domain/finding/finding-status.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { listFindingsByKey } from "./findings.queries.server.ts";
import { updateFinding } from "./findings.repo.server.ts";
import { openFinding } from "./open-finding.step.server.ts";

export interface GapsOfFamily {
  /** The assessment findings are filed under. */
  assessment: { id: string; vendorId: string; engagementId: string };
  family: string;
  ownerId: string | null;
  today: Day;
  /** When each document came in. */
  uploadedAt: ReadonlyMap<string, Date>;
}

export async function keepGaps(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  about: GapsOfFamily,
  wanted: readonly WantedGap[],
  now: Date,
): Promise<void> {
  const { organisationId, actor } = grant;
  const { assessment, family, ownerId, today, uploadedAt } = about;
  const { vendorId, engagementId } = assessment;
  const prefix = `document:${engagementId}:${family}:`;
  const stored = await listFindingsByKey(tx, organisationId, engagementId, prefix);
  const rows = stored.map((row) => ({ ...row, key: row.key.slice(prefix.length), isWithdrawn: row.status === "closed" }));
  const { added, kept, withdrawn } = reconcile(wanted, rows);
  for (const { key, severity, title } of added) {
    const finding = { assessment, questionKey: null, key: prefix + key, severity, title, ownerId, openedOn: today };
    await openFinding(tx, grant, portal, finding, now);
  }
  for (const { stored: row, wanted: said } of kept) {
    const from = row.status as FindingStatus;
    const isShownAgain = row.closedBecause === "not_failing" || (row.closedAt !== null && uploadedAt.get(said.evidenceId)! > row.closedAt);
    if (from !== "closed" || !isShownAgain) continue;
    await updateFinding(tx, organisationId, row.id, { status: "open", closedAt: null, closedById: null, closedBecause: null });
    const data = { from, reason: "A document shows it again." };
    await recordAuditEvent(tx, grant, { type: "finding.reopened", objectId: row.id, vendorId, data }, now);
  }
  for (const { id, status } of withdrawn) {
    const closedById = actor.kind === "person" ? actor.personId : null;
    await updateFinding(tx, organisationId, id, { status: "closed", closedAt: now, closedById, closedBecause: "not_failing" });
    const data = { from: status, because: "not_failing", evidenceId: null };
    await recordAuditEvent(tx, grant, { type: "finding.closed", objectId: id, vendorId, data }, now);
  }
}
