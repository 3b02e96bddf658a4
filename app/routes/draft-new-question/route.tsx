// A new question: its words and how it is answered; everything else comes on its own screen. P **Add question**.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newQuestionFormSchema } from "#app/domain/questionnaire/edit/editor-forms.schema.ts";
import { textsIn, valueIn } from "#app/domain/questionnaire/edit/question-input.ts";
import { addQuestion } from "#app/domain/questionnaire/edit/questions.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { changeDraft } from "#app/server/questionnaires/drafts/change-draft.server.ts";
import { viewNewQuestion } from "#app/server/questionnaires/drafts/draft-forms.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { DraftHead, draftHref, Revision } from "#app/ui/editor/draft-head.tsx";
import { failureOf } from "#app/ui/editor/failure.ts";
import { TextPair } from "#app/ui/editor/text-pair.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormActions } from "#app/ui/form-section.tsx";
import { Input } from "#app/ui/input.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";

export const handle = { place: "questionnaires" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.hasFailed ? "Error: " : ""}New question · ${data?.title ?? ""} · Vouchsafe` },
];

export const loader = staffPage(async (ctx, { params, hasFailed }) => ({
  ...(await viewNewQuestion(ctx, params.draftId ?? "", params.sectionId ?? "")),
  hasFailed,
}));

export const action = staffAction(async (ctx, { form, params: { draftId = "", sectionId = "" } }) => {
  const { revision, id, type, ...typed } = parseForm(form, newQuestionFormSchema);
  const input = { id, type, text: textsIn(typed, "text") };
  const of = await changeDraft(ctx, draftId, revision, {
    change: "question_added",
    apply: (before, published) => addQuestion(before, sectionId, input, published),
  });
  return redirect(`${draftHref(draftId)}/question/${of}`);
});

const types = [
  { value: "choice", label: "One of several options" },
  { value: "boolean", label: "Yes or no" },
  { value: "multichoice", label: "Several options" },
  { value: "number", label: "A number" },
  { value: "date", label: "A date" },
  { value: "text", label: "Text" },
  { value: "table", label: "A table", hint: "Rows the vendor fills in: subprocessors, locations." },
  { value: "file", label: "A document" },
];

export default function NewQuestion() {
  const view = useLoaderData<typeof loader>();
  const failure = failureOf(useActionData<typeof action>(), "Nothing was saved");
  const { values, fields } = failure;
  const base = draftHref(view.draftId);
  return (
    <>
      <DraftHead
        draft={view}
        title="New question"
        between={[{ label: view.section.title, href: `${base}#section-${view.section.id}` }]}
        failure={failure}
      />
      <form method="post" className="editor fields">
        <Revision of={view} />
        <TextPair
          name="text"
          label="Question"
          hint="One fact, plain words. “You” is the vendor, “we” are the shop."
          languages={view.languages}
          value={values ? textsIn(values, "text") : { en: "", de: "" }}
          errors={fields}
        />
        <RadioGroup
          name="type"
          legend="Answered with"
          className="choices-two"
          error={fields.type}
          defaultValue={values ? valueIn(values, "type") : "choice"}
          options={types}
        />
        <Field name="id" label="Id" hint="Left empty, it is made from the question. Answers are stored by it." error={fields.id} isOptional>
          <Input className="mono" maxLength={64} defaultValue={values ? valueIn(values, "id") : ""} autoComplete="off" />
        </Field>
        <FormActions>
          <Button tone="primary" large>
            Add question
          </Button>
          <LinkButton href={base} large tone="ghost">
            Cancel
          </LinkButton>
        </FormActions>
      </form>
    </>
  );
}
