// A section of a draft: title, weight, condition. P **Add section** or **Save section**; it can be deleted, and the change taken back.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { revisionFormSchema, sectionFormSchema } from "#app/domain/questionnaire/edit/editor-forms.schema.ts";
import { textsIn, valueIn } from "#app/domain/questionnaire/edit/question-input.ts";
import { addSection, changeSection, removeSection } from "#app/domain/questionnaire/edit/sections.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { changeDraft } from "#app/server/questionnaires/drafts/change-draft.server.ts";
import { viewDraftSection } from "#app/server/questionnaires/drafts/draft-forms.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { DraftHead, draftHref, Revision } from "#app/ui/editor/draft-head.tsx";
import { failureOf } from "#app/ui/editor/failure.ts";
import { TextPair } from "#app/ui/editor/text-pair.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormActions } from "#app/ui/form-section.tsx";
import { Input } from "#app/ui/input.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";

export const handle = { place: "questionnaires" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.hasFailed ? "Error: " : ""}${data?.section?.title ?? "New section"} · ${data?.title ?? ""} · Vouchsafe` },
];

export const loader = staffPage(async (ctx, { params, hasFailed }) => ({
  ...(await viewDraftSection(ctx, params.draftId ?? "", params.sectionId)),
  hasFailed,
}));

export const action = staffAction(async (ctx, { form, params: { draftId = "", sectionId } }) => {
  const base = draftHref(draftId);
  if (form.get("intent") === "delete" && sectionId !== undefined) {
    const { revision } = parseForm(form, revisionFormSchema);
    await changeDraft(ctx, draftId, revision, { change: "section_deleted", apply: (before) => removeSection(before, sectionId) });
    return redirect(base);
  }
  const typed = parseForm(form, sectionFormSchema);
  const input = { id: typed.id, title: textsIn(typed, "title"), weight: typed.weight };
  const of = await changeDraft(ctx, draftId, typed.revision, {
    change: sectionId === undefined ? "section_added" : "section_changed",
    apply: (before, published) =>
      sectionId === undefined ? addSection(before, input, published) : changeSection(before, sectionId, input, published),
  });
  return redirect(sectionId === undefined ? `${base}/add-question/${of}` : `${base}#section-${of}`);
});

export default function DraftSection() {
  const view = useLoaderData<typeof loader>();
  const failure = failureOf(useActionData<typeof action>(), "Nothing was saved");
  const { values, fields } = failure;
  const { section, languages, draftId, others } = view;
  const base = draftHref(draftId);
  const name = values ? textsIn(values, "title") : (section?.name ?? { en: "", de: "" });
  const sum = others.reduce((total, { weight }) => total + weight, 0);
  return (
    <>
      <DraftHead draft={view} title={section?.title ?? "New section"} failure={failure} />
      <form method="post" className="editor fields">
        <Revision of={view} />
        <TextPair name="title" label="Title" languages={languages} value={name} errors={fields} lines={1} />
        <div className="editor__row">
          <Field
            name="weight"
            label="Weight"
            hint={
              others.length === 0
                ? "1 to 1000, against the weights of other sections."
                : `1 to 1000. The other sections weigh ${sum} together.`
            }
            error={fields.weight}
          >
            <Input inputMode="numeric" maxLength={4} defaultValue={values ? valueIn(values, "weight") : (section?.weight ?? "1")} />
          </Field>
          <Field
            name="id"
            label="Id"
            hint={section?.isPublished ? "Published: it stays." : "Left empty, it is made from the title."}
            error={fields.id}
            isOptional={!section?.isPublished}
          >
            <Input
              className="mono"
              maxLength={64}
              readOnly={section?.isPublished}
              defaultValue={values ? valueIn(values, "id") : (section?.id ?? "")}
              autoComplete="off"
            />
          </Field>
        </div>
        {section && (
          <p>
            <b>Asked when</b> {section.condition ?? "always"}. <a href={`${base}/condition/section/${section.id}`}>Edit condition</a>
          </p>
        )}
        <FormActions>
          <Button tone="primary" large>
            {section ? "Save section" : "Add section"}
          </Button>
          <LinkButton href={base} large tone="ghost">
            Cancel
          </LinkButton>
        </FormActions>
      </form>
      {section && (
        <form method="post" className="editor editor__delete">
          <Revision of={view} />
          <Button name="intent" value="delete" icon="trash-2" id="f-delete">
            Delete section
          </Button>
          <span className="quiet">
            {section.questions === 0 ? "It has no questions." : `With its ${section.questions} questions.`} You can take it back on the
            draft.
          </span>
        </form>
      )}
    </>
  );
}
