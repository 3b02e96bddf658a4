// Notes, in the transaction that changes something about a signed decision, that an addendum has to say so; a job draws and signs it.
import type { AddendumCause } from "#app/domain/report/addendum.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { enqueueJob } from "../../jobs/enqueue-job.server.ts";
import type { Grant } from "../../platform/authorize.server.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import { listAddenda } from "./addenda.queries.server.ts";
import { insertAddendum } from "./addenda.repo.server.ts";

export interface Change {
  decision: { id: string; vendorId: string; engagementId: string; assessmentId: string };
  cause: AddendumCause;
  /** The condition, the risk acceptance or the decision. */
  subjectId: string;
  reason: string;
}

/** The same change of the same thing is said once. Whoever holds the Grant is who recorded it; a job is nobody. */
export async function openAddendum(tx: Tx, grant: Grant, portal: Portal, change: Change, now: Date): Promise<void> {
  const { organisationId, actor } = grant;
  const { decision, cause, subjectId, reason } = change;
  const { id: decisionId, ...about } = decision;
  const id = portal.ids.next("addendum", now);
  const number = (await listAddenda(tx, organisationId, decisionId)).length + 1;
  const byId = actor.kind === "person" ? actor.personId : null;
  const row = { id, organisationId, decisionId, ...about, number, cause, subjectId, reason, byId, at: now };
  if (!(await insertAddendum(tx, row))) return;
  const data = { decisionId, number, cause, subjectId };
  await recordAuditEvent(tx, grant, { type: "addendum.opened", objectId: id, vendorId: about.vendorId, data }, now);
  const job = { kind: "addendum.produce", key: `addendum ${id}`, payload: { addendumId: id }, runAt: now } as const;
  await enqueueJob(tx, organisationId, job, now);
}
