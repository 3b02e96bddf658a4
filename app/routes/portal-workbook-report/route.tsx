// What saving a filled workbook would do, place by place. P **Save these answers**; a newer answer stays unless the workbook's is chosen.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readTakes } from "#app/domain/assessment/workbook/report-form.ts";
import { DomainError } from "#app/domain/errors.ts";
import { discardWorkbook } from "#app/server/assessments/portal/workbook/discard-workbook.server.ts";
import { saveWorkbook } from "#app/server/assessments/portal/workbook/save-workbook.server.ts";
import { viewWorkbookReport } from "#app/server/assessments/portal/workbook/workbook.queries.server.ts";
import { vendorAction, vendorPage } from "#app/server/platform/route.server.ts";
import { Callout } from "#app/ui/callout.tsx";
import { PortalPage, portalTitle } from "#app/ui/portal/portal-page.tsx";
import { WorkbookReport } from "#app/ui/portal/workbook-report.tsx";
import { usePortalWords } from "#app/ui/words.ts";

export const loader = vendorPage(async (ctx, { params }) => {
  const view = await viewWorkbookReport(ctx, params.upload ?? "");
  if (!view.frame.isOpen) throw redirect("/vendor/receipt");
  if (view.isCaiq) throw redirect(`/vendor/caiq/${view.uploadId}`);
  return view;
});

export const action = vendorAction(async (ctx, { params, form }) => {
  const uploadId = params.upload ?? "";
  const intent = form.get("intent");
  const takes = readTakes(form.entries());
  if (intent === "discard") {
    await discardWorkbook(ctx, uploadId);
    return redirect("/vendor/workbook");
  }
  if (intent !== "save") throw new DomainError("invalid", "This step is not known.");
  const { answers, files, refused } = await saveWorkbook(ctx, uploadId, takes);
  if (refused.length === 0) return redirect(`/vendor/check?saved=${answers}&documents=${files}`);
  return redirect(`/vendor/workbook?${new URLSearchParams(refused.slice(0, 20).map((text) => ["refused", text.slice(0, 300)]))}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: portalTitle(({ workbook }) => workbook.report, data?.frame) }];

export default function Report() {
  const words = usePortalWords();
  const view = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const error = failure && "error" in failure ? failure.error : undefined;
  return (
    <PortalPage frame={view.frame} words={words} back={{ href: "/vendor/workbook", label: words.workbook.other }}>
      <h1>{words.workbook.report}</h1>
      <p className="lead">{words.workbook.reportLead(view.fileName)}</p>
      {error ? <Callout tone="warn">{error.detail}</Callout> : null}
      <WorkbookReport view={view} words={words.workbook} />
    </PortalPage>
  );
}
