// What saving a filled workbook would do, place by place. P **Save these answers**; a newer answer stays unless the workbook's is chosen.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readTakes } from "#app/domain/assessment/workbook/report-form.ts";
import { DomainError } from "#app/domain/errors.ts";
import { en } from "#app/i18n/en.ts";
import { discardWorkbook } from "#app/server/assessments/portal/workbook/discard-workbook.server.ts";
import { saveWorkbook } from "#app/server/assessments/portal/workbook/save-workbook.server.ts";
import { viewWorkbookReport } from "#app/server/assessments/portal/workbook/workbook.queries.server.ts";
import { vendorAction, vendorPage } from "#app/server/platform/route.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { PortalPage, portalTitle } from "#app/ui/portal/portal-page.tsx";
import { NewerAnswers } from "./newer-answers.tsx";
import { ReportDocuments, ReportRows, ReportStray } from "./report-rows.tsx";

const words = en.portal;

export const loader = vendorPage(async (ctx, { params }) => {
  const view = await viewWorkbookReport(ctx, params.upload ?? "");
  if (!view.frame.isOpen) throw redirect("/vendor/receipt");
  if (view.isCaiq) throw redirect(`/vendor/caiq/${view.uploadId}`);
  return view;
});

export const action = vendorAction(async (ctx, { params, form }) => {
  const uploadId = params.upload ?? "";
  const intent = form.get("intent");
  if (intent === "discard") {
    await discardWorkbook(ctx, uploadId);
    return redirect("/vendor/workbook");
  }
  if (intent !== "save") throw new DomainError("invalid", "This step is not known.");
  const { answers, files, refused } = await saveWorkbook(ctx, uploadId, readTakes(form.entries()));
  if (refused.length === 0) return redirect(`/vendor/check?saved=${answers}&documents=${files}`);
  return redirect(`/vendor/workbook?${new URLSearchParams(refused.slice(0, 20).map((text) => ["refused", text.slice(0, 300)]))}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: portalTitle(words.workbook.report, data?.frame.asker) }];

export default function WorkbookReport() {
  const view = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const error = failure && "error" in failure ? failure.error : undefined;
  const { frame, fileName, saves, newer, invalid, notAsked, stray, files, unnamed, same, empty } = view;
  const hasSomething = saves.length > 0 || newer.length > 0 || files.some(({ isTaken }) => isTaken);
  const text = words.workbook;
  return (
    <PortalPage frame={frame} words={words} back={{ href: "/vendor/workbook", label: text.other }}>
      <h1>{text.report}</h1>
      <p className="lead">{text.reportLead(fileName)}</p>
      {error ? <Callout tone="warn">{error.detail}</Callout> : null}
      {hasSomething ? null : <Callout tone="info">{text.nothing}</Callout>}
      <form method="post" className="stack stack-40">
        {newer.length > 0 ? <NewerAnswers newer={newer} words={text} /> : null}
        {invalid.length > 0 ? (
          <ReportRows
            id="invalid"
            title={text.invalid(invalid.length)}
            lead={text.invalidLead}
            rows={invalid}
            column={text.problem}
            words={text}
          />
        ) : null}
        {stray.length > 0 ? <ReportStray stray={stray} words={text} /> : null}
        {notAsked.length > 0 ? (
          <ReportRows id="not-asked" title={text.notAsked(notAsked.length)} lead={text.notAskedLead} rows={notAsked} words={text} />
        ) : null}
        {saves.length > 0 ? (
          <ReportRows id="saves" title={text.saves(saves.length)} rows={saves} column={text.answer} words={text} />
        ) : null}
        {files.length + unnamed.length > 0 ? <ReportDocuments files={files} unnamed={unnamed} words={text} /> : null}
        <p className="muted">{text.unchanged(same, empty)}</p>
        <div className="vactions">
          {hasSomething ? (
            <Button tone="primary" large name="intent" value="save">
              {text.save}
            </Button>
          ) : null}
          <Button name="intent" value="discard">
            {text.discard}
          </Button>
        </div>
      </form>
    </PortalPage>
  );
}
