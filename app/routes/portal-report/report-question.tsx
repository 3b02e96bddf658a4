// One question of a report: what it would answer, in words; behind **Change** the other answers; whether it is taken, and from which page.
import type { AnswerField, RawAnswer } from "#app/domain/assessment/answer-input.ts";
import { fieldName, questionId } from "#app/domain/assessment/answer-names.ts";
import { answerWords } from "#app/i18n/answer-words.ts";
import type { ReportItem } from "#app/server/assessments/portal/reports.queries.server.ts";
import { Choice } from "#app/ui/choice.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { fieldId } from "#app/ui/field-context.ts";
import { FieldError } from "#app/ui/field-error.tsx";
import { Input } from "#app/ui/input.tsx";
import { AnswerControl } from "#app/ui/portal/answer-control.tsx";
import { QuestionLegend } from "#app/ui/portal/question-legend.tsx";
import { typedOf } from "#app/ui/portal/typed.ts";
import { Textarea } from "#app/ui/textarea.tsx";
import { usePortalWords } from "#app/ui/words.ts";

export interface ReportQuestionProps {
  item: ReportItem;
  typed: RawAnswer | undefined;
  errors: Partial<Record<AnswerField, string>>;
  today: string;
}

export function ReportQuestion({ item, typed, errors, today }: ReportQuestionProps) {
  const words = usePortalWords();
  const { role, view, section } = item;
  const { key } = view.question;
  const hasErrors = Object.keys(errors).length > 0;
  // Came back from the server: a box that is not there was not ticked.
  const isTaken = typed === undefined || typed.instead === "covered";
  return (
    <fieldset className={hasErrors ? "q q--error preset" : "q preset"} id={questionId(key)}>
      <QuestionLegend view={view} />
      <p className="q__hint">{section}</p>
      <input type="hidden" name={fieldName("base", key)} value={view.answer?.revision ?? 0} />
      {role === "answer" && <Proposed item={item} typed={typed} errors={errors} />}
      {role === "prove" && (
        <p className="preset__said">
          {words.reports.yours}: <b>{answerWords(view.question, view.answer?.value ?? null, words)}</b>
        </p>
      )}
      {role === "fill" && <Filled item={item} typed={typed} errors={errors} today={today} />}
      <div className="preset__take">
        <Choice
          type="checkbox"
          name={fieldName("instead", key)}
          value="covered"
          defaultChecked={isTaken}
          label={role === "answer" ? words.reports.take : words.reports.prove}
        />
        <Field name={fieldName("page", key)} label={words.reports.pageOwn} isOptional error={errors.instead}>
          <Input defaultValue={typed?.page ?? ""} maxLength={500} autoComplete="off" />
        </Field>
      </div>
    </fieldset>
  );
}

type PartProps = Omit<ReportQuestionProps, "today">;

function Proposed({ item: { proposal, proposalWords, view }, typed, errors }: PartProps) {
  const words = usePortalWords();
  const { key, options, type } = view.question;
  if (proposal === null) return <p className="preset__said">{words.reports.isTheReport}</p>;
  const chosen = typed?.values[0] ?? proposal;
  const listed = options.length > 0 ? options : ["true", "false"].map((code) => ({ code, label: "", needsComment: false }));
  const label = (code: string, own: string) => own || (type === "boolean" && code === "true" ? words.question.yes : words.question.no);
  const name = fieldName("value", key);
  return (
    <>
      <p className="preset__said">
        <span className="preset__proposed">{words.reports.proposed}: </span>
        <b>{proposalWords}</b>
        <span className="preset__changed"> {words.reports.changed}</span>
      </p>
      <FieldError id={`${fieldId(name)}-error`} error={errors.value} />
      <Disclosure summary={words.reports.change} isOpen={chosen !== proposal || Object.keys(errors).length > 0} className="preset__change">
        <div className="choices">
          {listed.map(({ code, label: own, needsComment }, index) => (
            <Choice
              key={code}
              type="radio"
              id={index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`}
              name={name}
              value={code}
              defaultChecked={code === chosen}
              label={label(code, own)}
              opensMore={needsComment}
              data-other={code === proposal ? undefined : ""}
            />
          ))}
        </div>
      </Disclosure>
      {options.some(({ needsComment }) => needsComment) && (
        <div className="q__more q__more--comment">
          <Field name={fieldName("comment", key)} label={words.question.comment} error={errors.comment}>
            <Textarea defaultValue={typed?.comment ?? ""} />
          </Field>
        </div>
      )}
    </>
  );
}

function Filled({ item: { view }, typed, errors, today }: ReportQuestionProps) {
  const words = usePortalWords();
  const { question } = view;
  const { key } = question;
  const shown = typedOf({ typed: typed ?? null, answer: view.answer });
  const valueId = fieldId(fieldName("value", key));
  return (
    <>
      {question.guidance !== null && <p className="q__hint">{question.guidance}</p>}
      <FieldError id={`${valueId}-error`} error={errors.value} />
      <AnswerControl view={view} typed={shown} words={words} isInvalid={errors.value !== undefined} today={today} />
      {question.options.some(({ needsComment }) => needsComment) && (
        <div className="q__more q__more--comment">
          <Field name={fieldName("comment", key)} label={words.question.comment} error={errors.comment}>
            <Textarea defaultValue={shown.comment} />
          </Field>
        </div>
      )}
      <div className="q__more q__more--reason">
        <Field name={fieldName("reason", key)} label={words.question.reason} hint={words.question.reasonHint} error={errors.reason}>
          <Textarea defaultValue={shown.reason} rows={2} />
        </Field>
      </div>
    </>
  );
}
