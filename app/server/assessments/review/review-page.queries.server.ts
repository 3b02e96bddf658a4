// The review screen as plain data: sections with progress, the answers of the chosen section or filter, the effect of the one in hand.
import { mayEver } from "#app/domain/access/policy.ts";
import { refusals } from "#app/domain/access/separation-of-duties.ts";
import { type AssessmentStatus, takesDeterminations } from "#app/domain/assessment/assessment-status.ts";
import { effectsOf, possibilitiesOf } from "#app/domain/assessment/review-effects.ts";
import { filtersFor, firstFilter, passesFilter, type ReviewFilter, worstFirst } from "#app/domain/assessment/review-filters.ts";
import type { ReviewedItem } from "#app/domain/assessment/review-items.ts";
import { score } from "#app/domain/assessment/score.ts";
import { sectionTitle } from "#app/domain/assessment/section-titles.ts";
import { storedScoreInput } from "#app/domain/assessment/stored-review.ts";
import { addWorkingDays } from "#app/domain/monitoring/calendar-days.ts";
import { isAnswer } from "#app/domain/questionnaire/answer.ts";
import { residualRisk } from "#app/domain/risk/residual-risk.ts";
import { bandOfTier, type Tier } from "#app/domain/risk/risk-levels.ts";
import { answerWords } from "#app/i18n/answer-words.ts";
import { en } from "#app/i18n/en.ts";
import { worksheetsOf } from "../../evidence/worksheets.queries.server.ts";
import { listFindingsOf } from "../../findings/findings.queries.server.ts";
import { namesOfPeople } from "../../people/named-people.queries.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { organisationFacts, todayIn } from "../../platform/organisation.queries.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { getAddressee } from "../addressees.queries.server.ts";
import { listRevisions } from "../answers.queries.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { listClarifications } from "../clarifications.queries.server.ts";
import { listCorrections } from "../corrections.queries.server.ts";
import { readTakenFacts } from "../elsewhere.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { vendorQuestions } from "../portal/vendor-questions.server.ts";
import { openReviewItems } from "./close-review.server.ts";
import { otherDeterminerRefusal } from "./other-determiner.server.ts";
import { answerCards } from "./review-cards.server.ts";
import { readReviewing } from "./reviewing.queries.server.ts";

export interface ReviewRequest {
  section: string | null;
  /** null: what the review opens with. */
  filter: ReviewFilter | null;
  question: string | null;
}

