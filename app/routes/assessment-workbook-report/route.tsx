// What a workbook brought in for a vendor would fill in. P **Save these answers**; the vendor confirms them before they count.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readTakes } from "#app/domain/assessment/workbook/report-form.ts";
import { DomainError } from "#app/domain/errors.ts";
import { en } from "#app/i18n/en.ts";
import { discardWorkbookForVendor, saveWorkbookForVendor } from "#app/server/assessments/on-behalf/save-workbook-for-vendor.server.ts";
import { viewReportForVendor } from "#app/server/assessments/on-behalf/workbook-for-vendor.queries.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { Callout } from "#app/ui/callout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { WorkbookReport } from "#app/ui/portal/workbook-report.tsx";

const words = en.portal.workbook;

export const handle = { place: "assessments" };

export const loader = staffPage((ctx, { params }) => viewReportForVendor(ctx, params.id ?? "", params.upload ?? ""));

export const action = staffAction(async (ctx, { params, form }) => {
  const { id = "", upload = "" } = params;
  const intent = form.get("intent");
  const takes = readTakes(form.entries());
  if (intent === "discard") {
    await discardWorkbookForVendor(ctx, id, upload);
    return redirect(`/assessments/${id}/from-workbook`);
  }
  if (intent !== "save") throw new DomainError("invalid", "This step is not known.");
  const filled = await saveWorkbookForVendor(ctx, id, upload, takes);
  return redirect(`/assessments/${id}/from-workbook?filled=${filled}`);
});

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${words.report} · ${view?.vendor.name ?? ""} · Vouchsafe` },
];

export default function AssessmentWorkbookReport() {
  const view = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const error = failure && "error" in failure ? failure.error : undefined;
  return (
    <>
      <PageHead
        title={words.report}
        crumbs={[
          { label: "Assessments", href: "/assessments" },
          { label: view.vendor.name, href: `/vendors/${view.vendor.id}` },
          { label: `Assessment ${view.number}`, href: `/assessments/${view.assessmentId}` },
          { label: words.upload, href: `/assessments/${view.assessmentId}/from-workbook` },
        ]}
        sub={`${words.reportLead(view.fileName)} The vendor confirms the answers before they count.`}
      />
      {error ? (
        <Callout tone="warn" className="callout--page">
          {error.detail}
        </Callout>
      ) : null}
      <WorkbookReport view={view} words={words} />
    </>
  );
}
