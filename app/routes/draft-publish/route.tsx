// Publishing a draft: what the linter says, what changed, which notes that asks for, what past answers would score. P **Publish version**.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { notesFormSchema, revisionFormSchema } from "#app/domain/questionnaire/edit/editor-forms.schema.ts";
import { setNotes } from "#app/domain/questionnaire/edit/notes.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { changeDraft } from "#app/server/questionnaires/drafts/change-draft.server.ts";
import { viewDraftPublish } from "#app/server/questionnaires/drafts/draft-publish.queries.server.ts";
import { publishDraft } from "#app/server/questionnaires/drafts/publish-draft.server.ts";
import { rescoreDraft } from "#app/server/questionnaires/drafts/rescore-draft.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { DraftHead, draftHref, Revision } from "#app/ui/editor/draft-head.tsx";
import { DraftLint } from "#app/ui/editor/draft-lint.tsx";
import { failureOf } from "#app/ui/editor/failure.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/section.tsx";
import { VersionChanges } from "#app/ui/version-changes.tsx";
import { ChangeNotes } from "./change-notes.tsx";
import { RescoredTable } from "./rescored-table.tsx";

export const handle = { place: "questionnaires" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.hasFailed ? "Error: " : ""}Publish · ${data?.title ?? ""} · Vouchsafe` },
];

export const loader = staffPage(async (ctx, { params, url, hasFailed }) => {
  const draftId = params.draftId ?? "";
  const view = await viewDraftPublish(ctx, draftId);
  return { ...view, rescored: url.searchParams.has("rescore") ? await rescoreDraft(ctx, draftId) : null, hasFailed };
});

export const action = staffAction(async (ctx, { form, params: { draftId = "" } }) => {
  const here = `${draftHref(draftId)}/publish`;
  switch (form.get("intent")) {
    case "notes": {
      const { revision, noteOf, noteEn, noteDe, carried } = parseForm(form, notesFormSchema);
      const rows = noteOf.map((of, at) => ({
        of,
        isCarried: carried.includes(String(at)),
        note: { en: noteEn[at] ?? "", de: noteDe[at] ?? "" },
      }));
      await changeDraft(ctx, draftId, revision, {
        change: "note_changed",
        apply: (before) => ({ questionnaire: setNotes(before, rows), of: before.id }),
      });
      return redirect(`${here}#changes`);
    }
    case "version": {
      const { revision } = parseForm(form, revisionFormSchema);
      const { versionAskedFor: version } = await viewDraftPublish(ctx, draftId);
      await changeDraft(ctx, draftId, revision, {
        change: "head_changed",
        apply: (before) => ({ questionnaire: { ...before, version: version ?? before.version }, of: before.id }),
      });
      return redirect(here);
    }
    default: {
      const { revision } = parseForm(form, revisionFormSchema);
      return redirect(`/questionnaires/${(await publishDraft(ctx, draftId, revision)).questionnaireId}`);
    }
  }
});

export default function DraftPublish() {
  const view = useLoaderData<typeof loader>();
  const failure = failureOf(useActionData<typeof action>(), "The version was not published");
  const { draftId, id, version, installed, refusal, difference, notes, rescored } = view;
  return (
    <>
      <DraftHead
        draft={view}
        title={`Publish ${id} ${version}`}
        sub={
          installed === null
            ? "The first version of this questionnaire."
            : `After ${installed}, which stays with the assessments it was sent with.`
        }
        failure={failure}
      />
      <div className="stack stack-32">
        <Section id="publish" title="Publish">
          <div className="stack stack-16">
            {view.versionAskedFor !== null && (
              <form method="post">
                <Callout tone="warn" title={`What changed asks for version ${view.versionAskedFor}`}>
                  <p>Options, scoring or ids that change make a major version; wording a minor one.</p>
                  <Revision of={view} />
                  <Button name="intent" value="version">
                    Make it {view.versionAskedFor}
                  </Button>
                </Callout>
              </form>
            )}
            {refusal !== null ? (
              <Callout tone="warn" title="It cannot be published yet">
                {refusal}
              </Callout>
            ) : (
              <p className="muted">A published version never changes, and cannot be taken back. It can be chosen at once when sending.</p>
            )}
            <form method="post" className="row">
              <Revision of={view} />
              {refusal === null && (
                <Button tone="primary" name="intent" value="publish">
                  Publish version
                </Button>
              )}
              <LinkButton href={draftHref(draftId)}>Back to the draft</LinkButton>
            </form>
          </div>
        </Section>
        <DraftLint draftId={draftId} problems={view.problems} />
        {notes.length > 0 && <ChangeNotes view={view} failure={failure} />}
        {difference && <VersionChanges difference={difference} />}
        {installed !== null && (
          <Section id="rescore" title="Past answers under this draft" note="nothing is stored">
            {rescored ? (
              <RescoredTable {...rescored} />
            ) : (
              <LinkButton href="?rescore#rescore" icon="refresh-cw">
                Re-score past answers
              </LinkButton>
            )}
          </Section>
        )}
      </div>
    </>
  );
}
