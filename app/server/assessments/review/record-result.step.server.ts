// Scores an assessment as it is stored now and keeps input and result as written. Stored results never move: scoring again adds a row.
import { createHash } from "node:crypto";
import { score } from "#app/domain/assessment/score.ts";
import { resultJson, type ScoreResult } from "#app/domain/assessment/score-result.ts";
import { storedScoreInput } from "#app/domain/assessment/stored-review.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import type { Grant } from "../../platform/authorize.server.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import type { AssessmentRow } from "../assessments.queries.server.ts";
import { insertResult, type ResultRow } from "./determinations.repo.server.ts";
import { type ReviewData, readReview } from "./review.queries.server.ts";

export interface RecordedResult {
  resultId: string;
  result: ScoreResult;
  review: ReviewData;
}

/** `vendor` scores the answers as given, every other kind with the determinations. `asOn` is the day evidence is judged on. */
export async function recordResult(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  assessment: Pick<AssessmentRow, "id" | "vendorId" | "engagementId">,
  kind: ResultRow["kind"],
  asOn: Day,
  now: Date,
): Promise<RecordedResult> {
  const { organisationId } = grant;
  const { id: assessmentId, vendorId, engagementId } = assessment;
  const review = await readReview(portal, tx, organisationId, assessmentId, asOn);
  const input = storedScoreInput(review, { isReviewed: kind !== "vendor", asOn });
  const result = score(review.form.set, input);
  const json = resultJson(result);
  const resultId = portal.ids.next("result", now);
  const { scoreBps, uncappedBps, coverageBps, assuranceBps, grade } = result;
  const totals = { scoreBps, uncappedBps, coverageBps, assuranceBps, grade };
  const row = { id: resultId, organisationId, assessmentId, engagementId, kind, asOn, input: JSON.stringify(input), json, createdAt: now };
  await insertResult(tx, { ...row, ...totals });
  const data = { assessmentId, kind, scoreBps, grade, coverageBps, sha256: createHash("sha256").update(json).digest("hex") };
  await recordAuditEvent(tx, grant, { type: "score.recorded", objectId: resultId, vendorId, data }, now);
  return { resultId, result, review };
}
