// Attaches to a reassessment what was attached last time and still holds: the newest document of its kind where it was replaced.
import { evidenceStateOn } from "#app/domain/evidence/evidence-expiry.ts";
import { isEvidenceKind } from "#app/domain/evidence/evidence-kinds.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { formOf } from "../questionnaires/questionnaire-versions.queries.server.ts";
import { type EvidenceRow, findNewerEvidence, listUsedEvidence } from "./evidence.queries.server.ts";
import { attachEvidence } from "./evidence.repo.server.ts";

/** Returns how many attachments were carried. A document that is late, expired or rejected stays behind. */
export async function carryEvidence(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  fromAssessmentId: string,
  toAssessmentId: string,
  today: Day,
  now: Date,
): Promise<number> {
  const { organisationId } = grant;
  const { indexOf } = await formOf(portal, tx, organisationId, toAssessmentId);
  const carried = new Set<string>();
  for (const { questionKey, evidence } of await listUsedEvidence(tx, organisationId, fromAssessmentId)) {
    if (!indexOf.has(questionKey)) continue;
    const newest = (await findNewerEvidence(tx, evidence)) ?? evidence;
    if (!holds(newest, today) || carried.has(`${questionKey} ${newest.id}`)) continue;
    const use = { organisationId, assessmentId: toAssessmentId, questionKey, evidenceId: newest.id, addedAt: now };
    await attachEvidence(tx, use);
    carried.add(`${questionKey} ${newest.id}`);
  }
  return carried.size;
}

/** Neither late, expired nor rejected. */
export function holds({ kind, startsOn, expiresOn, verdict }: EvidenceRow, today: Day): boolean {
  if (!isEvidenceKind(kind)) return false;
  const state = evidenceStateOn({ kind, startsOn: startsOn ?? undefined, expiresOn: expiresOn ?? undefined, verdict }, today);
  return state === "verified" || state === "provided";
}
