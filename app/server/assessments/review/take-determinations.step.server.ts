// Takes determinations over with the answers that stand here from another engagement of the vendor (questionnaires, rule 9): as carried ones,
// so they count in the score, and nothing in them settles what must be determined anew.
import { type ElsewhereSource, takenFrom } from "#app/domain/assessment/answer-source.ts";
import { determinationToTake } from "#app/domain/assessment/answers-elsewhere.ts";
import { type Standing, stillSpeaks } from "#app/domain/assessment/carried-determinations.ts";
import { countsFor } from "#app/domain/assessment/stored-review.ts";
import { dayInZone } from "#app/domain/monitoring/calendar-days.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import type { Grant } from "../../platform/authorize.server.ts";
import { organisationFacts, todayIn } from "../../platform/organisation.queries.server.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import { listAnswers } from "../answers.queries.server.ts";
import type { AssessmentRow } from "../assessments.queries.server.ts";
import { readElsewhere } from "../elsewhere.queries.server.ts";
import { insertDetermination } from "./determinations.repo.server.ts";
import { type ReviewData, readReview } from "./review.queries.server.ts";

/**
 * Called once, at submission, when the vendor has confirmed or changed what was filled in. Not taken: where the answer was corrected since or
 * something about it is open, where other documents stand behind it or one holds no more, where it was judged otherwise since.
 */
export async function takeDeterminations(tx: Tx, grant: Grant, portal: Portal, assessment: AssessmentRow, now: Date): Promise<void> {
  const { organisationId } = grant;
  const { id: assessmentId, vendorId } = assessment;
  const answers = await listAnswers(tx, organisationId, assessmentId);
  const taken = answers.flatMap((row) => {
    const source = takenFrom(row);
    return source ? [{ questionKey: row.questionKey, source }] : [];
  });
  if (taken.length === 0) return;
  const today = await todayIn(tx, organisationId, now);
  const review = await readReview(portal, tx, organisationId, assessmentId, today);
  const all = await readPlaces(
    tx,
    portal,
    assessment,
    taken.map(({ source }) => source),
    today,
  );
  for (const fromAssessmentId of new Set(taken.map(({ source }) => source.assessmentId))) {
    const there = all.get(fromAssessmentId);
    if (!there) continue;
    const questionKeys: string[] = [];
    for (const { questionKey, source } of taken.filter(({ source: { assessmentId: id } }) => id === fromAssessmentId)) {
      const places = standingIn(all, questionKey, source);
      const determination = determinationToTake(fromAssessmentId, judged(places, questionKey));
      if (!determination || places.some(([, { doubted }]) => doubted.has(questionKey))) continue;
      const standing = {
        determination: determination.row,
        before: standingOf(there.review, questionKey),
        now: standingOf(review, questionKey),
      };
      if (!stillSpeaks(review.form, questionKey, standing, today)) continue;
      const id = portal.ids.next("determination", now);
      const answerRevision = standing.now.answer.revision;
      await insertDetermination(tx, { ...determination.row, id, assessmentId, revision: 1, answerRevision, carried: true, note: "" });
      questionKeys.push(questionKey);
    }
    if (questionKeys.length === 0) continue;
    const data = { fromAssessmentId, questionKeys };
    await recordAuditEvent(tx, grant, { type: "determinations.taken_over", objectId: assessmentId, vendorId, data }, now);
  }
}

interface Place {
  readonly review: ReviewData;
  /** Questions about which something is open there. */
  readonly doubted: ReadonlySet<string>;
}

type Places = ReadonlyMap<string, Place>;

/** Every submitted assessment of the vendor in which one of these answers was given, or stands as taken over. */
async function readPlaces(
  tx: Tx,
  portal: Portal,
  assessment: AssessmentRow,
  sources: readonly ElsewhereSource[],
  today: string,
): Promise<Places> {
  const { organisationId } = assessment;
  const { timeZone } = await organisationFacts(tx, organisationId);
  const sentOn = dayInZone(assessment.sentAt ?? assessment.createdAt, timeZone);
  const given = new Set(sources.map(({ assessmentId }) => assessmentId));
  const places = new Map<string, Place>();
  for (const { assessmentId, answers } of await readElsewhere(portal, tx, assessment, sentOn)) {
    if (!given.has(assessmentId) && !answers.some(({ taken }) => taken && given.has(taken.assessmentId))) continue;
    const doubted = new Set(answers.filter(({ isDoubted }) => isDoubted).map(({ questionKey }) => questionKey));
    places.set(assessmentId, { review: await readReview(portal, tx, organisationId, assessmentId, today), doubted });
  }
  return places;
}

/** The places in which this very answer stands; not where it was given, once it was corrected there. */
function standingIn(places: Places, questionKey: string, { assessmentId, revision }: ElsewhereSource): [string, Place][] {
  return [...places].filter(([id, { review }]) => {
    const row = review.answers.get(questionKey);
    if (id === assessmentId) return (row?.revision ?? 0) === revision;
    const source = row && takenFrom(row);
    return source?.assessmentId === assessmentId && source.revision === revision;
  });
}

/** The newest determination made in each of them. */
function judged(places: readonly [string, Place][], questionKey: string) {
  return places.flatMap(([assessmentId, { review }]) => {
    const row = review.determinations.get(questionKey);
    const isOwn = row !== undefined && !row.carried && countsFor(row, review.answers.get(questionKey));
    return isOwn ? [{ assessmentId, verdict: row.verdict, value: row.value, at: row.at, row }] : [];
  });
}

/** A document given without a word has no answer of its own. */
function standingOf({ answers, pieces }: ReviewData, questionKey: string): Standing {
  const answer = answers.get(questionKey) ?? { revision: 0, value: null, reason: "", instead: null };
  return { answer, pieces: pieces.get(questionKey) ?? [] };
}
