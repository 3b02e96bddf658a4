// Attach a document to one answer, without script: a form of its own, so that nothing typed elsewhere is lost. P **Upload**.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewQuestion } from "#app/server/assessments/portal/section.queries.server.ts";
import { vendorPage } from "#app/server/platform/route.server.ts";
import { uploadRefusal } from "#app/server/platform/upload-refusal.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FileList } from "#app/ui/file-list.tsx";
import { formatBytes, formatHash } from "#app/ui/format.ts";
import { PortalPage, portalTitle } from "#app/ui/portal/portal-page.tsx";
import { UploadFields, uploadFieldId } from "#app/ui/portal/upload-fields.tsx";
import { uploadErrors } from "#app/ui/upload-errors.ts";
import { useKitWords, usePortalWords } from "#app/ui/words.ts";

export const loader = vendorPage(async (ctx, { params, url }) => ({
  ...(await viewQuestion(ctx, params.question ?? "")),
  refusal: uploadRefusal(url),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: portalTitle(({ evidence }) => evidence.attachTitle, data?.frame, data?.refusal.detail !== "") },
];

export default function Evidence() {
  const words = usePortalWords();
  const kit = useKitWords();
  const { frame, view, back, maxUploadBytes, refusal } = useLoaderData<typeof loader>();
  const { question, files } = view;
  return (
    <PortalPage frame={frame} words={words} back={{ href: back, label: words.evidence.back }}>
      <ErrorSummary title={words.evidence.refused} errors={uploadErrors(refusal, (field) => uploadFieldId(field, question.key))} />
      <p className="muted">{question.text}</p>
      <h1>{words.evidence.attachTitle}</h1>
      <FileList
        files={files.map(({ id, name, bytes, sha256 }) => ({
          id,
          name,
          state: "stored",
          note: `${formatBytes(bytes, kit)} · SHA-256 ${formatHash(sha256)}`,
        }))}
      />
      {question.evidence ? (
        <form method="post" action="/v/evidence" encType="multipart/form-data" className="stack form">
          <input type="hidden" name="questionKey" value={question.key} />
          <input type="hidden" name="back" value={`/vendor/evidence/${encodeURIComponent(question.key)}`} />
          <UploadFields
            questionKey={question.key}
            evidence={question.evidence}
            words={words}
            maxUpload={Math.floor(maxUploadBytes / 1_000_000)}
            today={frame.today}
            isForm
            refused={refusal}
          />
          <div className="vactions">
            <Button tone="primary" large>
              {words.evidence.upload}
            </Button>
            <a href={back}>{words.evidence.back}</a>
          </div>
        </form>
      ) : null}
    </PortalPage>
  );
}
