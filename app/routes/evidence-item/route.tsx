// One document: facts, verdict, where it is used, who has read it. P **Open document**.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requestDocumentForm } from "#app/domain/evidence/evidence.schema.ts";
import { verificationWayTexts } from "#app/domain/evidence/verification.ts";
import { requestEvidence } from "#app/server/evidence/request-evidence.server.ts";
import { takeEvidenceForm } from "#app/server/evidence/take-evidence-form.server.ts";
import { viewEvidence } from "#app/server/evidence/view-evidence.queries.server.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { safePath } from "#app/server/platform/safe-redirect.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { DocumentFacts } from "#app/ui/document-facts.tsx";
import { DocumentForms } from "#app/ui/document-forms.tsx";
import { DocumentPages } from "#app/ui/document-pages.tsx";
import { DocumentWarnings } from "#app/ui/document-warnings.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { formatBytes, formatInstant } from "#app/ui/format.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Section } from "#app/ui/section.tsx";
import { EvidencePill } from "#app/ui/state-pills.tsx";
import enhancer from "./evidence-item.enhancer.ts?worker&url";
import { WorksheetSection } from "./worksheet-section.tsx";

export const handle = { place: "evidence", enhancer };
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.document.fileName ?? "Document"} · Evidence · Vouchsafe` },
];

export const loader = staffPage((ctx, { params }) => viewEvidence(ctx, params.id ?? ""));

export const action = staffAction(async (ctx, { form, params, url }) => {
  const id = params.id ?? "";
  if (form.get("intent") === "request") await requestEvidence(ctx, id, parseForm(form, requestDocumentForm));
  else {
    // The address names the document, whatever the form says.
    form.set("evidenceId", id);
    await takeEvidenceForm(ctx, form);
    // From the review one goes back to it once the document is judged; a draft stays in hand.
    if (form.get("intent") !== "worksheet-save") return redirect(safePath(url.searchParams.get("back"), `/evidence/${id}`));
  }
  return redirect(`/evidence/${id}${url.search}`);
});

export default function EvidenceItem() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const error = answer && "error" in answer ? answer.error : undefined;
  const fields: Record<string, string> = error?.fields ?? {};
  const { document, vendor, uses, reads, today, worksheet } = view;
  const isWorksheetRefused = error !== undefined && "baseRevision" in error.values;
  const { verification } = document;
  const when = (at: Date) => formatInstant(at, view.timeZone, today);
  return (
    <>
      <PageHead
        title={document.fileName}
        crumbs={[
          { label: "Evidence", href: "/evidence" },
          { label: vendor.name, href: `/vendors/${vendor.id}/evidence` },
        ]}
        facts={
          <>
            <EvidencePill status={document.state} />
            <span className="quiet">
              {formatBytes(view.bytes)}, uploaded {when(view.uploadedAt)} by {document.uploadedBy}
            </span>
          </>
        }
        actions={
          view.mayRead ? (
            <LinkButton href={`/evidence/${document.id}/file`} tone="primary" icon="download">
              Open document
            </LinkButton>
          ) : undefined
        }
      />
      <ErrorSummary title={error?.detail ?? ""} errors={Object.entries(fields).map(([field, message]) => ({ field, message }))} />
      <div className="stack stack-32">
        {view.isWithdrawn && (
          <Callout tone="warn" title="The vendor took this document back before submitting. It counts for nothing." level={2} />
        )}
        <DocumentFacts document={document} today={today} />
        <DocumentWarnings document={document} />
        {view.mayRead && <DocumentPages document={document} />}
        {document.verdict !== "none" && (
          <Callout
            tone={document.verdict === "verified" ? "ok" : "danger"}
            level={2}
            title={`${document.verdict === "verified" ? "Verified" : "Rejected"} ${view.judgedAt ? when(view.judgedAt) : ""}${view.judgedBy ? ` by ${view.judgedBy}` : ""}`}
          >
            {document.verdict === "verified" &&
              verification &&
              `${verificationWayTexts[verification.how as keyof typeof verificationWayTexts] ?? verification.how}${verification.page ? `, page ${verification.page}` : ""}. `}
            {verification?.note}
          </Callout>
        )}
        {worksheet && (
          <WorksheetSection
            worksheet={worksheet}
            document={document}
            mayFill={view.mayVerify && !view.isWithdrawn}
            refused={isWorksheetRefused ? error : undefined}
          />
        )}
        <div className="stack stack-8">
          {view.mayVerify && !view.isWithdrawn && (
            <DocumentForms document={document} kinds={view.kinds} today={today} rejectBecause={worksheet?.refusals.join(" ")} />
          )}
          {view.mayRequest && (
            <Disclosure summary="Request a newer document">
              <form method="post" className="row row--end">
                <input type="hidden" name="intent" value="request" />
                <Field name="dueOn" label="Needed by" error={fields.dueOn}>
                  <DateInput defaultValue={view.proposedDueOn} required />
                </Field>
                <Button icon="send">Request document</Button>
              </form>
            </Disclosure>
          )}
        </div>
        <Section id="uses" title="Where it is used">
          {uses.length === 0 ? (
            <p className="quiet">Nowhere now.</p>
          ) : (
            <ul>
              {uses.map(({ assessmentId, questionKey }) => (
                <li key={`${assessmentId} ${questionKey}`}>
                  <a href={`/assessments/${assessmentId}/review?question=${encodeURIComponent(questionKey)}`}>{questionKey}</a>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section id="reads" title="Who has read it">
          {reads.length === 0 ? (
            <p className="quiet">Nobody yet.</p>
          ) : (
            <ul>
              {reads.map(({ at, by, isDamaged }) => (
                <li key={`${at.getTime()} ${by} ${isDamaged}`}>
                  {when(at)} · {by}
                  {isDamaged && <span className="late"> found it damaged</span>}
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </>
  );
}
