// Title and scope of a draft: what it is called, its id and version, languages, for whom, whose work. P **Save**.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { aboutFormSchema, headTyped } from "#app/domain/questionnaire/edit/editor-forms.schema.ts";
import { setHead } from "#app/domain/questionnaire/edit/head.ts";
import { listIn, textsIn, valueIn } from "#app/domain/questionnaire/edit/question-input.ts";
import { categories, categoryTexts } from "#app/domain/vendor/categories.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { changeDraft } from "#app/server/questionnaires/drafts/change-draft.server.ts";
import { viewDraftAbout } from "#app/server/questionnaires/drafts/draft-forms.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/checkbox.tsx";
import { DraftHead, draftHref, Revision } from "#app/ui/editor/draft-head.tsx";
import { failureOf } from "#app/ui/editor/failure.ts";
import { TextPair } from "#app/ui/editor/text-pair.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormActions } from "#app/ui/form-section.tsx";
import { Input } from "#app/ui/input.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Select } from "#app/ui/select.tsx";

export const handle = { place: "questionnaires" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.hasFailed ? "Error: " : ""}Title and scope · ${data?.title ?? ""} · Vouchsafe` },
];

export const loader = staffPage(async (ctx, { params, hasFailed }) => ({
  ...(await viewDraftAbout(ctx, params.draftId ?? "")),
  hasFailed,
}));

export const action = staffAction(async (ctx, { form, params: { draftId = "" } }) => {
  const typed = parseForm(form, aboutFormSchema);
  await changeDraft(ctx, draftId, typed.revision, {
    change: "head_changed",
    apply: (before, published) => {
      const questionnaire = setHead(before, headTyped(typed), published.questions.size > 0 ? { fixedId: before.id } : {});
      return { questionnaire, of: questionnaire.id };
    },
  });
  return redirect(draftHref(draftId));
});

const both = [
  { value: "en", label: "English" },
  { value: "de", label: "German" },
];

export default function DraftAbout() {
  const view = useLoaderData<typeof loader>();
  const failure = failureOf(useActionData<typeof action>(), "Nothing was saved");
  const { values, fields } = failure;
  const of = (name: "id" | "version" | "sourceName" | "license") => (values ? valueIn(values, name) : view[name]);
  const list = (name: string, otherwise: readonly (string | number)[]) => (values ? listIn(values, name) : otherwise.map(String));
  return (
    <>
      <DraftHead draft={view} title="Title and scope" failure={failure} />
      <form method="post" className="editor fields">
        <Revision of={view} />
        <TextPair
          name="title"
          label="Title"
          languages={view.languages}
          value={values ? textsIn(values, "title") : view.name}
          errors={fields}
          lines={1}
        />
        <div className="editor__row">
          <Field
            name="id"
            label="Id"
            hint={view.isNewVersion ? "Published: it stays." : "Stands in addresses and in every assessment."}
            error={fields.id}
          >
            <Input className="mono" maxLength={64} readOnly={view.isNewVersion} defaultValue={of("id")} autoComplete="off" />
          </Field>
          <Field
            name="version"
            label="Version"
            hint="Wording only is a minor one, 1.1.0; what moves a score is a major one, 2.0.0."
            error={fields.version}
          >
            <Input maxLength={20} defaultValue={of("version")} autoComplete="off" />
          </Field>
        </div>
        <div className="editor__row">
          <Field name="source" label="Source language" hint="Every text has it; others fall back to it." error={fields.source}>
            <Select options={both} defaultValue={values ? valueIn(values, "source") : view.languages[0]} />
          </Field>
          <CheckboxGroup
            name="languages"
            legend="Languages"
            error={fields.languages}
            options={both}
            defaultValues={list("languages", view.languages)}
          />
        </div>
        <div className="editor__row">
          <CheckboxGroup
            name="categories"
            legend="For vendors of"
            hint="None means any. It is proposed to these."
            error={fields.categories}
            options={categories.map((value) => ({ value, label: categoryTexts[value] }))}
            defaultValues={list("categories", view.categories)}
          />
          <CheckboxGroup
            name="tiers"
            legend="For tiers"
            hint="None means any."
            error={fields.tiers}
            options={[1, 2, 3, 4].map((tier) => ({ value: String(tier), label: `Tier ${tier}` }))}
            defaultValues={list("tiers", view.tiers)}
          />
        </div>
        <div className="editor__row">
          <Field name="sourceName" label="Whose work" error={fields.sourceName}>
            <Input maxLength={300} defaultValue={of("sourceName")} autoComplete="off" />
          </Field>
          <Field name="license" label="Licence" error={fields.license}>
            <Input maxLength={300} defaultValue={of("license")} autoComplete="off" />
          </Field>
        </div>
        <FormActions>
          <Button tone="primary" large>
            Save
          </Button>
          <LinkButton href={draftHref(view.draftId)} large tone="ghost">
            Cancel
          </LinkButton>
        </FormActions>
      </form>
    </>
  );
}
