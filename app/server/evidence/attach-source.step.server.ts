// An officer read an answer in a document: the document goes to the question, and the one it was read in before is taken off.
import type { AssessmentRow } from "../assessments/assessments.queries.server.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { attachDocument } from "./attach-document.step.server.ts";
import { detachUse } from "./evidence.repo.server.ts";

export interface SourceChange {
  questionKey: string;
  /** Ids of documents; the caller knows that `after` may be read here. */
  before: string | undefined;
  after: string | undefined;
}

export async function attachSource(
  tx: Tx,
  grant: Grant,
  assessment: AssessmentRow,
  { questionKey, before, after }: SourceChange,
  now: Date,
): Promise<void> {
  if (before === after) return;
  if (before !== undefined) {
    const { organisationId, id: assessmentId, vendorId } = assessment;
    await detachUse(tx, { organisationId, assessmentId, questionKey, evidenceId: before }, now);
    const data = { assessmentId, questionKey };
    await recordAuditEvent(tx, grant, { type: "evidence.detached", objectId: before, vendorId, data }, now);
  }
  if (after !== undefined) await attachDocument(tx, grant, { assessment, questionKey, evidenceId: after }, now);
}
