// A workbook the vendor filled in and sent by another way: one of ours brings it in for the vendor. P **Upload and check**.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { en } from "#app/i18n/en.ts";
import { viewWorkbookForVendor } from "#app/server/assessments/on-behalf/workbook-for-vendor.queries.server.ts";
import { staffPage } from "#app/server/platform/route.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { fieldId } from "#app/ui/field-context.ts";
import { FileDrop } from "#app/ui/file-drop.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Section } from "#app/ui/section.tsx";

const words = en.portal.workbook;

export const handle = { place: "assessments" };

export const loader = staffPage(async (ctx, { params, url }) => {
  const filled = url.searchParams.get("filled") ?? "";
  return {
    ...(await viewWorkbookForVendor(ctx, params.id ?? "")),
    refusal: url.searchParams.get("upload-error")?.slice(0, 500) ?? "",
    filled: /^\d{1,4}$/.test(filled) ? Number(filled) : null,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${view?.refusal ? "Error: " : ""}${words.upload} · ${view?.vendor.name ?? ""} · Vouchsafe` },
];

export default function AssessmentWorkbook() {
  const { assessmentId, number, vendor, service, isOpen, waiting, maxBytes, refusal, filled } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={words.upload}
        crumbs={[
          { label: "Assessments", href: "/assessments" },
          { label: vendor.name, href: `/vendors/${vendor.id}` },
          { label: `Assessment ${number}`, href: `/assessments/${assessmentId}` },
        ]}
        sub={`Filled in by ${vendor.name}, about ${service}`}
      />
      <ErrorSummary title={words.refused} errors={refusal === "" ? [] : [{ href: `#${fieldId("file")}`, message: refusal }]} />
      {filled === null ? null : (
        <Callout
          tone="ok"
          title={filled === 1 ? "One answer is filled in" : `${filled} answers are filled in`}
          level={2}
          className="callout--page"
        >
          <p>They are marked as brought by us and count once the vendor confirmed them through its link.</p>
        </Callout>
      )}
      <div className="stack stack-40">
        {isOpen ? (
          <form method="post" action={`/assessments/${assessmentId}/workbook`} encType="multipart/form-data" className="stack form">
            <p className="muted">
              For a workbook that came by mail. Its answers are filled in for the vendor, who confirms them; what the vendor answered itself
              stays. You see a report first.
            </p>
            <Field name="file" label="Workbook" hint={`.xlsx up to ${Math.floor(maxBytes / 1024 / 1024)} MB, or a ZIP that holds it.`}>
              <FileDrop accept=".xlsx,.zip" />
            </Field>
            <div className="row row--wide">
              <Button tone="primary">{words.read}</Button>
              <a href={`/assessments/${assessmentId}`}>Cancel</a>
            </div>
          </form>
        ) : (
          <Callout tone="info">Answers can be filled in for the vendor only while it may still answer itself.</Callout>
        )}
        {waiting.length > 0 ? (
          <Section id="waiting" title={words.waiting} note="kept for a day">
            <ul className="check-list">
              {waiting.map(({ id, fileName, uploadedBy, at }) => (
                <li key={id}>
                  <a href={`/assessments/${assessmentId}/from-workbook/${id}`}>{fileName}</a>{" "}
                  <span className="muted">{words.waitingBy(uploadedBy, at)}</span>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
      </div>
    </>
  );
}
