// The workbook of a vendor: take it away, bring it back filled in. P **Upload and check**; a report comes before anything is saved.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { languages } from "#app/domain/questionnaire/questionnaire.ts";
import { workbookWords } from "#app/i18n/workbook-words.ts";
import { viewWorkbookPage } from "#app/server/assessments/portal/workbook/workbook.queries.server.ts";
import { vendorPage } from "#app/server/platform/route.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { fieldId } from "#app/ui/field-context.ts";
import { FileDrop } from "#app/ui/file-drop.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PortalPage, portalTitle } from "#app/ui/portal/portal-page.tsx";
import { usePortalWords } from "#app/ui/words.ts";

export const loader = vendorPage(async (ctx, { url }) => ({
  ...(await viewWorkbookPage(ctx)),
  refusal: url.searchParams.get("upload-error")?.slice(0, 500) ?? "",
  refusedFiles: url.searchParams
    .getAll("refused")
    .slice(0, 20)
    .map((text) => text.slice(0, 500)),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: portalTitle(({ workbook }) => workbook.title, data?.frame, data?.refusal !== "") },
];

export default function Workbook() {
  const words = usePortalWords();
  const { frame, waiting, maxUploadBytes, refusal, refusedFiles } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} words={words} back={{ href: "/vendor", label: words.section.all }}>
      <ErrorSummary title={words.workbook.refused} errors={refusal === "" ? [] : [{ href: `#${fieldId("file")}`, message: refusal }]} />
      <h1>{words.workbook.title}</h1>
      <p className="lead">{words.workbook.lead}</p>
      {refusedFiles.length > 0 ? (
        <Callout tone="warn" title={words.workbook.refusedFiles} level={2}>
          <ul className="check-list">
            {refusedFiles.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Callout>
      ) : null}
      <div className="stack">
        <div className="row row--wide vstart">
          {[...languages]
            .sort((a) => (a === frame.language ? -1 : 1))
            .map((language) => (
              <LinkButton key={language} icon="download" href={`/v/workbook/file?language=${language}`}>
                {words.workbook.inLanguage(workbookWords[language].name)}
              </LinkButton>
            ))}
        </div>
      </div>
      {frame.isOpen ? (
        <section className="vsec" aria-labelledby="h-upload">
          <h2 id="h-upload">{words.workbook.upload}</h2>
          <p className="muted">{words.workbook.uploadLead}</p>
          <form method="post" action="/v/workbook" encType="multipart/form-data" className="stack form">
            <Field name="file" label={words.workbook.file} hint={words.workbook.fileHint(Math.floor(maxUploadBytes / 1024 / 1024))}>
              <FileDrop accept=".xlsx,.zip,.json" />
            </Field>
            <div className="vactions">
              <Button tone="primary" large>
                {words.workbook.read}
              </Button>
            </div>
          </form>
        </section>
      ) : null}
      {frame.isOpen && waiting.length > 0 ? (
        <section className="vsec" aria-labelledby="h-waiting">
          <h2 id="h-waiting">{words.workbook.waiting}</h2>
          <ul className="check-list">
            {waiting.map(({ id, fileName, uploadedBy, at }) => (
              <li key={id}>
                <a href={`/vendor/workbook/${id}`}>{fileName}</a> <span className="muted">{words.workbook.waitingBy(uploadedBy, at)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </PortalPage>
  );
}
