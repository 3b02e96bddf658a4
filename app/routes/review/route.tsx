// Review: every answer with its evidence, the reviewer's word beside it, and what it does to the score. P **Approve section**.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sectionForm } from "#app/domain/assessment/review.schema.ts";
import { isReviewFilter } from "#app/domain/assessment/review-filters.ts";
import { approveSection } from "#app/server/assessments/review/approve-section.server.ts";
import { viewReview } from "#app/server/assessments/review/review-page.queries.server.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { Callout } from "#app/ui/callout.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import enhancer from "./review.enhancer.ts?worker&url";
import { ReviewAnswers } from "./review-answers.tsx";
import { ReviewBar } from "./review-bar.tsx";
import { ReviewEffect } from "./review-effect.tsx";
import { takeReviewForm } from "./review-forms.server.ts";
import { ReviewSections } from "./review-sections.tsx";
import { ReviewWork } from "./review-work.tsx";

export const handle = { place: "assessments", isFocused: true, enhancer };
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Review ${data.service}, ${data.vendor.name} · Vouchsafe` : "Review · Vouchsafe" },
];

export const loader = staffPage((ctx, { params, url }) => {
  const filter = url.searchParams.get("filter");
  return viewReview(ctx, params.id ?? "", {
    section: url.searchParams.get("section"),
    question: url.searchParams.get("question"),
    filter: isReviewFilter(filter) ? filter : null,
  });
});

export const action = staffAction(async (ctx, { form, params, url }) => {
  const assessmentId = params.id ?? "";
  if (form.get("intent") === "approve") {
    const { section } = parseForm(form, sectionForm);
    const { approved, remaining } = await approveSection(ctx, assessmentId, section);
    return {
      done: `${count(approved)} accepted. ${remaining === 0 ? "Nothing remains in this section." : `${count(remaining)} of this section remain for you.`}`,
    };
  }
  const done = await takeReviewForm(ctx, assessmentId, form);
  if (typeof done === "object") return done;
  return redirect(`${url.pathname}${onward(url, form)}${done}`);
});

const count = (n: number) => (n === 1 ? "1 answer" : `${n} answers`);

/** Back to the same section and filter; the next unreviewed answer is in hand there. */
function onward(url: URL, form: FormData): string {
  const kept = new URLSearchParams();
  for (const name of ["section", "filter"]) {
    const value = form.get(`at-${name}`) ?? url.searchParams.get(name);
    if (typeof value === "string" && value !== "") kept.set(name, value);
  }
  const stay = form.get("at-question");
  if (typeof stay === "string") kept.set("question", stay);
  return kept.size > 0 ? `?${kept}` : "";
}

export default function Review() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const error = answer && "error" in answer ? answer.error : undefined;
  const fields: Record<string, string> = error?.fields ?? {};
  return (
    <main className="review" id="main">
      <ReviewBar view={view} />
      <div className="review__cols">
        <ReviewSections view={view} />
        <div className="answers">
          {answer && "done" in answer && <Callout tone="ok" title={answer.done} level={2} />}
          <ErrorSummary title={error?.detail ?? ""} errors={Object.entries(fields).map(([field, message]) => ({ field, message }))} />
          {view.isFromDocuments && (
            <Callout tone={view.refusal ? "warn" : "info"} title="Answered by us from documents, not by the vendor" level={2}>
              <p>{view.refusal ?? "No vendor has attested to these answers. What was read wrongly is adjusted, or opened again."}</p>
              <p>
                <a href={`/assessments/${view.assessmentId}`}>Open the assessment</a>
              </p>
            </Callout>
          )}
          <ReviewWork view={view} />
          <ReviewAnswers view={view} error={error} />
        </div>
        <ReviewEffect view={view} />
      </div>
    </main>
  );
}
