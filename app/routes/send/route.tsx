// Send questionnaires for one engagement. P **Send**; what fits category, tier and inherent risk is preselected.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sendSchema, withoutVendorSchema } from "#app/domain/assessment/sending.schema.ts";
import { startFromDocuments } from "#app/server/assessments/from-documents/start-from-documents.server.ts";
import { sendAssessment } from "#app/server/assessments/sending/send-assessment.server.ts";
import { viewSendForm } from "#app/server/assessments/sending/send-form.queries.server.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { CheckboxGroup } from "#app/ui/checkbox.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { WithoutVendor } from "./without-vendor.tsx";

export const handle = { place: "assessments" };
export const loader = staffPage(async (ctx, { params, url, hasFailed }) => ({
  ...(await viewSendForm(ctx, params.id ?? "")),
  /** Chosen before the vendor was, beside what fits it. */
  wanted: url.searchParams.get("questionnaire"),
  hasFailed,
}));

export const action = staffAction(async (ctx, { params, form }) => {
  const engagementId = params.id ?? "";
  const intent = form.get("intent");
  if (intent === "documents") {
    const { questionnaireIds, reason } = parseForm(form, withoutVendorSchema);
    const { assessmentId } = await startFromDocuments(ctx, { engagementId, questionnaireIds, reason });
    return redirect(`/assessments/${assessmentId}/documents`);
  }
  const { questionnaireIds, contactId, dueOn } = parseForm(form, sendSchema);
  const { assessmentId } = await sendAssessment(ctx, { engagementId, questionnaireIds, contactId, dueOn });
  return redirect(intent === "fill" ? `/assessments/${assessmentId}/prepare` : `/assessments/${assessmentId}?sent`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.hasFailed ? "Error: " : ""}Send questionnaires · ${data?.vendor.name ?? ""} · Vouchsafe` },
];

const because = {
  category: "fits the category and tier",
  tier: "every vendor of this tier answers it",
  fact: "asked for by the inherent-risk answers",
} as const;

export default function Send() {
  const { engagement, vendor, questionnaires, contacts, dueFrom, dueOn, running, draft, wanted, mayAnswer } =
    useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const error = failure && "error" in failure ? failure.error : undefined;
  const fields: Record<string, string> = error?.fields ?? {};
  const chosen = error
    ? [error.values.questionnaireIds ?? []].flat()
    : questionnaires.filter(({ id, isPreselected }) => isPreselected || id === wanted).map(({ id }) => id);
  const head = (
    <PageHead
      title="Send questionnaires"
      crumbs={[
        { label: "Vendors", href: "/vendors" },
        { label: vendor.name, href: `/vendors/${vendor.id}` },
      ]}
      sub={`To ${vendor.name}, about ${engagement.service}, tier ${engagement.tier}`}
    />
  );
  if (running) {
    return (
      <>
        {head}
        <Callout tone="info" title="An assessment is running already" level={2}>
          <p>An engagement has one running assessment at a time.</p>
          <p>
            <LinkButton tone="primary" href={`/assessments/${running.id}`}>
              Open it
            </LinkButton>
          </p>
        </Callout>
      </>
    );
  }
  const choice = (
    <CheckboxGroup
      name="questionnaireIds"
      legend="Questionnaires"
      hint="The version is frozen when you send."
      error={fields.questionnaireIds}
      defaultValues={chosen}
      options={questionnaires.map((each) => ({
        value: each.id,
        label: each.title,
        hint: [`${each.questions} questions in ${each.sections} sections`, `version ${each.version}`, each.because && because[each.because]]
          .filter(Boolean)
          .join(", "),
      }))}
    />
  );
  const summary = (
    <ErrorSummary title={error?.detail ?? ""} errors={Object.entries(fields).map(([field, message]) => ({ field, message }))} />
  );
  const withoutVendor = mayAnswer ? (
    <WithoutVendor isOpen={error?.values.intent === "documents"} reason={String(error?.values.reason ?? "")} error={fields.reason} />
  ) : null;
  if (contacts.length === 0) {
    return (
      <>
        {head}
        {summary}
        <Callout tone="warn" title="There is nobody to send it to yet" level={2}>
          <p>Add a contact with an e-mail address to the vendor first.</p>
          <p>
            <LinkButton tone="primary" href={`/vendors/${vendor.id}`}>
              Open the vendor
            </LinkButton>
          </p>
        </Callout>
        {withoutVendor ? (
          <form method="post" className="stack form">
            {choice}
            {withoutVendor}
          </form>
        ) : null}
      </>
    );
  }
  return (
    <>
      {head}
      {summary}
      {draft ? (
        <Callout tone="info" title="Reassessment, filled in from last time" level={2}>
          <p>
            {draft.answered} of {draft.required} questions carry the vendor's last answers. The vendor checks and submits them.
          </p>
        </Callout>
      ) : null}
      <form method="post" className="stack form">
        {choice}
        <RadioGroup
          name="contactId"
          legend="Send to"
          error={fields.contactId}
          defaultValue={String(error?.values.contactId ?? contacts[0]?.id ?? "")}
          options={contacts.map(({ id, name, email }) => ({ value: id, label: name, hint: email }))}
          required
        />
        <Field
          name="dueOn"
          label="Due"
          hint="Proposed by the number of questions: 10, 15 or 20 working days."
          error={fields.dueOn}
          required
        >
          <DateInput min={dueFrom} defaultValue={String(error?.values.dueOn ?? dueOn)} />
        </Field>
        <p className="muted">
          The contact gets a mail with a link. On the next page you can also copy a link or download the questions as a workbook, and hand
          them over yourself.
          <b>Fill on behalf</b> sends it, too, and lets you type what the vendor told you already; it confirms that as one list.
        </p>
        <div className="row row--wide">
          <Button tone="primary" icon="forward" name="intent" value="send">
            Send
          </Button>
          <Button name="intent" value="fill" icon="pencil">
            Fill on behalf
          </Button>
          <a href={`/vendors/${vendor.id}`}>Cancel</a>
        </div>
        {withoutVendor}
      </form>
    </>
  );
}
