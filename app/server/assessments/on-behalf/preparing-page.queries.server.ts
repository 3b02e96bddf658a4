// Fill on behalf: the questionnaire as the vendor sees it, with what we filled in and without what the vendor said: those answers are for
// people who review.
import { isVendorsOwn } from "#app/domain/assessment/answer-source.ts";
import { type AssessmentStatus, takesAnswers } from "#app/domain/assessment/assessment-status.ts";
import { namesOfPeople } from "../../people/named-people.queries.server.ts";
import { organisationDay } from "../../people/organisation-day.queries.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { organisationFacts } from "../../platform/organisation.queries.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { getAddressee } from "../addressees.queries.server.ts";
import { type AnswerRow, listAnswers } from "../answers.queries.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { questionView } from "../portal/question-views.server.ts";
import { staffSections } from "../portal/staff-sections.server.ts";
import { readPrepared } from "./prepared.queries.server.ts";

/** Without a section: the list of them. */
export async function viewPreparing(ctx: PersonContext, assessmentId: string, sectionKey: string | null) {
  const { organisationId } = ctx.actor;
  const { portal } = ctx;
  const from = portal.store.read;
  const assessment = await getAssessment(from, organisationId, assessmentId);
  authorize(ctx, "answer.prepare", guardedAssessment(assessment));
  const { vendor: state, open } = await readPrepared(portal, from, assessment);
  const { vendor, engagement } = await getAddressee(from, organisationId, assessment.engagementId);
  const { name: asker } = await organisationFacts(from, organisationId);
  const names = await namesOfPeople(
    from,
    organisationId,
    open.map(({ byId }) => byId),
  );
  const { form } = state;
  const given = new Map((await listAnswers(from, organisationId, assessmentId)).map((row) => [row.questionKey, row]));
  const typed = new Map(
    open.map(({ byId, byRole: _, at, ...row }): [string, AnswerRow] => [
      row.questionKey,
      { ...row, origin: "vendor", source: null, givenBy: names.get(byId) ?? "", givenAt: at },
    ]),
  );
  const saidBy = (key: string) => {
    const answer = given.get(key);
    if (answer && isVendorsOwn(answer.origin)) return "vendor" as const;
    return answer?.origin === "carried" && answer.value !== null && !typed.has(key) ? ("carried" as const) : null;
  };
  const facts = { assessment, vendor: state, answers: typed, files: [] };
  const shown = staffSections(state, sectionKey, {
    isDone: (index) => typed.has(form.keys[index]!) || saidBy(form.keys[index]!) === "vendor",
    question: (index, number) => ({
      view: questionView(facts, index, number, []),
      said: saidBy(form.keys[index]!),
      isScored: form.set.questions[index]!.isScored,
    }),
  });
  return {
    assessmentId,
    number: assessment.number,
    vendor: { id: vendor.id, name: vendor.name },
    service: engagement.service,
    asker,
    isOpen: takesAnswers(assessment.status as AssessmentStatus),
    prepared: open.length,
    ...(await organisationDay(from, organisationId, ctx.now)),
    ...shown,
  };
}
