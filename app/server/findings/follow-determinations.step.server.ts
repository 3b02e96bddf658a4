// Findings follow a closed review: what fails by the determinations has one, what does not fail any more is closed. A vendor that only
// changed its answer keeps the finding until a document or the reviewer's own adjustment shows it (docs: product, "Review").
import { isGivenLater } from "#app/domain/assessment/corrections.ts";
import type { ScoreResult } from "#app/domain/assessment/score-result.ts";
import { staysOpenAfterNewAnswer } from "#app/domain/finding/finding-status.ts";
import type { ReviewingData } from "../assessments/review/reviewing.queries.server.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { type FindingRow, listFindingsOf } from "./findings.queries.server.ts";
import { updateFinding } from "./findings.repo.server.ts";
import { openFinding } from "./open-finding.step.server.ts";

export interface ClosedReview {
  reviewing: ReviewingData;
  result: ScoreResult;
  ownerId: string | null;
}

export async function followDeterminations(tx: Tx, grant: Grant, portal: Portal, closed: ClosedReview, now: Date): Promise<void> {
  const { organisationId, actor } = grant;
  const { reviewing, result, ownerId } = closed;
  const { review, asOn } = reviewing;
  const { form, assessment } = review;
  const failing = new Map(result.findings.map((found) => [form.keys[form.set.byKey.get(found.question)!]!, found]));
  for (const [questionKey, { severity, title }] of failing) {
    await openFinding(tx, grant, portal, { assessment, questionKey, severity, title, ownerId, openedOn: asOn }, now);
  }
  for (const finding of await listFindingsOf(tx, organisationId, assessment.id)) {
    const { questionKey, status: from } = finding;
    if (from === "closed" || questionKey === null || finding.openedById !== null) continue;
    if (staysOpenAfterNewAnswer({ isStillFailing: failing.has(questionKey), hasNewEvidence: isShown(reviewing, finding) })) continue;
    const closedById = actor.kind === "person" ? actor.personId : null;
    await updateFinding(tx, organisationId, finding.id, { status: "closed", closedAt: now, closedById, closedBecause: "not_failing" });
    const event = { type: "finding.closed", objectId: finding.id, data: { from, because: "not_failing", evidenceId: null } } as const;
    await recordAuditEvent(tx, grant, { ...event, vendorId: assessment.vendorId }, now);
  }
}

/** A document came after the finding was opened, or the reviewer judged it rather than the vendor rewording it. */
function isShown({ review }: ReviewingData, { questionKey, openedAt }: FindingRow): boolean {
  const documents = review.evidence.get(questionKey!) ?? [];
  if (documents.some(({ uploadedAt, verdict }) => uploadedAt > openedAt && verdict !== "rejected")) return true;
  const determination = review.determinations.get(questionKey!);
  const answer = review.answers.get(questionKey!);
  const isReworded = answer !== undefined && answer.revision > 1 && isGivenLater(answer.origin);
  return determination?.verdict === "adjusted" || determination?.naAccepted === true || !isReworded;
}
