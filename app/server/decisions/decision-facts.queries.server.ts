// Everything a decision rests on, read once: what must be done first, what needs a named acceptance, the residual risk by the table,
// and when the next review is due. The Decide screen and signing read the same, so neither can know something the other does not.
import type { Trail } from "#app/domain/access/separation-of-duties.ts";
import type { AssessmentStatus } from "#app/domain/assessment/assessment-status.ts";
import { type DecisionPrerequisites, decisionPrerequisites } from "#app/domain/assessment/decision-prerequisites.ts";
import type { AcceptanceStatus } from "#app/domain/assessment/risk-acceptance.ts";
import { score } from "#app/domain/assessment/score.ts";
import type { ScoreResult } from "#app/domain/assessment/score-result.ts";
import { storedScoreInput } from "#app/domain/assessment/stored-review.ts";
import { graceDaysOf } from "#app/domain/evidence/evidence-expiry.ts";
import { isEvidenceKind } from "#app/domain/evidence/evidence-kinds.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import { type NextReview, nextReview } from "#app/domain/monitoring/review-clock.ts";
import { missingClauses } from "#app/domain/report/clauses-in-scope.ts";
import type { Facts } from "#app/domain/risk/facts.ts";
import { type ResidualRisk, residualRisk } from "#app/domain/risk/residual-risk.ts";
import { bandOfTier, type RiskBand, type Tier } from "#app/domain/risk/risk-levels.ts";
import type { AssessmentRow } from "../assessments/assessments.queries.server.ts";
import { listClarifications } from "../assessments/clarifications.queries.server.ts";
import type { ReviewData } from "../assessments/review/review.queries.server.ts";
import { reviewersOf } from "../assessments/review/review-trail.queries.server.ts";
import { readReviewing } from "../assessments/review/reviewing.queries.server.ts";
import { type FindingRow, listFindingsOf } from "../findings/findings.queries.server.ts";
import { organisationDay } from "../people/organisation-day.queries.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Reader } from "../platform/store.server.ts";
import { type EngagementRow, findInherentRisk, getEngagement, type InherentRiskRow } from "../vendors/engagements.queries.server.ts";
import { getVendor, type VendorRow } from "../vendors/vendors.queries.server.ts";
import { findResult, type StoredResult } from "./review-record.queries.server.ts";
import { listRiskAcceptances, type RiskAcceptanceRow } from "./risk-acceptances.queries.server.ts";

export interface DecisionFactsRead {
  today: Day;
  timeZone: string;
  assessment: AssessmentRow;
  engagement: EngagementRow;
  vendor: VendorRow;
  irq: InherentRiskRow | undefined;
  /** Answers, documents and determinations. */
  record: ReviewData;
  /** The reviewed score as of today: what the decision rests on. */
  result: ScoreResult;
  /** The result the review closed with; undefined before. */
  reviewed: StoredResult | undefined;
  findings: FindingRow[];
  acceptances: RiskAcceptanceRow[];
  trail: Trail;
  tier: Tier;
  inherent: RiskBand;
  /** By the table. */
  residual: ResidualRisk;
  prerequisites: DecisionPrerequisites;
  /** The next review of an approval concluded today. */
  review: NextReview;
  findingIdOf(questionKey: string): string | null;
}

export async function decisionFactsOf(
  portal: Portal,
  from: Reader,
  organisationId: string,
  assessmentId: string,
  now: Date,
): Promise<DecisionFactsRead> {
  const day = await organisationDay(from, organisationId, now);
  const { review: record, items } = await readReviewing(portal, from, organisationId, assessmentId, day.today);
  const { assessment } = record;
  const result = score(record.form.set, storedScoreInput(record, { isReviewed: true, asOn: day.today }));
  const engagement = await getEngagement(from, organisationId, assessment.engagementId);
  const vendor = await getVendor(from, organisationId, assessment.vendorId);
  const irq = await findInherentRisk(from, organisationId, engagement.id);
  const reviewed = await findResult(from, organisationId, assessmentId, ["reviewed", "decided"]);
  const findings = await listFindingsOf(from, organisationId, assessmentId);
  const acceptances = await listRiskAcceptances(from, organisationId, assessmentId);
  const clarifications = await listClarifications(from, organisationId, assessmentId);

  const tier = engagement.tier as Tier;
  const inherent = bandOfTier[tier];
  const residual = residualRisk(inherent, result.grade);
  const facts = engagement.facts as unknown as Facts;
  const trail: Trail = { registeredById: vendor.registeredById, reviewerIds: reviewersOf(record.history) };
  const prerequisites = decisionPrerequisites({
    status: assessment.status as AssessmentStatus,
    items,
    openClarifications: clarifications.flatMap(({ status, questionKey }) => (status === "answered" ? [] : [questionKey])),
    irq: { isConfirmed: irq?.confirmedAt != null, isAgreed: irq?.agreedAt != null },
    trail,
    residual: residual.band,
    coverageBps: result.coverageBps,
    missingClauses: missingClauses(facts, engagement.clauses).map(({ id }) => id),
    acceptances: acceptances.map(({ id, subject, status, expiresOn }) => ({ id, subject, status: status as AcceptanceStatus, expiresOn })),
    today: day.today,
  });
  const review = nextReview(
    {
      facts: { ...facts, tier },
      concludedOn: day.today,
      documents: documentsOf(record),
      conditions: [],
      acceptances: acceptances.filter(({ status }) => status === "in_force").map(({ id, expiresOn }) => ({ id, expiresOn })),
      events: [],
    },
    day.today,
  );
  return {
    ...day,
    assessment,
    engagement,
    vendor,
    irq,
    record,
    result,
    reviewed,
    findings,
    acceptances,
    trail,
    tier,
    inherent,
    residual,
    prerequisites,
    review: { ...review, candidates: withoutRepeats(review.candidates) },
    findingIdOf: (questionKey) => findings.find((finding) => finding.questionKey === questionKey)?.id ?? null,
  };
}

/** Several documents may end on one day; the day is shown once per reason. */
function withoutRepeats(candidates: NextReview["candidates"]): NextReview["candidates"] {
  const seen = new Set<string>();
  return candidates.filter(({ on, reason }) => !seen.has(`${on} ${reason}`) && seen.add(`${on} ${reason}`));
}

function documentsOf({ pieces }: ReviewData) {
  const documents = new Map([...pieces.values()].flat().map((piece) => [piece.id, piece]));
  return [...documents.values()].map((piece) => ({
    id: piece.id,
    expiresOn: piece.expiresOn ?? null,
    graceDays: isEvidenceKind(piece.kind) ? graceDaysOf(piece) : 0,
  }));
}
