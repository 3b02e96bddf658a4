// Opens a finding, once per key. A fault of the same question that is still open for the engagement is not opened a second time:
// it goes on under its number.
import { findingDueOn, type Severity } from "#app/domain/finding/finding-status.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { listOpenFindings } from "./findings.queries.server.ts";
import { insertFinding, nextFindingNumber } from "./findings.repo.server.ts";

export interface NewFinding {
  assessment: { id: string; vendorId: string; engagementId: string };
  /** null for one that belongs to no question. */
  questionKey: string | null;
  /** For one that follows from something else than a question: the same fault is opened once. */
  key?: string;
  severity: Severity;
  title: string;
  ownerId: string | null;
  /** Day it is opened on; its due day follows from it and the severity. */
  openedOn: Day;
}

/** The finding's id, or undefined when the fault is known already. */
export async function openFinding(tx: Tx, grant: Grant, portal: Portal, finding: NewFinding, now: Date): Promise<string | undefined> {
  const { organisationId, actor } = grant;
  const { assessment, questionKey, severity, title, ownerId, openedOn } = finding;
  const { id: assessmentId, vendorId, engagementId } = assessment;
  const known = questionKey === null ? [] : await listOpenFindings(tx, organisationId, engagementId);
  if (known.some((each) => each.questionKey === questionKey)) return undefined;
  const id = portal.ids.next("finding", now);
  const dueOn = findingDueOn(openedOn, severity);
  const isNew = await insertFinding(tx, {
    id,
    organisationId,
    key: finding.key ?? (questionKey === null ? `raised:${id}` : `${assessmentId}:${questionKey}`),
    number: await nextFindingNumber(tx, organisationId),
    vendorId,
    engagementId,
    assessmentId,
    questionKey,
    severity,
    title,
    status: "open",
    ownerId,
    dueOn,
    plan: "",
    openedAt: now,
    openedById: actor.kind === "person" ? actor.personId : null,
    closedAt: null,
    closedById: null,
    closedBecause: null,
  });
  if (!isNew) return undefined;
  const data = { assessmentId, severity, questionKey, dueOn };
  await recordAuditEvent(tx, grant, { type: "finding.opened", objectId: id, vendorId, data }, now);
  return id;
}
