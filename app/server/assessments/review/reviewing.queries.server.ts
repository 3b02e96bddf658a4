// What a reviewer needs beyond answers and determinations: which documents were opened, and what the assessment before said.
import { and, eq, inArray } from "drizzle-orm";
import { type EarlierAnswer, type ReviewedItem, type Reviewing, reviewItems } from "#app/domain/assessment/review-items.ts";
import type { ScoredQuestion } from "#app/domain/assessment/score-result.ts";
import { storedEvidenceState } from "#app/domain/assessment/stored-review.ts";
import { isProof } from "#app/domain/evidence/evidence-states.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Reader } from "../../platform/store.server.ts";
import { readAround } from "./around.queries.server.ts";
import { findResult } from "./determinations.repo.server.ts";
import { type ReviewData, readReview } from "./review.queries.server.ts";

export interface ReviewingData extends Reviewing {
  readonly review: ReviewData;
  readonly items: readonly ReviewedItem[];
}

/** The rows of a review on a day. Throws not_found. */
export async function readReviewing(
  portal: Portal,
  from: Reader,
  organisationId: string,
  assessmentId: string,
  asOn: Day,
): Promise<ReviewingData> {
  const review = await readReview(portal, from, organisationId, assessmentId, asOn);
  const ids = [...review.evidence.values()].flatMap((rows) => rows.map(({ id }) => id));
  const readIds = await listOpenedEvidence(from, organisationId, ids);
  const { previousId } = review.assessment;
  const earlier = previousId === null ? undefined : await readEarlier(portal, from, organisationId, previousId, asOn);
  const around = await readAround(from, review, asOn);
  const reviewing = { review, asOn, readIds, earlier, around };
  return { ...reviewing, items: reviewItems(reviewing) };
}

/** Which of these documents a person of ours has opened: the audit log knows. */
export async function listOpenedEvidence(from: Reader, organisationId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { auditEntries: a } = from.t;
  const rows = await from.db
    .selectDistinct({ id: a.objectId })
    .from(a)
    .where(
      and(
        eq(a.organisationId, organisationId),
        inArray(a.objectId, [...ids]),
        eq(a.type, "evidence.downloaded"),
        eq(a.actorKind, "person"),
      ),
    );
  return new Set(rows.map(({ id }) => id ?? ""));
}

/** Worth and proof as they counted in the end: by the determinations, where a review was closed. */
async function readEarlier(
  portal: Portal,
  from: Reader,
  organisationId: string,
  previousId: string,
  asOn: Day,
): Promise<ReadonlyMap<string, EarlierAnswer>> {
  const { form, answers, pieces } = await readReview(portal, from, organisationId, previousId, asOn);
  const kinds = ["decided", "reviewed", "vendor"] as const;
  const results = await Promise.all(kinds.map((kind) => findResult(from, organisationId, previousId, kind)));
  const result = results.find((each) => each !== undefined);
  const questions: readonly ScoredQuestion[] = result ? JSON.parse(result.json).questions : [];
  const worth = new Map(questions.map(({ id, valueBps }) => [form.keys[form.set.byKey.get(id) ?? -1], valueBps]));
  return new Map(
    [...answers].map(([questionKey, { value, instead }]) => {
      const question = form.set.questions[form.indexOf.get(questionKey) ?? -1];
      const own = pieces.get(questionKey) ?? [];
      const isProven = question !== undefined && isProof(storedEvidenceState(question, own, instead, result?.asOn ?? asOn));
      return [questionKey, { value, instead, pieces: own, valueBps: worth.get(questionKey) ?? null, isProven }];
    }),
  );
}
