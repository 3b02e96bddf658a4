// A document that was asked for goes where it is missing: to the question that promised it, and to those its predecessor proves.
import type { AssessmentRow } from "../assessments/assessments.queries.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { listUsesOf } from "./evidence.queries.server.ts";
import { attachEvidence } from "./evidence.repo.server.ts";
import { wantedDocuments } from "./wanted-documents.queries.server.ts";

export async function attachWanted(
  tx: Tx,
  assessment: AssessmentRow,
  { kind, evidenceId }: { kind: string; evidenceId: string },
  now: Date,
): Promise<void> {
  const { organisationId, id: assessmentId } = assessment;
  const keys = new Set<string>();
  for (const request of await wantedDocuments(tx, assessment)) {
    if (request.kind !== kind) continue;
    if (request.questionKey !== null && request.assessmentId === assessmentId) keys.add(request.questionKey);
    if (request.replacesId === null) continue;
    for (const use of await listUsesOf(tx, organisationId, request.replacesId)) {
      if (use.assessmentId === assessmentId) keys.add(use.questionKey);
    }
  }
  for (const questionKey of keys) await attachEvidence(tx, { organisationId, assessmentId, questionKey, evidenceId, addedAt: now });
}
