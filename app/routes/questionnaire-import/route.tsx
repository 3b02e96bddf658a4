// Import, first step: a file of ours or of another tool is read into a report. Nothing is published yet. P **Read**.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mostExtensions } from "#app/domain/questionnaire/draft.ts";
import { staffPage } from "#app/server/platform/route.server.ts";
import { viewImport } from "#app/server/questionnaires/drafts/draft-page.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { FileDrop } from "#app/ui/file-drop.tsx";
import { formatByteLimit, formatInstant } from "#app/ui/format.ts";
import { Input } from "#app/ui/input.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Section } from "#app/ui/section.tsx";
import { Select } from "#app/ui/select.tsx";
import { Table } from "#app/ui/table.tsx";

export const handle = { place: "questionnaires" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.refusal ? "Error: " : ""}Import · Questionnaires · Vouchsafe` },
];

export const loader = staffPage(async (ctx, { url: { searchParams } }) => {
  const typed = (name: string) => searchParams.get(name)?.slice(0, 300) ?? "";
  return {
    ...(await viewImport(ctx)),
    typed: { kind: typed("kind"), id: typed("id"), version: typed("version"), license: typed("license"), pick: typed("pick") },
    refusal: searchParams.get("upload-error")?.slice(0, 1000) ?? "",
  };
});

export default function ImportQuestionnaire() {
  const { kinds, drafts, timeZone, typed, refusal } = useLoaderData<typeof loader>();
  const isOwn = [typed.id, typed.version, typed.license, typed.pick].some((text) => text !== "");
  const options = kinds.map(({ value, name, mostBytes }) => ({ value, label: `${name}, at most ${formatByteLimit(mostBytes)}` }));
  return (
    <>
      <PageHead
        title="Import a questionnaire"
        crumbs={[{ label: "Questionnaires", href: "/questionnaires" }]}
        sub="The file is read first, and a report says what is kept, what is lost and what would change. You publish from there."
      />
      <ErrorSummary title="The file was not taken" errors={refusal === "" ? [] : [{ href: "#import-file", message: refusal }]} />
      <div className="stack stack-40">
        {/* The files come last: the server reads the fields in order and streams them. */}
        <form method="post" action="/questionnaires/import/file" encType="multipart/form-data" className="stack stack-16 form">
          <Field name="kind" label="Kind of file">
            <Select options={options} defaultValue={typed.kind || "vouchsafe"} required />
          </Field>
          <Disclosure className="stack stack-16" summary="Of a file of another tool: id, version, licence" isOpen={isOwn}>
            <p className="muted">Left empty, they are taken from the file. A Vouchsafe file names them itself.</p>
            <Field name="id" label="Id" hint="That of a published questionnaire makes a new version of it." isOptional>
              <Input defaultValue={typed.id} maxLength={64} />
            </Field>
            <Field name="version" label="Version" hint="Three numbers, such as 1.0.0." isOptional>
              <Input defaultValue={typed.version} maxLength={20} />
            </Field>
            <Field name="license" label="Licence" isOptional>
              <Input defaultValue={typed.license} maxLength={300} />
            </Field>
            <Field
              name="pick"
              label="Framework"
              hint="Where a CISO Assistant library holds several; --pick on the command line."
              isOptional
            >
              <Input defaultValue={typed.pick} maxLength={300} />
            </Field>
          </Disclosure>
          <Field name="file" id="import-file" label="File">
            <FileDrop accept=".yaml,.yml,.json,.xlsx" required />
          </Field>
          <Disclosure className="stack stack-16" summary="Of a Google VSAQ file: extension files">
            <Field
              name="extensions"
              id="extension-files"
              label="Extension files"
              hint={`At most ${mostExtensions}, applied in the order in which your browser sends them, mostly that of their names.`}
              isOptional
            >
              <FileDrop accept=".json" multiple />
            </Field>
          </Disclosure>
          <div className="row">
            <Button tone="primary">Read</Button>
            <a href="/questionnaires">Cancel</a>
          </div>
        </form>
        {drafts.length > 0 && (
          <Section id="drafts" title="Drafts" note="as read, kept for a day; edited, for 30 days after the last change">
            <Table caption="Drafts, the youngest first">
              <thead>
                <tr>
                  <th scope="col">Questionnaire</th>
                  <th scope="col">File</th>
                  <th scope="col">Begun</th>
                </tr>
              </thead>
              <tbody>
                {drafts.map((draft) => (
                  <tr key={draft.id}>
                    <th scope="row">
                      <a href={draft.isWrittenHere ? `/questionnaires/drafts/${draft.id}` : `/questionnaires/import/${draft.id}`}>
                        {draft.title}
                      </a>{" "}
                      <span className="quiet nowrap">
                        {draft.questionnaireId} {draft.version}
                      </span>
                    </th>
                    <td>
                      {draft.fileName} <span className="quiet">{draft.kind}</span>
                    </td>
                    <td>
                      {formatInstant(new Date(draft.createdAt), timeZone)} <span className="quiet">by {draft.by}</span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </Section>
        )}
      </div>
    </>
  );
}
