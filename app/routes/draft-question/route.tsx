// A question of a draft, all of it: words, answer, score, evidence, mapping. Every button saves the whole form. P **Save question**.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { arranged } from "#app/domain/questionnaire/edit/arrange-rows.ts";
import { moveFormSchema, questionFormSchema, revisionFormSchema } from "#app/domain/questionnaire/edit/editor-forms.schema.ts";
import { questionInput } from "#app/domain/questionnaire/edit/question-input.ts";
import { changeQuestion, moveQuestionTo, removeQuestion } from "#app/domain/questionnaire/edit/questions.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { changeDraft } from "#app/server/questionnaires/drafts/change-draft.server.ts";
import { viewDraftQuestion } from "#app/server/questionnaires/drafts/draft-forms.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { DraftHead, draftHref, Revision } from "#app/ui/editor/draft-head.tsx";
import { failureOf } from "#app/ui/editor/failure.ts";
import { typeWords } from "#app/ui/editor/outline.tsx";
import { TextPair } from "#app/ui/editor/text-pair.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormActions, FormSection } from "#app/ui/form-section.tsx";
import { Input } from "#app/ui/input.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Select } from "#app/ui/select.tsx";
import { AnswerPart } from "./answer-part.tsx";
import { EvidencePart } from "./evidence-part.tsx";
import { MappingPart } from "./mapping-part.tsx";
import { ScorePart } from "./score-part.tsx";

export const handle = { place: "questionnaires" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.hasFailed ? "Error: " : ""}${data?.question.text ?? ""} · ${data?.title ?? ""} · Vouchsafe` },
];

export const loader = staffPage(async (ctx, { params, url, hasFailed }) => ({
  ...(await viewDraftQuestion(ctx, params.draftId ?? "", params.questionId ?? "")),
  isSaved: url.searchParams.has("saved"),
  hasFailed,
}));

export const action = staffAction(async (ctx, { form, params: { draftId = "", questionId = "" } }) => {
  const base = draftHref(draftId);
  const intent = String(form.get("intent") ?? "");
  switch (intent) {
    case "delete": {
      const { revision } = parseForm(form, revisionFormSchema);
      await changeDraft(ctx, draftId, revision, { change: "question_deleted", apply: (before) => removeQuestion(before, questionId) });
      return redirect(base);
    }
    case "move": {
      const { revision, section } = parseForm(form, moveFormSchema);
      await changeDraft(ctx, draftId, revision, {
        change: "question_moved",
        apply: (before) => moveQuestionTo(before, questionId, section),
      });
      return redirect(`${base}#question-${questionId}`);
    }
    default: {
      const { revision, ...typed } = parseForm(form, questionFormSchema);
      const input = arranged(questionInput(typed), intent);
      const of = await changeDraft(ctx, draftId, revision, {
        change: "question_changed",
        apply: (before, published) => changeQuestion(before, questionId, input, published),
      });
      return redirect(intent === "leave" ? `${base}#question-${of}` : `${base}/question/${of}?saved${intent === "" ? "" : "#answer"}`);
    }
  }
});

export default function DraftQuestion() {
  const view = useLoaderData<typeof loader>();
  const failure = failureOf(useActionData<typeof action>(), "Nothing was saved");
  const { fields: errors } = failure;
  const input = failure.values ? questionInput(failure.values) : view.question.fields;
  const { question, section, languages, draftId } = view;
  const base = draftHref(draftId);
  const part = { view, input, errors };
  return (
    <>
      <DraftHead
        draft={view}
        title={question.text}
        between={[{ label: section.title, href: `${base}#section-${section.id}` }]}
        sub={
          <>
            Question {section.number} of {section.of} in this section.{" "}
            {view.previous && <a href={`${base}/question/${view.previous}`}>Previous question</a>}
            {view.previous && view.next && " · "}
            {view.next && <a href={`${base}/question/${view.next}`}>Next question</a>}
          </>
        }
        failure={failure}
      />
      {view.isSaved && !failure.values && (
        <p className="saved" role="status">
          Saved.
        </p>
      )}
      <form method="post" className="editor" id="f-conditions">
        {/* Enter saves: the first button of a form is the one it presses. */}
        <button type="submit" className="sr" tabIndex={-1} aria-hidden="true">
          Save question
        </button>
        <Revision of={view} />
        <FormSection title="Words">
          <TextPair name="text" label="Question" languages={languages} value={input.text} errors={errors} />
          <TextPair name="why" label="Why we ask" languages={languages} value={input.why} errors={errors} isOptional />
          <TextPair
            name="guidance"
            label="Guidance"
            hint="What counts, what does not, and where to find it."
            languages={languages}
            value={input.guidance}
            errors={errors}
            isOptional
          />
          <div className="editor__row">
            <Field
              name="id"
              label="Id"
              hint={question.isPublished ? "Published: it stays." : "Conditions follow when you change it."}
              error={errors.id}
            >
              <Input className="mono" maxLength={64} readOnly={question.isPublished} defaultValue={input.id} autoComplete="off" />
            </Field>
            <Field name="type" label="Answered with" hint="Another type begins with new answers." error={errors.type}>
              <Select defaultValue={input.type} options={Object.entries(typeWords).map(([value, label]) => ({ value, label }))} />
            </Field>
          </div>
          <p className="editor__when">
            <b>Asked when</b> {question.condition ?? "always"}. <a href={`${base}/condition/question/${question.id}`}>Edit condition</a>
          </p>
        </FormSection>
        <AnswerPart {...part} />
        <ScorePart {...part} />
        <EvidencePart {...part} />
        <MappingPart {...part} />
        <FormActions>
          <Button tone="primary" large>
            Save question
          </Button>
          <Button name="intent" value="leave" large>
            Save and go back
          </Button>
          <LinkButton href={base} large tone="ghost">
            Cancel
          </LinkButton>
        </FormActions>
      </form>
      <div className="editor editor__delete">
        {view.sections.length > 1 && (
          <form method="post" className="row row--end" id="f-move">
            <Revision of={view} />
            <Field name="section" label="Move to section">
              <Select defaultValue={section.id} options={view.sections.map(({ id, title }) => ({ value: id, label: title }))} />
            </Field>
            <Button name="intent" value="move">
              Move
            </Button>
          </form>
        )}
        <form method="post" className="row">
          <Revision of={view} />
          <Button name="intent" value="delete" icon="trash-2" id="f-delete">
            Delete question
          </Button>
          <span className="quiet">You can take it back on the draft.</span>
        </form>
      </div>
    </>
  );
}
