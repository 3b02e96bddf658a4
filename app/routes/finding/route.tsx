// One finding: what is wrong, the plan, what happened since, and closing it by somebody who did not work on it. P **Record progress**.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acceptanceIdSchema, renewalFormSchema } from "#app/domain/assessment/decision-form.schema.ts";
import { closeFindingForm, progressForm } from "#app/domain/finding/finding.schema.ts";
import { countersignRiskAcceptance } from "#app/server/decisions/countersign-risk-acceptance.server.ts";
import { proposeRiskAcceptance } from "#app/server/decisions/propose-risk-acceptance.server.ts";
import { closeFinding } from "#app/server/findings/close-finding.server.ts";
import { recordProgress } from "#app/server/findings/record-progress.server.ts";
import { viewFinding } from "#app/server/findings/view-finding.queries.server.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { Callout } from "#app/ui/callout.tsx";
import { DueDay } from "#app/ui/due-day.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { formatInstant } from "#app/ui/format.ts";
import { PageHead } from "#app/ui/page-head.tsx";
import { RiskBadge } from "#app/ui/risk-badge.tsx";
import { Section } from "#app/ui/section.tsx";
import { FindingPill } from "#app/ui/state-pills.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { RiskAcceptance } from "./acceptance.tsx";
import { CloseFinding, ProgressForm } from "./finding-forms.tsx";

export const handle = { place: "findings" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `F-${data.finding.number}` : "Finding"} · Findings · Vouchsafe` },
];

export const loader = staffPage((ctx, { params }) => viewFinding(ctx, params.findingId ?? ""));

export const action = staffAction(async (ctx, { form, params }) => {
  const id = params.findingId ?? "";
  switch (form.get("intent")) {
    case "close":
      await closeFinding(ctx, id, parseForm(form, closeFindingForm));
      break;
    case "renew": {
      const { assessmentId, ...renewal } = parseForm(form, renewalFormSchema);
      await proposeRiskAcceptance(ctx, assessmentId, renewal);
      break;
    }
    case "countersign-acceptance":
      await countersignRiskAcceptance(ctx, parseForm(form, acceptanceIdSchema).riskAcceptanceId);
      break;
    default: {
      const { step, ...rest } = parseForm(form, progressForm);
      await recordProgress(ctx, id, { ...rest, step: step === "" ? undefined : step });
    }
  }
  return redirect(`/findings/${id}`);
});

export default function Finding() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const error = answer && "error" in answer ? answer.error : undefined;
  const fields: Record<string, string> = error?.fields ?? {};
  const { finding, vendor, notes, today } = view;
  const when = (at: Date) => formatInstant(at, view.timeZone, today);
  const isClosed = finding.status === "closed";
  return (
    <>
      <PageHead
        title={finding.title}
        crumbs={[{ label: "Findings", href: "/findings" }, { label: `F-${finding.number}` }]}
        facts={
          <>
            <RiskBadge level={finding.severity} />
            <FindingPill status={finding.status} />
          </>
        }
      />
      <ErrorSummary title={error?.detail ?? ""} errors={Object.entries(fields).map(([field, message]) => ({ field, message }))} />
      <div className="stack stack-32">
        <Facts
          facts={[
            { name: "Vendor", value: <a href={`/vendors/${vendor.id}`}>{vendor.name}</a> },
            { name: "Service", value: view.service },
            {
              name: "Answer",
              value: finding.questionKey ? (
                <a href={`/assessments/${finding.assessmentId}/review?question=${encodeURIComponent(finding.questionKey)}`}>
                  See it in the review
                </a>
              ) : (
                "Raised by a reviewer"
              ),
            },
            { name: "Owner", value: view.owner ?? "nobody" },
            { name: "Due", value: isClosed ? "closed" : <DueDay on={finding.dueOn} today={today} /> },
            { name: "Opened", value: `${when(view.openedAt)}, ${view.openedBy ?? "at submission"}` },
            { name: "Plan", value: finding.plan || "none yet" },
          ]}
        />
        {isClosed && (
          <Callout
            tone="ok"
            title={`Closed ${view.closedAt ? when(view.closedAt) : ""}${view.closedBy ? ` by ${view.closedBy}` : ""}`}
            level={2}
          >
            {{
              fixed: "A document shows the fix.",
              not_failing: "The answer does not fail any more.",
              engagement_over: "The engagement is over.",
            }[finding.closedBecause ?? ""] ?? ""}
          </Callout>
        )}
        <RiskAcceptance acceptance={view.acceptance} assessmentId={finding.assessmentId} fields={fields} values={error?.values ?? {}} />
        <Section id="happened" title="What happened">
          {notes.length === 0 ? (
            <p className="quiet">Nothing was recorded yet.</p>
          ) : (
            <Timeline
              entries={notes.toReversed().map((note) => ({
                id: note.id,
                icon: note.evidenceId ? "paperclip" : "sticky-note",
                text: (
                  <>
                    {note.text} {note.evidenceId && <a href={`/evidence/${note.evidenceId}`}>{note.document ?? "document"}</a>}
                  </>
                ),
                when: `${when(note.at)} · ${note.by}`,
                dateTime: note.at.toISOString(),
              }))}
            />
          )}
        </Section>
        {view.mayProgress && <ProgressForm view={view} fields={fields} values={error?.values ?? {}} />}
        {view.mayClose && <CloseFinding view={view} fields={fields} />}
      </div>
    </>
  );
}
