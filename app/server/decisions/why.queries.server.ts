// "Why this score?": the whole addition behind the score an assessment shows, and what would change it. A decided assessment shows the
// result as stored; a running one its reviewed score as of today, provisional until the review is closed.
import type { AssessmentStatus } from "#app/domain/assessment/assessment-status.ts";
import { score } from "#app/domain/assessment/score.ts";
import { storedScoreInput } from "#app/domain/assessment/stored-review.ts";
import { knockOutsOf } from "#app/domain/questionnaire/requirements.ts";
import type { ReportKnockOut, ReportQuestion } from "#app/domain/report/report-facts.ts";
import { reportKnockOuts, reportScore } from "#app/domain/report/report-score.ts";
import { answerKindWords, determinationWords, evidenceStateWords } from "#app/domain/report/report-words.ts";
import { scoreTrace } from "#app/domain/report/score-trace.ts";
import { traceCsv } from "#app/domain/report/trace-csv.ts";
import { guardedAssessment } from "../assessments/guarded-assessment.server.ts";
import { readReview } from "../assessments/review/review.queries.server.ts";
import { namesOfPeople } from "../people/named-people.queries.server.ts";
import { organisationDay } from "../people/organisation-day.queries.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { reportRecord } from "../reports/report-record.queries.server.ts";
import { getEngagement } from "../vendors/engagements.queries.server.ts";
import { getVendor } from "../vendors/vendors.queries.server.ts";
import { findResult } from "./review-record.queries.server.ts";
import { listRiskAcceptances } from "./risk-acceptances.queries.server.ts";

async function readTrace(ctx: PersonContext, assessmentId: string) {
  const { organisationId } = ctx.actor;
  const { portal } = ctx;
  const from = portal.store.read;
  const { today, timeZone } = await organisationDay(from, organisationId, ctx.now);
  const review = await readReview(portal, from, organisationId, assessmentId, today);
  const { assessment, form } = review;
  authorize(ctx, "assessment.view_answers", guardedAssessment(assessment));
  const status = assessment.status as AssessmentStatus;
  const stored = status === "decided" ? await findResult(from, organisationId, assessmentId, ["decided", "rescored"]) : undefined;
  const input = stored?.input ?? storedScoreInput(review, { isReviewed: true, asOn: today });
  const result = stored?.result ?? score(form.set, input);
  const asOn = stored?.row.asOn ?? today;
  const record = await reportRecord(portal, from, organisationId, assessmentId, { input, result, row: { asOn } });
  const acceptances = (await listRiskAcceptances(from, organisationId, assessmentId)).filter((row) => row.status === "in_force");
  const accepted = new Map(acceptances.map((row) => [row.subject.slice(row.subject.indexOf(":") + 1), row]));
  const reviewed = reportScore(result);
  const knockOuts = reportKnockOuts(
    knockOutsOf(form.set).map(({ key, capBps }) => ({ id: key, capBps: capBps ?? 0 })),
    reviewed,
    (id) => accepted.get(form.keys[form.set.byKey.get(id) ?? -1] ?? "")?.id ?? null,
  );
  const trace = scoreTrace({ sections: record.sections, knockOuts, score: { reviewed } });
  return { assessment, status, review, record, result, knockOuts, trace, acceptances, asOn, timeZone, isStored: stored !== undefined };
}

/** The answer that counts and the state of its proof, such as "Yes, verified" or "No (adjusted)". */
function answerLine({ answer, determination, evidenceState }: ReportQuestion): string {
  const given = answer.kind === "answered" ? answer.words.replaceAll("\n", "; ") : answerKindWords[answer.kind];
  const counted = determination?.is === "adjusted" && determination.words !== null ? `${determination.words} (adjusted)` : given;
  const words = determination?.is === "rejected" ? `${given} (${determinationWords.rejected.toLowerCase()})` : counted;
  return evidenceState ? `${words}, ${evidenceStateWords[evidenceState].toLowerCase()}` : words;
}

