// The decision letter to the vendor: a preview in the language chosen, word for word what is signed, then P **Send decision letter**. Once
// sent, the signed document is what was said.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { languages } from "#app/domain/questionnaire/questionnaire.ts";
import { letterWords } from "#app/i18n/letter.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { previewLetter } from "#app/server/reports/letters/letter-preview.queries.server.ts";
import { sendDecisionLetter } from "#app/server/reports/letters/send-decision-letter.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ButtonGroup } from "#app/ui/button-group.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { LetterSheet } from "./letter-sheet.tsx";

export const handle = { place: "vendors" };
export const meta: MetaFunction = () => [{ title: "Decision letter · Vouchsafe" }];

export const loader = staffPage(async (ctx, { params, url }) => {
  const language = languages.find((each) => each === url.searchParams.get("language"));
  return previewLetter(ctx, params.id ?? "", language);
});

export const action = staffAction(async (ctx, { form, params }) => {
  const assessmentId = params.id ?? "";
  await sendDecisionLetter(ctx, assessmentId, { language: String(form.get("language") ?? "") });
  return redirect(`/assessments/${assessmentId}/letter`);
});

export default function Letter() {
  const { assessmentId, vendor, language, letter, contact, sent, maySend } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const error = answer && "error" in answer ? answer.error : undefined;
  return (
    <>
      <PageHead
        title="Decision letter"
        crumbs={[
          { label: "Vendors", href: "/vendors" },
          { label: vendor.name, href: `/vendors/${vendor.id}` },
          { label: "Decision", href: `/assessments/${assessmentId}/decide` },
        ]}
        sub={sent ? "Sent to the vendor" : "Nothing leaves before you send it. The vendor gets these words, signed."}
      />
      {error ? <ErrorSummary title={error.detail} errors={[{ href: "#letter", message: "Choose again and send." }]} /> : null}
      <div className="stack stack-32">
        {sent ? (
          <Sent evidenceId={sent.evidenceId} isMailed={contact !== null} />
        ) : (
          <>
            <ButtonGroup
              label="Language of the letter"
              links={languages.map((each) => ({
                href: `/assessments/${assessmentId}/letter?language=${each}`,
                label: letterWords[each].language,
                isCurrent: each === language,
              }))}
            />
            {maySend ? (
              <form method="post" className="stack stack-8">
                <input type="hidden" name="language" value={language} />
                <p className="quiet">
                  {contact
                    ? `${contact.name}, ${contact.email}, gets a mail with a link to it.`
                    : "No contact is named for this assessment: copy a link for the vendor on the assessment's page."}
                </p>
                <Button tone="primary">Send decision letter</Button>
              </form>
            ) : null}
          </>
        )}
        {letter ? <LetterSheet letter={letter} language={language} /> : null}
      </div>
    </>
  );
}

function Sent({ evidenceId, isMailed }: { evidenceId: string | null; isMailed: boolean }) {
  if (evidenceId === null) {
    return (
      <Callout tone="info" title="The letter is being signed" level={2} aria-live="polite">
        <meta httpEquiv="refresh" content="2" />
        <p>{isMailed ? "It is mailed as soon as it is stored." : "The vendor finds it behind its link as soon as it is stored."}</p>
      </Callout>
    );
  }
  return (
    <Callout tone="ok" title={isMailed ? "The letter is signed, stored and mailed" : "The letter is signed and stored"} level={2}>
      <LinkButton tone="primary" href={`/reports/${evidenceId}/file`} icon="download" download>
        Signed letter
      </LinkButton>
      <p className="quiet">It stays as it was signed. What changes later stands in addenda to the decision.</p>
    </Callout>
  );
}
