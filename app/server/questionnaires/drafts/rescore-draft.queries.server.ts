// What recently submitted assessments would score under the draft. Asked for by hand only; so many and so long, then it stops; other
// requests are let through between two assessments. Nothing is stored.
import { setImmediate } from "node:timers/promises";
import { assessmentForm } from "#app/domain/assessment/assessment-form.ts";
import { rescoredWith } from "#app/domain/assessment/rescored-draft.ts";
import type { Grade } from "#app/domain/assessment/score-result.ts";
import { structureProblems } from "#app/domain/questionnaire/structure.ts";
import { readReview } from "../../assessments/review/review.queries.server.ts";
import { listSubmittedWith } from "../../assessments/submitted-with.queries.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { todayIn } from "../../platform/organisation.queries.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { openDraft } from "./open-draft.server.ts";

const mostRescored = 20;
const longestMs = 2_000;

interface Score {
  scoreBps: number | null;
  grade: Grade | null;
  isCapped: boolean;
}

export interface RescoredAssessment {
  assessmentId: string;
  vendor: string;
  number: number;
  version: string;
  before: Score;
  after: Score;
  anew: number;
  unanswered: number;
}

/** Empty for a draft that cannot run yet. `isCut`: there are more than were looked at. */
export async function rescoreDraft(ctx: PersonContext, draftId: string): Promise<{ rows: RescoredAssessment[]; isCut: boolean }> {
  const { portal, actor } = ctx;
  const { organisationId } = actor;
  const { read } = portal.store;
  const { questionnaire, row } = await openDraft(ctx, draftId);
  authorize(ctx, "assessment.view_answers", { type: "questionnaire_draft", organisationId, id: draftId });
  if (structureProblems(questionnaire).length > 0) return { rows: [], isCut: false };
  const draft = { questionnaire, sha256: row.sha256 };
  const notCarried = new Set(
    Object.entries(questionnaire.changes ?? {}).flatMap(([id, { carry }]) => (carry ? [] : [`${questionnaire.id}#${id}`])),
  );
  const found = await listSubmittedWith(read, organisationId, questionnaire.id, mostRescored + 1);
  const asOn = await todayIn(read, organisationId, ctx.now);
  const until = portal.clock.now().getTime() + longestMs;
  const rows: RescoredAssessment[] = [];
  for (const { id, vendor, number, version } of found.slice(0, mostRescored)) {
    if (portal.clock.now().getTime() > until) break;
    const review = await readReview(portal, read, organisationId, id, asOn);
    const files = review.form.set.files.map((file) => (file.questionnaire.id === questionnaire.id ? draft : file));
    const { before, after, anew, unanswered } = rescoredWith(review, assessmentForm(files), { asOn, notCarried });
    rows.push({ assessmentId: id, vendor, number, version, before: scoreOf(before), after: scoreOf(after), anew, unanswered });
    await setImmediate();
  }
  return { rows, isCut: rows.length < found.length };
}

const scoreOf = ({ scoreBps, grade, cappedBy }: { scoreBps: number | null; grade: Grade | null; cappedBy: readonly string[] }): Score => ({
  scoreBps,
  grade,
  isCapped: cappedBy.length > 0,
});
