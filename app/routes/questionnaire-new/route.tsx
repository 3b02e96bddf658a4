// New questionnaire: empty, with the questions of an installed one, or the next version of one. P **Create draft**.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type Beginning, beginnings } from "#app/domain/questionnaire/edit/begin.ts";
import { beginFormSchema } from "#app/domain/questionnaire/edit/editor-forms.schema.ts";
import { isTicked, valueIn } from "#app/domain/questionnaire/edit/question-input.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { beginDraft } from "#app/server/questionnaires/drafts/begin-draft.server.ts";
import { viewNewDraft } from "#app/server/questionnaires/drafts/draft-forms.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { draftHref } from "#app/ui/editor/draft-head.tsx";
import { failureOf } from "#app/ui/editor/failure.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormActions } from "#app/ui/form-section.tsx";
import { Input } from "#app/ui/input.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { Select } from "#app/ui/select.tsx";

export const handle = { place: "questionnaires" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.hasFailed ? "Error: " : ""}New questionnaire · Questionnaires · Vouchsafe` },
];

export const loader = staffPage(async (ctx, { url: { searchParams }, hasFailed }) => {
  const start: Beginning = beginnings.find((each) => each === searchParams.get("start")) ?? "empty";
  return { ...(await viewNewDraft(ctx)), start, base: searchParams.get("base")?.slice(0, 64) ?? "", hasFailed };
});

export const action = staffAction(async (ctx, { form }) => {
  const { draftId } = await beginDraft(ctx, parseForm(form, beginFormSchema));
  return redirect(draftHref(draftId));
});

export default function NewQuestionnaire() {
  const { installed, start, base } = useLoaderData<typeof loader>();
  const { values, fields, title, errors } = failureOf(useActionData<typeof action>(), "The draft was not created");
  const of = (name: string, otherwise: string) => (values ? valueIn(values, name) : otherwise);
  return (
    <>
      <PageHead
        title="New questionnaire"
        crumbs={[{ label: "Questionnaires", href: "/questionnaires" }]}
        sub="It begins as a draft. Nobody is asked anything before you publish it."
      />
      <ErrorSummary title={title} errors={errors} />
      <form method="post" className="form fields">
        <RadioGroup
          name="start"
          legend="Begin with"
          error={fields.start}
          defaultValue={of("start", start)}
          options={[
            { value: "empty", label: "An empty questionnaire" },
            {
              value: "template",
              label: "The questions of another questionnaire",
              hint: "A copy with an id of its own, to change as you like.",
            },
            {
              value: "version",
              label: "A new version of a questionnaire",
              hint: "The same id; the difference is shown before you publish.",
            },
          ]}
        />
        <Field name="base" label="Questionnaire" hint="For the second and third way." error={fields.base} isOptional>
          <Select
            placeholder="None"
            defaultValue={of("base", base)}
            options={installed.map(({ id, version, title: name }) => ({ value: id, label: `${name} (${id} ${version})` }))}
          />
        </Field>
        <Field name="title" label="Title" hint="What vendors read on top. A new version keeps its title." error={fields.title}>
          <Input maxLength={200} defaultValue={of("title", "")} autoComplete="off" />
        </Field>
        <RadioGroup
          name="language"
          legend="Written in"
          hint="The source language of an empty questionnaire; others fall back to it."
          defaultValue={of("language", "en")}
          options={[
            { value: "en", label: "English" },
            { value: "de", label: "German" },
          ]}
        />
        <Checkbox name="isBilingual" label="Also in the other language" defaultChecked={values ? isTicked(values, "isBilingual") : false} />
        <p className="muted">
          A file of your own or of another tool is read on the <a href="/questionnaires/import">import screen</a>, and can be edited from
          there.
        </p>
        <FormActions>
          <Button tone="primary" large>
            Create draft
          </Button>
          <LinkButton href="/questionnaires" large tone="ghost">
            Cancel
          </LinkButton>
        </FormActions>
      </form>
    </>
  );
}
