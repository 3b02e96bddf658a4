// One assessment: where it stands, the vendor's links, what it asked, what happened. P **Continue review**, by state.
import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type AssessmentStatus, takesAnswers } from "#app/domain/assessment/assessment-status.ts";
import { reasonSchema } from "#app/domain/assessment/from-documents.schema.ts";
import { cancelSchema, extendSchema, linkSchema, replySchema } from "#app/domain/assessment/sending.schema.ts";
import { auditEventTexts } from "#app/domain/audit/audit-event.ts";
import { DomainError } from "#app/domain/errors.ts";
import { viewAssessment } from "#app/server/assessments/assessment-overview.queries.server.ts";
import { answerAgain } from "#app/server/assessments/from-documents/answer-again.server.ts";
import { takeOver } from "#app/server/assessments/from-documents/take-over.server.ts";
import { replyToQuestion } from "#app/server/assessments/reply-to-question.server.ts";
import { cancelAssessment } from "#app/server/assessments/sending/cancel-assessment.server.ts";
import { copyLink } from "#app/server/assessments/sending/copy-link.server.ts";
import { extendDueDate } from "#app/server/assessments/sending/extend-due-date.server.ts";
import { remindVendor } from "#app/server/assessments/sending/remind-vendor.server.ts";
import { revokeLink } from "#app/server/assessments/sending/revoke-link.server.ts";
import { parseForm, refuseUnknownFields } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { Callout } from "#app/ui/callout.tsx";
import { DueDay } from "#app/ui/due-day.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { formatHash, formatInstant } from "#app/ui/format.ts";
import { Input } from "#app/ui/input.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { Section } from "#app/ui/section.tsx";
import { AssessmentPill } from "#app/ui/state-pills.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { AssessmentActions } from "./assessment-actions.tsx";
import { AssessmentLinks } from "./assessment-links.tsx";
import { AssessmentThreads } from "./assessment-threads.tsx";

export const handle = { place: "assessments" };

export const loader = staffPage(async (ctx, { params, url, hasFailed }) => ({
  ...(await viewAssessment(ctx, params.id ?? "")),
  isJustSent: url.searchParams.has("sent"),
  hasFailed,
}));

