// A draft in the editor: its outline, what the linter says, what may be done with it. P **Publish version**, or **Add section** while it is empty.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DomainError } from "#app/domain/errors.ts";
import { removeConflict } from "#app/domain/questionnaire/edit/conditions.ts";
import { revisionFormSchema } from "#app/domain/questionnaire/edit/editor-forms.schema.ts";
import { moveQuestion } from "#app/domain/questionnaire/edit/questions.ts";
import { moveSection } from "#app/domain/questionnaire/edit/sections.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { changeDraft } from "#app/server/questionnaires/drafts/change-draft.server.ts";
import { discardDraft } from "#app/server/questionnaires/drafts/discard-draft.server.ts";
import { viewDraftOverview } from "#app/server/questionnaires/drafts/draft-overview.queries.server.ts";
import { undoChange } from "#app/server/questionnaires/drafts/undo-change.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog, DialogActions } from "#app/ui/dialog.tsx";
import { draftHref, Revision } from "#app/ui/editor/draft-head.tsx";
import { DraftLint } from "#app/ui/editor/draft-lint.tsx";
import { failureOf } from "#app/ui/editor/failure.ts";
import { OutlineOf } from "#app/ui/editor/outline.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Section } from "#app/ui/section.tsx";
import { Conflicts } from "./conflicts.tsx";
import { DraftFacts } from "./draft-facts.tsx";

export const handle = { place: "questionnaires" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.hasFailed ? "Error: " : ""}${data?.title ?? ""} · Draft · Questionnaires · Vouchsafe` },
];

export const loader = staffPage(async (ctx, { params, hasFailed }) => ({
  ...(await viewDraftOverview(ctx, params.draftId ?? "")),
  hasFailed,
}));

export const action = staffAction(async (ctx, { form, params }) => {
  const draftId = params.draftId ?? "";
  const base = draftHref(draftId);
  const [button = "", of = ""] = String(form.get("intent") ?? "").split(":");
  const { revision } = parseForm(form, revisionFormSchema);
  const by = button.endsWith("-up") ? -1 : 1;
  switch (button) {
    case "discard":
      await discardDraft(ctx, draftId, revision);
      return redirect("/questionnaires");
    case "undo":
      await undoChange(ctx, draftId, revision);
      return redirect(base);
    case "conflict-away":
      await changeDraft(ctx, draftId, revision, { change: "conflict_deleted", apply: (before) => removeConflict(before, of) });
      return redirect(`${base}#conflicts`);
    case "section-up":
    case "section-down":
      await changeDraft(ctx, draftId, revision, { change: "section_moved", apply: (before) => moveSection(before, of, by) });
      return redirect(`${base}#section-${of}`);
    case "question-up":
    case "question-down":
      await changeDraft(ctx, draftId, revision, { change: "question_moved", apply: (before) => moveQuestion(before, of, by) });
      return redirect(`${base}#question-${of}`);
    default:
      // What is sent without a button is seen first, so that a draft of others looks like none here, too.
      await viewDraftOverview(ctx, draftId);
      throw new DomainError("invalid", "Choose one of the buttons.");
  }
});

export default function Draft() {
  const view = useLoaderData<typeof loader>();
  const failure = failureOf(useActionData<typeof action>(), "Nothing was changed");
  const { draftId, title, sections, questions } = view;
  const base = draftHref(draftId);
  const isEmpty = sections.length === 0;
  return (
    <>
      <PageHead
        title={title}
        crumbs={[{ label: "Questionnaires", href: "/questionnaires" }, { label: "Draft" }]}
        sub={`${view.id} ${view.version}, ${view.installed === null ? "the first version" : `after ${view.installed}`}. Every step is saved at once; vendors see nothing of it before it is published.`}
        actions={
          questions > 0 && (
            <>
              <LinkButton href={`${base}/preview`} icon="eye">
                Preview as vendor
              </LinkButton>
              <LinkButton href={`/questionnaires/import/${draftId}/file`} icon="download">
                Download YAML
              </LinkButton>
              <LinkButton tone="primary" href={`${base}/publish`}>
                Publish version
              </LinkButton>
            </>
          )
        }
      />
      <ErrorSummary title={failure.title} errors={failure.errors.map(({ message }) => ({ href: "#outline", message }))} />
      <div className="stack stack-32">
        <DraftFacts view={view} />
        <Section id="outline" title="Questions">
          {isEmpty ? (
            <EmptyState
              icon="list-checks"
              title="No section yet"
              actions={
                <LinkButton tone="primary" href={`${base}/section`}>
                  Add section
                </LinkButton>
              }
            >
              Questions stand in sections. Begin with the first one.
            </EmptyState>
          ) : (
            <form method="post" className="stack stack-16">
              <Revision of={view} />
              {sections.map((section) => (
                <OutlineOf key={section.id} draftId={draftId} section={section} />
              ))}
              <LinkButton href={`${base}/section`} icon="plus">
                Add section
              </LinkButton>
            </form>
          )}
        </Section>
        {view.conflicts.length > 0 && <Conflicts view={view} />}
        {!isEmpty && <DraftLint draftId={draftId} problems={view.problems} />}
        <Dialog
          id="discard"
          trigger={{ label: "Discard draft" }}
          title="Discard this draft?"
          description="Everything written here is gone then. Published versions stay."
        >
          <form method="post">
            <Revision of={view} />
            <DialogActions dialogId="discard" cancel="Keep it">
              <Button tone="danger" name="intent" value="discard">
                Discard draft
              </Button>
            </DialogActions>
          </form>
        </Dialog>
      </div>
    </>
  );
}