export async function viewReview(ctx: PersonContext, assessmentId: string, request: ReviewRequest) {
  const { organisationId } = ctx.actor;
  const { portal, now } = ctx;
  const from = portal.store.read;
  authorize(ctx, "assessment.view_answers", guardedAssessment(await getAssessment(from, organisationId, assessmentId)));
  const today = await todayIn(from, organisationId, now);
  const { timeZone } = await organisationFacts(from, organisationId);
  const reviewing = await readReviewing(portal, from, organisationId, assessmentId, today);
  const { review, items } = reviewing;
  const { assessment, form } = review;
  const { engagement, vendor } = await getAddressee(from, organisationId, assessment.engagementId);
  const asked = await listClarifications(from, organisationId, assessmentId);
  const revisions = await listRevisions(from, organisationId, assessmentId);
  const corrections = await listCorrections(from, organisationId, assessmentId);
  const findings = await listFindingsOf(from, organisationId, assessmentId);
  const names = await namesOfPeople(from, organisationId, [...review.history.map(({ byId }) => byId)]);

  const inSection = (index: number) => items.filter(({ question }) => question.section === index);
  const sections = form.sections.flatMap(({ key }, index) => {
    const own = inSection(index);
    if (own.length === 0) return [];
    const done = own.filter(({ isDetermined }) => isDetermined).length;
    return [{ key, index, title: sectionTitle(form, key), done, total: own.length }];
  });
  const ofQuestion = items.find(({ questionKey }) => questionKey === request.question);
  const firstOpen = sections.find(({ done, total }) => done < total) ?? sections[0];
  const section =
    sections.find(({ index }) => index === ofQuestion?.question.section && request.section === null) ??
    sections.find(({ key }) => key === request.section) ??
    firstOpen;
  const isReassessment = reviewing.earlier !== undefined;
  const isPlaced = request.section !== null || request.question !== null;
  const filter = request.filter ?? (isPlaced ? "all" : firstFilter(items, isReassessment));
  const shown =
    filter === "all" ? (section ? inSection(section.index) : []) : worstFirst(items.filter((item) => passesFilter(filter, item)));
  const current =
    shown.find(({ questionKey }) => questionKey === request.question) ?? shown.find(({ isDetermined }) => !isDetermined) ?? shown[0];

  const inHand = current ? (review.evidence.get(current.questionKey) ?? []) : [];
  const worksheets = await worksheetsOf(
    from,
    organisationId,
    inHand.map(({ id }) => id),
  );
  const status = assessment.status as AssessmentStatus;
  const refusal = await otherDeterminerRefusal(from, ctx, assessment);
  const result = score(form.set, storedScoreInput(review, { isReviewed: true, asOn: today }));
  const vendorResult = score(form.set, storedScoreInput(review, { isReviewed: false, asOn: today }), { gains: false });
  const open = openReviewItems(reviewing, asked);
  const knockOuts = items.filter(({ isKnockOut, valueBps }) => isKnockOut && valueBps !== null);
  return {
    assessmentId,
    status,
    number: assessment.number,
    vendor: { id: vendor.id, name: vendor.name },
    service: engagement.service,
    engagementId: assessment.engagementId,
    tier: engagement.tier as Tier,
    today,
    timeZone,
    isFromDocuments: assessment.method === "from_documents",
    refusal: refusal === undefined ? null : refusals[refusal],
    mayDetermine: refusal === undefined && takesDeterminations(status) && mayEver(ctx.actor, "determination.record"),
    mayAcceptKnockOutNa: refusal === undefined && takesDeterminations(status) && mayEver(ctx.actor, "determination.accept_knock_out_na"),
    mayReopen: status === "reviewed" && mayEver(ctx.actor, "review.close"),
    mayRead: mayEver(ctx.actor, "evidence.download"),
    mayVerify: mayEver(ctx.actor, "evidence.verify"),
    filter,
    isReassessment,
    filters: filtersFor(items, isReassessment).map((each) => ({
      filter: each,
      count: items.filter((item) => passesFilter(each, item)).length,
    })),
    sections: sections.map(({ index: _, ...shownSection }) => shownSection),
    section: section && { key: section.key, title: section.title, done: section.done, total: section.total },
    reviewed: items.filter(({ isDetermined }) => isDetermined).length,
    carried: items.filter(({ isCarried }) => isCarried).length,
    total: items.length,
    cards: answerCards({
      reviewing,
      shown,
      currentKey: current?.questionKey,
      names,
      result,
      asked,
      findings,
      revisions,
      corrections,
      worksheets,
      ...(await readTakenFacts(from, assessment, review.answers.values())),
    }),
    open: open.map(({ questionKey, why }) => ({ questionKey, why, text: questionText(questionKey) })),
    drafts: asked
      .filter((each) => each.status === "draft")
      .map(({ questionKey, ask }) => ({ questionKey, ask, text: questionText(questionKey) })),
    proposedDueOn: addWorkingDays(today, 5),
    effect: {
      scoreBps: result.scoreBps,
      uncappedBps: result.uncappedBps,
      grade: result.grade,
      vendorBps: vendorResult.scoreBps,
      determinations: review.determinations.size,
      assuranceBps: result.assuranceBps,
      coverageBps: result.coverageBps,
      residual: residualRisk(bandOfTier[engagement.tier as Tier], result.grade),
      isCapped: result.cappedBy.length + result.heldBy.length > 0,
      knockOuts: {
        total: knockOuts.length,
        pass: knockOuts.filter(
          ({ isFailedKnockOut, isUnprovenKnockOut, valueBps }) => !isFailedKnockOut && !isUnprovenKnockOut && valueBps === 10_000,
        ).length,
      },
      findings: result.findings.length,
      question: current ? effectOf(current) : undefined,
    },
  };

  function questionText(questionKey: string): string {
    const index = form.indexOf.get(questionKey);
    return index === undefined ? questionKey : vendorQuestions(form)[index]!.text;
  }

  function effectOf({ question, questionKey }: ReviewedItem) {
    const given = review.answers.get(questionKey)?.value ?? null;
    const hasDocuments = (review.pieces.get(questionKey) ?? []).some(({ verdict }) => verdict === "none");
    const words = vendorQuestions(form)[question.index]!;
    const isGiven = isAnswer(given) || question.type === "file";
    const possibilities = question.isScored ? possibilitiesOf(question, isGiven ? (given ?? "file") : null, hasDocuments) : [];
    const rows = effectsOf(review, question, possibilities, today);
    return { id: question.question.id, rows: rows.map((row) => ({ ...row, label: answerWords(words, row.value, en.portal) })) };
  }
}

export type ReviewView = Awaited<ReturnType<typeof viewReview>>;
