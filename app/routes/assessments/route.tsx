// Assessments by whose turn it is, the most urgent first. P **Open next**.
import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type AssessmentTurn, assessmentTurns } from "#app/domain/assessment/assessment-turns.ts";
import { remindSchema } from "#app/domain/assessment/sending.schema.ts";
import { viewAssessments } from "#app/server/assessments/list-assessments.queries.server.ts";
import { remindVendor } from "#app/server/assessments/sending/remind-vendor.server.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { Callout } from "#app/ui/callout.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { AssessmentRows } from "./assessment-rows.tsx";

export const handle = { place: "assessments" };
export const meta: MetaFunction = () => [{ title: "Assessments · Vouchsafe" }];

export const loader = staffPage(async (ctx, { url }) => {
  const asked = url.searchParams.get("turn");
  const turn = assessmentTurns.find((known) => known === asked) ?? "vendor";
  return viewAssessments(ctx, { turn, after: url.searchParams.get("after") ?? undefined });
});

export const action = staffAction(async (ctx, { form }) => {
  await remindVendor(ctx, parseForm(form, remindSchema).assessmentId);
  return data({ done: "A reminder with a fresh link is on its way." });
});

const turnTexts: Record<AssessmentTurn, string> = { vendor: "Waiting for vendors", us: "Waiting for us", draft: "To send", over: "Over" };

const empty: Record<AssessmentTurn, { title: string; text: string }> = {
  vendor: {
    title: "No vendor owes you an answer",
    text: "Questionnaires are sent from the page of a vendor: open it and choose Start assessment.",
  },
  us: { title: "Nothing waits for review", text: "What a vendor submits appears here at once." },
  draft: {
    title: "Nothing waits to be sent",
    text: "A reassessment opens by itself before its review day and waits here, filled in from last time.",
  },
  over: { title: "No assessment is over yet", text: "Decided, cancelled and unanswered assessments are kept here." },
};

export default function Assessments() {
  const { turn, counts, rows, next, today, mayRemind } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const first = rows[0];
  return (
    <>
      <PageHead
        title="Assessments"
        sub={`${counts.vendor} with vendors, ${counts.us} with us`}
        hasTabs
        actions={
          first && turn !== "over" ? (
            <LinkButton
              tone="primary"
              href={`/assessments/${first.id}${turn === "us" && first.status !== "from_documents" ? "/review" : ""}`}
            >
              Open next
            </LinkButton>
          ) : undefined
        }
      />
      {answer && "done" in answer ? <Callout tone="ok">{answer.done}</Callout> : null}
      {answer && "error" in answer ? <Callout tone="warn">{answer.error.detail}</Callout> : null}
      <Tabs
        label="By whose turn it is"
        tabs={assessmentTurns.map((each) => ({
          href: `/assessments?turn=${each}`,
          label: turnTexts[each],
          count: counts[each],
          isCurrent: each === turn,
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState icon="clipboard-list" title={empty[turn].title}>
          <p>{empty[turn].text}</p>
        </EmptyState>
      ) : (
        <>
          <AssessmentRows rows={rows} turn={turn} today={today} mayRemind={mayRemind} />
          {next ? <Pagination nextHref={`/assessments?turn=${turn}&after=${next}`} summary={`${rows.length} on this page`} /> : null}
        </>
      )}
    </>
  );
}
