// Reads everything a review rests on, once: answers, documents in use, determinations, accepted risks. Score, screens, decision and
// report all start here, so that they never disagree.
import type { Verdict } from "#app/domain/assessment/determinations.ts";
import type { ScoreInput } from "#app/domain/assessment/score-input.ts";
import { type Piece, type StoredReview, storedScoreInput } from "#app/domain/assessment/stored-review.ts";
import type { StoredBridgeLetter } from "#app/domain/evidence/bridge-letters.ts";
import { datedEvidence } from "#app/domain/evidence/dated-evidence.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import { type EvidenceRow, listBridgeLetters, listUsedEvidence } from "../../evidence/evidence.queries.server.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Reader } from "../../platform/store.server.ts";
import { formOf } from "../../questionnaires/questionnaire-versions.queries.server.ts";
import { type AnswerRow, listAnswers } from "../answers.queries.server.ts";
import { type AssessmentRow, getAssessment } from "../assessments.queries.server.ts";
import { listAcceptedQuestions } from "./accepted-questions.queries.server.ts";
import { type DeterminationRow, listDeterminations } from "./determinations.repo.server.ts";

/** A stored review with its rows. */
export interface ReviewData extends StoredReview {
  readonly assessment: AssessmentRow;
  readonly answers: ReadonlyMap<string, AnswerRow>;
  /** Documents attached to each question, oldest first. */
  readonly evidence: ReadonlyMap<string, readonly EvidenceRow[]>;
  /** The newest determination of each question. */
  readonly determinations: ReadonlyMap<string, DeterminationRow & { verdict: Verdict }>;
  /** Every determination ever recorded here, by question and revision. */
  readonly history: readonly DeterminationRow[];
}

/** `asOn` decides which risk acceptances are in force. Throws not_found. */
export async function readReview(
  portal: Portal,
  from: Reader,
  organisationId: string,
  assessmentId: string,
  asOn: Day,
): Promise<ReviewData> {
  const assessment = await getAssessment(from, organisationId, assessmentId);
  const form = await formOf(portal, from, organisationId, assessmentId);
  const answers = await listAnswers(from, organisationId, assessmentId);
  const history = await listDeterminations(from, organisationId, assessmentId);
  const evidence = new Map<string, EvidenceRow[]>();
  for (const use of await listUsedEvidence(from, organisationId, assessmentId)) {
    evidence.set(use.questionKey, [...(evidence.get(use.questionKey) ?? []), use.evidence]);
  }
  const letters = await listBridgeLetters(from, organisationId, [assessment.vendorId]);
  return {
    assessment,
    form,
    facts: assessment.facts as KnownFacts,
    answers: new Map(answers.map((row) => [row.questionKey, row])),
    evidence,
    pieces: new Map([...evidence].map(([key, rows]) => [key, rows.map((row) => pieceOf(row, letters))])),
    determinations: new Map(history.map((row) => [row.questionKey, row])),
    history,
    riskAccepted: await listAcceptedQuestions(from, organisationId, assessmentId, asOn),
  };
}

const pieceOf = (row: EvidenceRow, letters: readonly StoredBridgeLetter[]): Piece => ({ id: row.id, ...datedEvidence(row, letters) });

/** The input of the scoring method: the reviewed score's, or the vendor's. */
export async function buildScoreInput(
  portal: Portal,
  from: Reader,
  organisationId: string,
  assessmentId: string,
  { reviewed, asOn }: { reviewed: boolean; asOn: Day },
): Promise<ScoreInput> {
  return storedScoreInput(await readReview(portal, from, organisationId, assessmentId, asOn), { isReviewed: reviewed, asOn });
}
