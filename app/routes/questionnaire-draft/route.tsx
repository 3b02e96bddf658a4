// Import, second step: what became of the file, what the linter says, what would change; then publish or discard. P **Publish version**.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayEver } from "#app/domain/access/policy.ts";
import { DomainError } from "#app/domain/errors.ts";
import { revisionFormSchema } from "#app/domain/questionnaire/edit/editor-forms.schema.ts";
import { listFillable } from "#app/server/assessments/on-behalf/fillable.queries.server.ts";
import { prepareFromCaiq } from "#app/server/assessments/on-behalf/prepare-from-caiq.server.ts";
import { parseForm, refuseUnknownFields } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { discardDraft } from "#app/server/questionnaires/drafts/discard-draft.server.ts";
import { openDraftCaiq, viewDraft } from "#app/server/questionnaires/drafts/draft-page.queries.server.ts";
import { keepDraft } from "#app/server/questionnaires/drafts/keep-draft.server.ts";
import { publishDraft } from "#app/server/questionnaires/drafts/publish-draft.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { Revision } from "#app/ui/editor/draft-head.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { formatCount, formatHash, formatInstant } from "#app/ui/format.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { LintPanel } from "#app/ui/lint-panel.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Section } from "#app/ui/section.tsx";
import { VersionChanges } from "#app/ui/version-changes.tsx";
import { ImportReport } from "./import-report.tsx";
import { UseCaiq } from "./use-caiq.tsx";

export const handle = { place: "questionnaires" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.fileName ?? ""} · Import · Questionnaires · Vouchsafe` }];

export const loader = staffPage(async (ctx, { params }) => {
  const view = await viewDraft(ctx, params.draftId ?? "");
  return { ...view, fillable: view.caiq && mayEver(ctx.actor, "answer.prepare") ? await listFillable(ctx) : [] };
});

export const action = staffAction(async (ctx, { form, params }) => {
  const draftId = params.draftId ?? "";
  refuseUnknownFields(form, ["revision", "assessment"]);
  const revision = form.has("revision") ? parseForm(form, revisionFormSchema).revision : undefined;
  switch (form.get("intent")) {
    case "publish":
      return redirect(`/questionnaires/${(await publishDraft(ctx, draftId, revision)).questionnaireId}`);
    case "edit":
      await keepDraft(ctx, draftId);
      return redirect(`/questionnaires/drafts/${draftId}`);
    case "discard":
      await discardDraft(ctx, draftId, revision);
      return redirect("/questionnaires/import");
    case "use": {
      const assessmentId = String(form.get("assessment") ?? "");
      const caiq = await openDraftCaiq(ctx, draftId);
      if (assessmentId === "") throw new DomainError("invalid", "Choose whose questionnaire it is for.");
      return { used: await prepareFromCaiq(ctx, assessmentId, caiq) };
    }
    default:
      // What is sent without a button is seen first, so that a draft of others looks like none here, too.
      await viewDraft(ctx, draftId);
      throw new DomainError("invalid", "Choose Publish version, Edit or Discard.");
  }
});

export default function QuestionnaireDraft() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const error = answer && "error" in answer ? answer.error : undefined;
  const { id, version, title, installed, difference, refusal, timeZone } = view;
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          { label: "Questionnaires", href: "/questionnaires" },
          { label: "Import", href: "/questionnaires/import" },
        ]}
        actions={
          <>
            <LinkButton href={`/questionnaires/drafts/${view.draftId}/preview`} icon="eye">
              Preview as vendor
            </LinkButton>
            <LinkButton href={`/questionnaires/import/${view.draftId}/file`} icon="download">
              Download YAML
            </LinkButton>
          </>
        }
        sub={`Read from ${[view.fileName, ...view.extensionNames].join(", ")}${view.isEdited ? ", edited since" : ""}. Nothing is published yet; the draft is kept until ${formatInstant(new Date(view.expiresAt), timeZone)}.`}
      />
      <ErrorSummary title="The version was not published" errors={error ? [{ href: "#publish", message: error.detail }] : []} />
      <div className="stack stack-40">
        <Section id="publish" title="What would be published">
          <div className="stack stack-16">
            <Facts
              facts={[
                { name: "Id", value: <span className="mono">{id}</span> },
                { name: "Version", value: installed ? `${version}, after ${installed}` : `${version}, the first` },
                { name: "Holds", value: `${counted(view.questions, "question")} in ${counted(view.sections, "section")}` },
                { name: "Languages", value: view.languages.join(", ") },
                { name: "Licence", value: view.license },
                { name: "Kind of file", value: view.kind },
                {
                  name: "SHA-256",
                  value: (
                    <span className="mono" title={view.sha256}>
                      {formatHash(view.sha256)}
                    </span>
                  ),
                },
              ]}
            />
            {refusal ? (
              <Callout tone="warn" title="It cannot be published like this">
                {refusal}
              </Callout>
            ) : (
              <p className="muted">A published version never changes, and cannot be taken back. It can be chosen at once when sending.</p>
            )}
            <div className="row">
              {refusal === null && (
                <form method="post">
                  <Revision of={view} />
                  <Button tone="primary" name="intent" value="publish">
                    Publish version
                  </Button>
                </form>
              )}
              <form method="post">
                <Button name="intent" value="edit" icon="pencil">
                  Edit
                </Button>
              </form>
              <form method="post">
                <Revision of={view} />
                <Button name="intent" value="discard">
                  Discard
                </Button>
              </form>
            </div>
          </div>
        </Section>
        {view.caiq && view.fillable.length > 0 && (
          <UseCaiq {...view.caiq} fillable={view.fillable} used={answer && "used" in answer ? answer.used : undefined} />
        )}
        {view.isForeign && <ImportReport {...view} />}
        <LintPanel lint={view.lint} version={version} />
        {difference && <VersionChanges difference={difference} />}
      </div>
    </>
  );
}

const counted = (n: number, what: string): string => `${formatCount(n)} ${what}${n === 1 ? "" : "s"}`;
