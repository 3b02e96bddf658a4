// Puts the documents behind answers of one assessment behind the same answers of another of the same vendor: for questions asked once per
// vendor (questionnaires, rule 9). Each stays the document it was; replaced ones give way to the newest of their kind.
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { attachDocument } from "./attach-document.step.server.ts";
import { holds } from "./carry-evidence.step.server.ts";
import { findNewerEvidence, listUsedEvidence } from "./evidence.queries.server.ts";
import { detachUse } from "./evidence.repo.server.ts";

export interface TakeEvidence {
  vendorId: string;
  fromAssessmentId: string;
  toAssessmentId: string;
  questionKeys: ReadonlySet<string>;
}

/** Returns their ids by question. What is late, expired or rejected stays behind; what stood behind these questions here makes room. */
export async function takeEvidence(
  tx: Tx,
  grant: Grant,
  { vendorId, fromAssessmentId, toAssessmentId: assessmentId, questionKeys }: TakeEvidence,
  today: Day,
  now: Date,
): Promise<Map<string, string[]>> {
  const { organisationId } = grant;
  const assessment = { organisationId, id: assessmentId, vendorId };
  const taken = new Map<string, string[]>();
  for (const { questionKey, evidence } of await listUsedEvidence(tx, organisationId, assessmentId)) {
    if (questionKeys.has(questionKey)) await detachUse(tx, { organisationId, assessmentId, questionKey, evidenceId: evidence.id }, now);
  }
  for (const { questionKey, evidence } of await listUsedEvidence(tx, organisationId, fromAssessmentId)) {
    if (!questionKeys.has(questionKey)) continue;
    const document = holds(evidence, today) ? evidence : await findNewerEvidence(tx, evidence);
    const ids = taken.get(questionKey) ?? [];
    if (!document || !holds(document, today) || ids.includes(document.id)) continue;
    await attachDocument(tx, grant, { assessment, questionKey, evidenceId: document.id }, now);
    taken.set(questionKey, [...ids, document.id]);
  }
  return taken;
}
