// One assessment from our side: state, progress, links with age and use, what the vendor asked, what happened. No answers: those are
// for people who review.
import { and, desc, eq } from "drizzle-orm";
import { mayEver } from "#app/domain/access/policy.ts";
import { type AssessmentStatus, isRunning, takesAnswers, turnOf } from "#app/domain/assessment/assessment-status.ts";
import { dayInZone } from "#app/domain/monitoring/calendar-days.ts";
import { textIn } from "#app/domain/questionnaire/questionnaire.ts";
import { authorize } from "../platform/authorize.server.ts";
import { organisationFacts } from "../platform/organisation.queries.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { formOf, frozenVersions } from "../questionnaires/questionnaire-versions.queries.server.ts";
import { findContact, getAddressee } from "./addressees.queries.server.ts";
import { getAssessment } from "./assessments.queries.server.ts";
import { guardedAssessment } from "./guarded-assessment.server.ts";
import { listLinks } from "./links.repo.server.ts";
import { listMessages } from "./messages.repo.server.ts";
import { readPrepared } from "./on-behalf/prepared.queries.server.ts";
import { listSubmissions } from "./submissions.queries.server.ts";

export type LinkState = "open" | "expired" | "revoked";

export async function viewAssessment(ctx: PersonContext, id: string) {
  const { organisationId } = ctx.actor;
  const { portal, now } = ctx;
  const from = portal.store.read;
  const assessment = await getAssessment(from, organisationId, id);
  authorize(ctx, "assessment.view", guardedAssessment(assessment));
  const [{ vendor, engagement }, organisation, versions, form, links, messages, submissions, history, contact, prepared] =
    await Promise.all([
      getAddressee(from, organisationId, assessment.engagementId),
      organisationFacts(from, organisationId),
      frozenVersions(from, organisationId, id),
      formOf(portal, from, organisationId, id),
      listLinks(from, organisationId, id),
      listMessages(from, organisationId, id),
      listSubmissions(from, organisationId, id),
      listHistory(ctx, id),
      assessment.contactId === null ? undefined : findContact(from, organisationId, assessment.contactId),
      readPrepared(portal, from, assessment),
    ]);
  const status = assessment.status as AssessmentStatus;
  const titleOf = (key: string) => {
    const index = form.indexOf.get(key);
    const question = index === undefined ? undefined : form.set.questions[index]!;
    return question ? textIn(question.question.text, "en", form.set.files[question.questionnaire]!.questionnaire.languages[0]!) : "";
  };
  const threads = [...new Set(messages.map(({ questionKey }) => questionKey))].map((questionKey) => {
    const thread = messages.filter((message) => message.questionKey === questionKey);
    return {
      questionKey,
      title: questionKey === "" ? "About the whole" : titleOf(questionKey),
      isOpen: thread.at(-1)?.from === "vendor",
      messages: thread.map(({ id: messageId, from: side, by, at, text }) => ({ id: messageId, isTheirs: side === "vendor", by, at, text })),
    };
  });
  const stateOf = (link: (typeof links)[number]): LinkState => (link.revokedAt ? "revoked" : now >= link.expiresAt ? "expired" : "open");
  return {
    id,
    status,
    statusAt: assessment.statusAt,
    number: assessment.number,
    tier: assessment.tier,
    dueOn: assessment.dueOn,
    sentAt: assessment.sentAt,
    submittedAt: assessment.submittedAt,
    answered: assessment.answered,
    required: assessment.required,
    vendor: { id: vendor.id, name: vendor.name },
    engagement: { id: engagement.id, service: engagement.service },
    isFromDocuments: assessment.method === "from_documents",
    prepared: prepared.open.length,
    contact: contact ? { name: contact.name, email: contact.email } : null,
    questionnaires: versions.map(({ questionnaireId, version, title, sha256 }) => ({ questionnaireId, version, title, sha256 })),
    links: links.map((link) => ({ ...link, state: stateOf(link) })),
    threads,
    submissions: submissions.map(({ round, name, role, at }) => ({ round, name, role, at })),
    history,
    timeZone: organisation.timeZone,
    today: dayInZone(now, organisation.timeZone),
    isVendorsTurn: turnOf[status] === "vendor",
    isRunning: isRunning(status),
    may: {
      send: mayEver(ctx.actor, "assessment.send"),
      copyLink: mayEver(ctx.actor, "link.copy"),
      reply: mayEver(ctx.actor, "question.answer"),
      prepare: takesAnswers(status) && mayEver(ctx.actor, "answer.prepare"),
      answerFromDocuments: mayEver(ctx.actor, "answer.give_from_documents"),
      readAnswers: mayEver(ctx.actor, "assessment.view_answers"),
    },
  };
}

/** The last events of the log about this assessment itself. */
async function listHistory(ctx: PersonContext, assessmentId: string) {
  const { organisationId } = ctx.actor;
  const { db, t } = ctx.portal.store.read;
  const { auditEntries: e } = t;
  return await db
    .select({ id: e.id, at: e.at, type: e.type, actorKind: e.actorKind })
    .from(e)
    .where(and(eq(e.organisationId, organisationId), eq(e.objectId, assessmentId)))
    .orderBy(desc(e.seq))
    .limit(60);
}
