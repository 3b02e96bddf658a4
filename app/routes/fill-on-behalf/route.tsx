// Fill on behalf: our people type what a vendor told them. It counts once the vendor has confirmed it. P **Save and continue**.
import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formAnswers } from "#app/domain/assessment/answer-fields.ts";
import { refusedAnswers } from "#app/domain/assessment/answer-problems.ts";
import { en } from "#app/i18n/en.ts";
import { prepareAnswers } from "#app/server/assessments/on-behalf/prepare-answers.server.ts";
import { viewPreparing } from "#app/server/assessments/on-behalf/preparing-page.queries.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { Callout } from "#app/ui/callout.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formatInstant } from "#app/ui/format.ts";
import { PageHead } from "#app/ui/page-head.tsx";
import { StandFor } from "#app/ui/portal/proof.tsx";
import { withFailures } from "#app/ui/portal/staff-failures.ts";
import { StaffSectionForm } from "#app/ui/portal/staff-section.tsx";
import { StaffSectionList } from "#app/ui/portal/staff-section-list.tsx";
import { typedOf } from "#app/ui/portal/typed.ts";
import { Section } from "#app/ui/section.tsx";

export const handle = { place: "assessments" };

const words = {
  ...en.portal,
  question: { ...en.portal.question, declined: "The vendor does not answer this", reasonHint: "In the vendor's words." },
};

export const loader = staffPage(async (ctx, { params, url, hasFailed }) => ({
  ...(await viewPreparing(ctx, params.id ?? "", url.searchParams.get("section"))),
  skipped: Number(url.searchParams.get("skipped") ?? 0) || 0,
  hasFailed,
}));

export const action = staffAction(async (ctx, { params, form, url }) => {
  const assessmentId = params.id ?? "";
  const key = url.searchParams.get("section");
  const answers = formAnswers(form, ["next"]);
  let skipped = 0;
  try {
    skipped = (await prepareAnswers(ctx, assessmentId, answers)).skipped.length;
  } catch (error) {
    const { refused, status } = refusedAnswers(error, answers);
    return data(refused, { status });
  }
  const then = form.get("next") === "stay" ? key : (await viewPreparing(ctx, assessmentId, key)).section?.next;
  const query = new URLSearchParams({ ...(then ? { section: then } : {}), ...(skipped > 0 ? { skipped: String(skipped) } : {}) });
  return redirect(`/assessments/${assessmentId}/prepare${query.size > 0 ? `?${query}` : ""}`);
});

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${view?.hasFailed ? "Error: " : ""}Fill on behalf of ${view?.vendor.name ?? ""} · Vouchsafe` },
];

export default function FillOnBehalf() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "typed" in answer ? answer : undefined;
  const list = `/assessments/${view.assessmentId}/prepare`;
  const shown = view.section ? withFailures(view.section, refused, words) : undefined;
  const at = (instant: string) => formatInstant(new Date(instant), view.timeZone, view.today);
  return (
    <>
      <PageHead
        title={shown ? shown.section.title : "Fill on behalf"}
        crumbs={[
          { label: "Assessments", href: "/assessments" },
          { label: `${view.vendor.name}, no. ${view.number}`, href: `/assessments/${view.assessmentId}` },
          ...(shown ? [{ label: "Fill on behalf", href: list }] : []),
        ]}
        sub={shown ? `Section ${shown.section.number} of ${shown.section.of}` : `For ${view.vendor.name}, about ${view.service}`}
      />
      <ErrorSummary title={refused?.detail ?? ""} errors={shown?.failures ?? []} />
      {view.skipped > 0 ? (
        <Callout tone="warn" className="callout--page">
          {view.skipped === 1 ? "One answer was" : `${view.skipped} answers were`} not taken: the vendor answered meanwhile, or the question
          no longer applies.
        </Callout>
      ) : null}
      {view.isOpen ? (
        <p className="lead">
          What you type here counts for nothing until {view.vendor.name} has confirmed it under its link, as one list. What the vendor
          answered itself is not touched.
        </p>
      ) : (
        <Callout tone="info" className="callout--page">
          The vendor can no longer answer here, so nothing can be filled in for it.
        </Callout>
      )}
      {view.isOpen && shown ? (
        <StaffSectionForm
          section={shown.section}
          words={words}
          frame={view}
          list={list}
          saidByVendor="The vendor answered this itself."
          parts={({ view: question, said }) => ({
            hint: said === "carried" ? "Last time's answer is filled in for the vendor to check. Type only what is different." : undefined,
            proof:
              question.question.evidence !== null && question.proofWhen !== "never" ? (
                <div className={question.proofWhen === "options" ? "q__more q__more--proof" : "q__more q__more--proof is-asked"}>
                  <StandFor
                    questionKey={question.question.key}
                    typed={typedOf(question)}
                    words={words}
                    error={question.errors.instead}
                    today={view.today}
                  />
                </div>
              ) : null,
            foot: question.answer ? (
              <p className="quiet q__foot">
                Typed by {question.answer.givenBy}, {at(question.answer.givenAt)}; waits for the vendor
              </p>
            ) : null,
          })}
        />
      ) : null}
      {view.isOpen && !shown ? (
        <Section
          id="sections"
          title="Sections"
          note={view.prepared === 0 ? "nothing filled in yet" : `${view.prepared} filled in, waiting for the vendor`}
        >
          <StaffSectionList sections={view.sections} list={list} />
        </Section>
      ) : null}
    </>
  );
}