export const action = staffAction(async (ctx, { params, form }) => {
  const assessmentId = params.id ?? "";
  const done = (text: string, link?: string) => data({ done: text, ...(link === undefined ? {} : { link }) });
  switch (form.get("intent")) {
    case "copy": {
      refuseUnknownFields(form);
      const { url } = await copyLink(ctx, assessmentId);
      return done("Here is a new link. It is shown only now; older links stay open.", url);
    }
    case "revoke":
      await revokeLink(ctx, parseForm(form, linkSchema).linkId);
      return done("The link is revoked. Browsers that came in through it are signed out.");
    case "remind":
      refuseUnknownFields(form);
      await remindVendor(ctx, assessmentId);
      return done("A reminder with a fresh link is on its way.");
    case "extend":
      await extendDueDate(ctx, { assessmentId, ...parseForm(form, extendSchema) });
      return done("The vendor has more time and is told by mail.");
    case "cancel":
      await cancelAssessment(ctx, { assessmentId, ...parseForm(form, cancelSchema) });
      return done("The assessment is closed and its links are revoked.");
    case "documents":
      await takeOver(ctx, assessmentId, parseForm(form, reasonSchema).reason);
      return redirect(`/assessments/${assessmentId}/documents`);
    case "again":
      await answerAgain(ctx, assessmentId, parseForm(form, reasonSchema).reason);
      return redirect(`/assessments/${assessmentId}/documents`);
    case "reply":
      await replyToQuestion(ctx, { assessmentId, ...parseForm(form, replySchema) });
      return done("Your answer is sent.");
    default:
      throw new DomainError("invalid", "This step is not known.");
  }
});

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${view?.hasFailed ? "Error: " : ""}${view?.vendor.name ?? ""} · Assessment ${view?.number ?? ""} · Vouchsafe` },
];

export default function Assessment() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const error = answer && "error" in answer ? answer.error : undefined;
  const done = answer && "done" in answer ? answer : undefined;
  const at = (instant: Date | string) => formatInstant(new Date(instant), view.timeZone, view.today);
  const isOurs =
    view.status === "submitted" || view.status === "in_review" || view.status === "reviewed" || view.status === "clarification";
  return (
    <>
      <PageHead
        title={`Assessment ${view.number}`}
        crumbs={[
          { label: "Assessments", href: "/assessments" },
          { label: view.vendor.name, href: `/vendors/${view.vendor.id}` },
        ]}
        facts={
          <>
            <AssessmentPill status={view.status} />
            <span className="muted">{view.engagement.service}</span>
            <span className="muted">Tier {view.tier}</span>
          </>
        }
        actions={
          isOurs && view.may.readAnswers ? (
            <LinkButton tone="primary" href={`/assessments/${view.id}/review`}>
              Continue review
            </LinkButton>
          ) : view.status === "from_documents" && view.may.answerFromDocuments ? (
            <LinkButton tone="primary" href={`/assessments/${view.id}/documents`}>
              Answer from documents
            </LinkButton>
          ) : view.status === "draft" && view.may.send ? (
            <LinkButton tone="primary" href={`/engagements/${view.engagement.id}/send`}>
              Send
            </LinkButton>
          ) : undefined
        }
      />
      {view.isJustSent && !done && !error ? (
        <Callout tone="ok" title="Sent" level={2} className="callout--page">
          <p>{view.contact ? `${view.contact.name} gets a mail with a link.` : ""} You can copy another link below.</p>
        </Callout>
      ) : null}
      {done ? (
        <Callout tone="ok" title={done.done} level={2} className="callout--page">
          {"link" in done && done.link ? <Input readOnly aria-label="Link" defaultValue={String(done.link)} className="mono" /> : undefined}
        </Callout>
      ) : null}
      {error && !error.fields ? (
        <Callout tone="warn" className="callout--page">
          {error.detail}
        </Callout>
      ) : null}
      <ErrorSummary
        title={error?.detail ?? ""}
        errors={error?.fields ? Object.entries(error.fields).map(([field, message]) => ({ field, message })) : []}
      />
      <div className="stack stack-40">
        <Section id="state" title="Where it stands">
          <Facts
            facts={[
              {
                name: "Answered",
                value: (
                  <div className="short-bar">
                    <ProgressBar label={`${view.answered} of ${view.required} answered`} value={view.answered} max={view.required} />
                    {view.answered} of {view.required} required questions
                  </div>
                ),
              },
              {
                name: "Due",
                value: view.dueOn === null ? "–" : view.isRunning ? <DueDay on={view.dueOn} today={view.today} /> : view.dueOn,
              },
              { name: "Contact", value: view.contact ? `${view.contact.name}, ${view.contact.email}` : "–" },
              {
                name: "Answered by",
                value: view.isFromDocuments
                  ? "us, from its documents, without its attestation"
                  : view.prepared > 0
                    ? `the vendor; ${view.prepared} filled in by us, waiting for its word`
                    : "the vendor",
              },
              { name: "Sent", value: view.sentAt ? at(view.sentAt) : "not yet" },
              ...view.submissions.map(({ round, name, role, at: when }) => ({
                name: round === 1 ? "Submitted" : "Clarified",
                value: `${at(when)} by ${name}, ${role}`,
              })),
              {
                name: "Questionnaires",
                value: view.questionnaires.map(({ questionnaireId, version, title, sha256 }) => (
                  <span key={questionnaireId} className="block">
                    {title} <span className="quiet">{`${version}, SHA-256 ${formatHash(sha256)}`}</span>
                  </span>
                )),
              },
            ]}
          />
        </Section>
        {(view.may.send || view.may.answerFromDocuments) && view.isRunning ? <AssessmentActions view={view} error={error} /> : null}
        <AssessmentLinks
          links={view.links}
          at={at}
          mayCopy={view.may.copyLink && (view.isRunning || view.status === "decided") && view.status !== "draft" && !view.isFromDocuments}
          workbook={view.may.send && takesAnswers(view.status as AssessmentStatus) ? `/assessments/${view.id}/workbook` : null}
        />
        <AssessmentThreads
          threads={view.threads}
          at={at}
          mayReply={view.may.reply}
          reviewHref={view.status === "decided" && view.may.send ? `/engagements/${view.engagement.id}/send` : undefined}
        />
        <Section id="history" title="History" note="from the audit log, newest first">
          <Timeline
            entries={view.history.map(({ id, at: when, type, actorKind }) => ({
              id,
              icon: actorKind === "vendor" ? "circle-user-round" : "history",
              text: auditEventTexts[type as keyof typeof auditEventTexts] ?? type,
              when: at(when),
              dateTime: new Date(when).toISOString(),
            }))}
          />
        </Section>
      </div>
    </>
  );
}