export async function viewScoreTrace(ctx: PersonContext, assessmentId: string) {
  const { organisationId } = ctx.actor;
  const from = ctx.portal.store.read;
  const read = await readTrace(ctx, assessmentId);
  const { assessment, status, record, result, knockOuts, trace, acceptances } = read;
  const vendor = await getVendor(from, organisationId, assessment.vendorId);
  const engagement = await getEngagement(from, organisationId, assessment.engagementId);
  const asVendor = await findResult(from, organisationId, assessmentId, ["vendor"]);
  const names = await namesOfPeople(
    from,
    organisationId,
    acceptances.map(({ ownedById }) => ownedById),
  );
  const questions = new Map(record.sections.flatMap((section) => section.questions.map((question) => [question.id, question])));
  const textOf = (id: string) => questions.get(id)?.text ?? id;
  const storedKey = (id: string) => record.form.keys[record.form.set.byKey.get(id) ?? -1] ?? id;
  const flags = new Map(knockOuts.filter(({ state }) => state !== "passed").map(({ questionId, state }) => [questionId, state]));
  const counted = new Set(trace.rows.map(({ question }) => question.id));
  return {
    assessmentId,
    vendor: { id: vendor.id, name: vendor.name },
    service: engagement.service,
    status,
    asOn: read.asOn,
    timeZone: read.timeZone,
    isProvisional: !read.isStored && status !== "reviewed",
    reviewed: {
      scoreBps: result.scoreBps,
      uncappedBps: result.uncappedBps,
      grade: result.grade,
      coverageBps: result.coverageBps,
      assuranceBps: result.assuranceBps,
    },
    vendorScore: asVendor
      ? { scoreBps: asVendor.result.scoreBps, uncappedBps: asVendor.result.uncappedBps, grade: asVendor.result.grade }
      : null,
    knockOuts: knockOuts
      .filter(({ state }) => state !== "passed")
      .map(({ questionId, state, capBps, riskAcceptanceId }) => {
        const acceptance = acceptances.find(({ id }) => id === riskAcceptanceId);
        const question = questions.get(questionId);
        return {
          questionId,
          key: storedKey(questionId),
          text: textOf(questionId),
          state: state as Exclude<ReportKnockOut["state"], "passed">,
          capBps: capBps ?? 0,
          answer: question ? answerLine(question) : "",
          reason: question?.determination?.reason ?? null,
          acceptance: acceptance
            ? { by: names.get(acceptance.ownedById) ?? "Unknown", reason: acceptance.reason, expiresOn: acceptance.expiresOn }
            : null,
        };
      }),
    limitedBy: trace.limitedBy.map(textOf),
    sections: trace.sections
      .filter(({ countsAsBps }) => countsAsBps !== null)
      .map(({ id, title, countsAsBps, ofBps, pointsBps }) => ({
        id,
        title,
        countsAsBps: countsAsBps ?? 0,
        ofBps,
        pointsBps,
        questions: trace.rows
          .filter((row) => row.sectionId === id)
          .map(({ question, countsAsBps: counts, ofBps: of, pointsBps: points }) => ({
            id: question.id,
            key: storedKey(question.id),
            title: question.text,
            answer: answerLine(question),
            countsAsBps: counts,
            ofBps: of,
            pointsBps: points,
            flag: flags.get(question.id) ?? null,
          })),
      })),
    leftOut: record.sections.flatMap((section) =>
      section.questions
        .filter(({ id }) => !counted.has(id))
        .map((question) => ({
          id: question.id,
          text: question.text,
          answer: answerLine(question),
          isNa: question.answer.kind === "not_applicable",
        })),
    ),
    gains: trace.rows
      .filter(({ gainBps }) => gainBps > 0)
      .sort((a, b) => b.gainBps - a.gainBps)
      .slice(0, 12)
      .map(({ question, gainBps }) => ({ id: question.id, key: storedKey(question.id), text: question.text, gainBps })),
  };
}

export type WhyView = Awaited<ReturnType<typeof viewScoreTrace>>;

/** The same table as a file. */
export async function exportScoreTrace(ctx: PersonContext, assessmentId: string): Promise<string> {
  const { trace, record } = await readTrace(ctx, assessmentId);
  const questions = new Map(record.sections.flatMap((section) => section.questions.map((question) => [question.id, question])));
  return traceCsv(trace, (id) => {
    const question = questions.get(id);
    return question ? answerLine(question) : "";
  });
}
