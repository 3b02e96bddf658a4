// Upload, second step: kind, date, question, file; streamed into the vault beside Remix. P **Upload**.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewUpload } from "#app/server/evidence/upload-page.queries.server.ts";
import { staffPage } from "#app/server/platform/route.server.ts";
import { uploadRefusal } from "#app/server/platform/upload-refusal.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { FileDrop } from "#app/ui/file-drop.tsx";
import { formatByteLimit, formatDay } from "#app/ui/format.ts";
import { PageHead } from "#app/ui/page-head.tsx";
import { Select } from "#app/ui/select.tsx";
import { uploadErrors } from "#app/ui/upload-errors.ts";
import enhancer from "./upload.enhancer.ts?worker&url";

export const handle = { place: "evidence", enhancer };
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.refusal.detail ? "Error: " : ""}Upload${data ? ` for ${data.vendor.name}` : ""} · Vouchsafe` },
];

export const loader = staffPage(async (ctx, { params, url }) => ({
  ...(await viewUpload(ctx, params.id ?? "")),
  refusal: uploadRefusal(url),
}));

export default function Upload() {
  const view = useLoaderData<typeof loader>();
  const { vendor, service, engagementId, kinds, questions, asked, today, refusal } = view;
  const { fields, typed } = refusal;
  return (
    <>
      <PageHead
        title="Upload a document"
        crumbs={[
          { label: "Evidence", href: "/evidence" },
          { label: vendor.name, href: `/vendors/${vendor.id}/evidence` },
        ]}
        sub={`For ${vendor.name}, ${service}`}
      />
      <ErrorSummary title="The document was not taken" errors={uploadErrors(refusal)} />
      {asked.length > 0 && (
        <Callout tone="info" title="Asked for and not here yet">
          <ul>
            {asked.map(({ id, kind, dueOn }) => (
              <li key={id}>
                {kind}, due {formatDay(dueOn, today)}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      {/* The file comes last: the server reads the fields in order and streams it. */}
      <form method="post" action="/evidence/upload" encType="multipart/form-data" className="stack form" data-upload-form>
        <input type="hidden" name="engagementId" value={engagementId} />
        <input type="hidden" name="back" value={`/engagements/${engagementId}/upload`} />
        <Field name="kind" label="Kind of document" error={fields.kind}>
          <Select options={kinds} placeholder="Choose …" defaultValue={typed.kind} required />
        </Field>
        <div className="row row--top">
          <Field
            name="startsOn"
            label="Date its clock starts from"
            hint="Date of report, last day of the test, date of issue."
            error={fields.startsOn}
            isOptional
          >
            <DateInput max={today} defaultValue={typed.startsOn} />
          </Field>
          <Field name="statedExpiryOn" label="Last day it names itself" error={fields.statedExpiryOn} isOptional>
            <DateInput defaultValue={typed.statedExpiryOn} />
          </Field>
        </div>
        {questions.length > 0 && (
          <Field
            name="questionKey"
            label="Question it proves"
            hint="Of the newest assessment. Without one it is kept with the service."
            isOptional
          >
            <Select options={questions} placeholder="None" />
          </Field>
        )}
        <Checkbox
          name="isFromVendor"
          value="yes"
          label="The vendor sent us this document"
          hint="Then it sees it among its own. Any other document stays with us."
        />
        <Field name="file" label="File" hint={`At most ${formatByteLimit(view.maxUploadBytes)}.`} error={fields.file}>
          <FileDrop accept={view.accept} required />
        </Field>
        <p className="field__error" role="alert" data-upload-said />
        <div className="row">
          <Button tone="primary">Upload</Button>
          <a href="/evidence">Cancel</a>
        </div>
      </form>
    </>
  );
}
