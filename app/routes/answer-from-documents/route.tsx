// Answer from documents: an officer reads a vendor's reports and answers our questionnaire from them. P **Save and continue**, at the end
// **Finish**.
import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formAnswers } from "#app/domain/assessment/answer-fields.ts";
import { refusedAnswers } from "#app/domain/assessment/answer-problems.ts";
import { finishSchema, reasonSchema } from "#app/domain/assessment/from-documents.schema.ts";
import { en } from "#app/i18n/en.ts";
import { answerFromDocuments } from "#app/server/assessments/from-documents/answer-from-documents.server.ts";
import { viewDocumentAnswers } from "#app/server/assessments/from-documents/documents-page.queries.server.ts";
import { finishFromDocuments } from "#app/server/assessments/from-documents/finish-from-documents.server.ts";
import { returnToVendor } from "#app/server/assessments/from-documents/return-to-vendor.server.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { Callout } from "#app/ui/callout.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { withFailures } from "#app/ui/portal/staff-failures.ts";
import { StaffSectionForm } from "#app/ui/portal/staff-section.tsx";
import { DocumentsOverview } from "./documents-overview.tsx";
import { ReadIn } from "./read-in.tsx";

export const handle = { place: "assessments" };

const words = {
  ...en.portal,
  question: {
    ...en.portal.question,
    declined: "Not found in the documents",
    comment: "What the document says",
    reason: "Note",
    reasonHint: "For “not applicable” say why. For “not found” it may stay empty.",
  },
};

export const loader = staffPage(async (ctx, { params, url, hasFailed }) => ({
  ...(await viewDocumentAnswers(ctx, params.id ?? "", url.searchParams.get("section"))),
  hasFailed,
}));

export const action = staffAction(async (ctx, { params, form, url }) => {
  const assessmentId = params.id ?? "";
  const list = `/assessments/${assessmentId}/documents`;
  switch (form.get("intent")) {
    case "finish":
      await finishFromDocuments(ctx, assessmentId, { restNotFound: parseForm(form, finishSchema).restNotFound === "yes" });
      return redirect(`/assessments/${assessmentId}`);
    case "return":
      await returnToVendor(ctx, assessmentId, parseForm(form, reasonSchema).reason);
      return redirect(`/assessments/${assessmentId}`);
  }
  const key = url.searchParams.get("section");
  const answers = formAnswers(form, ["next"]);
  try {
    await answerFromDocuments(ctx, assessmentId, answers);
  } catch (error) {
    const { refused, status } = refusedAnswers(error, answers);
    return data(refused, { status });
  }
  const then = form.get("next") === "stay" ? key : (await viewDocumentAnswers(ctx, assessmentId, key)).section?.next;
  return redirect(then ? `${list}?section=${encodeURIComponent(then)}` : list);
});

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${view?.hasFailed ? "Error: " : ""}Answer from documents, ${view?.vendor.name ?? ""} · Vouchsafe` },
];

export default function AnswerFromDocuments() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "typed" in answer ? answer : undefined;
  const error = answer && "error" in answer ? answer.error : undefined;
  const list = `/assessments/${view.assessmentId}/documents`;
  const shown = view.section ? withFailures(view.section, refused, words) : undefined;
  const fields = Object.entries(error?.fields ?? {}).map(([field, message]) => ({ field, message }));
  return (
    <>
      <PageHead
        title={shown ? shown.section.title : "Answer from documents"}
        crumbs={[
          { label: "Assessments", href: "/assessments" },
          { label: `${view.vendor.name}, no. ${view.number}`, href: `/assessments/${view.assessmentId}` },
          ...(shown ? [{ label: "Answer from documents", href: list }] : []),
        ]}
        sub={shown ? `Section ${shown.section.number} of ${shown.section.of}` : `For ${view.vendor.name}, about ${view.service}`}
      />
      <ErrorSummary title={refused?.detail ?? error?.detail ?? ""} errors={[...(shown?.failures ?? []), ...fields]} />
      {error && fields.length === 0 ? (
        <Callout tone="warn" className="callout--page">
          {error.detail}
        </Callout>
      ) : null}
      {!view.isOpen ? (
        <Callout tone="info" title="These answers are not open now" level={2} className="callout--page">
          <p>
            <LinkButton href={`/assessments/${view.assessmentId}`}>Open the assessment</LinkButton>
          </p>
        </Callout>
      ) : shown ? (
        <StaffSectionForm
          section={shown.section}
          words={words}
          frame={view}
          list={list}
          saidByVendor={null}
          parts={(question) => ({
            proof: <ReadIn question={question} documents={view.documents} />,
            foot: question.view.answer ? <p className="quiet q__foot">Read by {question.view.answer.givenBy}</p> : null,
          })}
        />
      ) : (
        <DocumentsOverview view={view} list={list} error={error} />
      )}
    </>
  );
}
