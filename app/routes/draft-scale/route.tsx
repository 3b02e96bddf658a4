// A scale of a draft: options that several questions share. P **Save scale**.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { arrangedRows } from "#app/domain/questionnaire/edit/arrange-rows.ts";
import { revisionFormSchema, scaleFormSchema } from "#app/domain/questionnaire/edit/editor-forms.schema.ts";
import { optionRowsIn, valueIn } from "#app/domain/questionnaire/edit/question-input.ts";
import { removeScale, setScale } from "#app/domain/questionnaire/edit/scales.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { changeDraft } from "#app/server/questionnaires/drafts/change-draft.server.ts";
import { viewDraftScale } from "#app/server/questionnaires/drafts/draft-forms.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { DraftHead, draftHref, Revision } from "#app/ui/editor/draft-head.tsx";
import { failureOf } from "#app/ui/editor/failure.ts";
import { OptionRows } from "#app/ui/editor/option-rows.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormActions } from "#app/ui/form-section.tsx";
import { Input } from "#app/ui/input.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";

export const handle = { place: "questionnaires" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.hasFailed ? "Error: " : ""}Scale ${data?.scaleId ?? ""} · ${data?.title ?? ""} · Vouchsafe` },
];

export const loader = staffPage(async (ctx, { params, hasFailed }) => ({
  ...(await viewDraftScale(ctx, params.draftId ?? "", params.scaleId)),
  hasFailed,
}));

export const action = staffAction(async (ctx, { form, params: { draftId = "", scaleId } }) => {
  const base = draftHref(draftId);
  const intent = String(form.get("intent") ?? "");
  if (intent === "delete" && scaleId !== undefined) {
    const { revision } = parseForm(form, revisionFormSchema);
    await changeDraft(ctx, draftId, revision, { change: "scale_changed", apply: (before) => removeScale(before, scaleId) });
    return redirect(base);
  }
  const { revision, id, ...typed } = parseForm(form, scaleFormSchema);
  const [, what, at] = /^option-(up|down|away):(\d{1,3})$/.exec(intent) ?? [];
  const rows = optionRowsIn(typed);
  const options = what === undefined ? rows : arrangedRows(rows, what, Number(at));
  const of = await changeDraft(ctx, draftId, revision, {
    change: "scale_changed",
    apply: (before) => setScale(before, scaleId, { id, options }),
  });
  return redirect(what === undefined ? base : `${base}/scale/${of}`);
});

export default function DraftScale() {
  const view = useLoaderData<typeof loader>();
  const failure = failureOf(useActionData<typeof action>(), "Nothing was saved");
  const { values, fields } = failure;
  const { scaleId, users, draftId } = view;
  const base = draftHref(draftId);
  return (
    <>
      <DraftHead
        draft={view}
        title={scaleId === null ? "New scale" : `Scale ${scaleId}`}
        sub="Options that several questions share: changed once, changed for all of them."
        failure={failure}
      />
      <form method="post" className="editor fields">
        <button type="submit" className="sr" tabIndex={-1} aria-hidden="true">
          Save scale
        </button>
        <Revision of={view} />
        {scaleId === null && (
          <Field name="id" label="Name" hint="A letter, then letters, digits, - and _. Left empty: scale." error={fields.id} isOptional>
            <Input className="mono" maxLength={64} defaultValue={values ? valueIn(values, "id") : ""} autoComplete="off" />
          </Field>
        )}
        <OptionRows rows={values ? optionRowsIn(values) : view.options} languages={view.languages} errors={fields} />
        {scaleId !== null && (
          <p className="muted">
            {users.length === 0 ? "No question uses it." : "Used by "}
            {users.map(({ id, text }, at) => (
              <span key={id}>
                {at > 0 && ", "}
                <a href={`${base}/question/${id}`}>{text}</a>
              </span>
            ))}
          </p>
        )}
        <FormActions>
          <Button tone="primary" large>
            Save scale
          </Button>
          <LinkButton href={base} large tone="ghost">
            Cancel
          </LinkButton>
        </FormActions>
      </form>
      {scaleId !== null && (
        <form method="post" className="editor editor__delete">
          <Revision of={view} />
          <Button name="intent" value="delete" icon="trash-2" id="f-delete">
            Delete scale
          </Button>
        </form>
      )}
    </>
  );
}
