// A question answered again after submitting: its present answer to change, and room for an explanation in any case.
import type { ReactNode } from "react";
import { fieldName, questionId } from "#app/domain/assessment/answer-names.ts";
import type { VendorQuestionView } from "#app/domain/assessment/vendor-page.ts";
import type { Messages } from "#app/i18n/en.ts";
import { Field } from "../field.tsx";
import { fieldId } from "../field-context.ts";
import { FieldError } from "../field-error.tsx";
import { FileList } from "../file-list.tsx";
import { formatBytes, formatHash } from "../format.ts";
import { Textarea } from "../textarea.tsx";
import { useKitWords } from "../words.ts";
import { AnswerControl } from "./answer-control.tsx";
import { QuestionLegend } from "./question-legend.tsx";
import { Thread } from "./thread.tsx";
import { typedOf } from "./typed.ts";

export interface RevisedAnswerProps {
  view: VendorQuestionView;
  words: Messages["portal"];
  timeZone: string;
  today: string;
  /** Of the room for an explanation. */
  label: string;
  /** How a missing document is stood in for; without it that stays as it is. */
  children?: ReactNode;
}

export function RevisedAnswer({ view, words, timeZone, today, label, children }: RevisedAnswerProps) {
  const kit = useKitWords();
  const { question, errors, files, messages } = view;
  const { key } = question;
  const typed = typedOf(view);
  const valueId = fieldId(fieldName("value", key));
  return (
    <fieldset className={errors.value === undefined ? "q" : "q q--error"} id={questionId(key)}>
      <QuestionLegend view={view} />
      {question.guidance !== null && <p className="q__hint">{question.guidance}</p>}
      <FieldError id={`${valueId}-error`} error={errors.value} />
      <AnswerControl view={view} typed={typed} words={words} isInvalid={errors.value !== undefined} today={today} />
      <Field name={fieldName("comment", key)} label={label} error={errors.comment}>
        <Textarea defaultValue={typed.comment} />
      </Field>
      <div className="q__more q__more--reason">
        <Field name={fieldName("reason", key)} label={words.question.reason} hint={words.question.reasonHint} error={errors.reason}>
          <Textarea defaultValue={typed.reason} rows={2} />
        </Field>
      </div>
      {children ?? <SameStandIn view={view} error={errors.instead} />}
      <FileList
        files={files.map(({ id, name, bytes, sha256 }) => ({
          id,
          name,
          state: "stored",
          note: `${formatBytes(bytes, kit)} · SHA-256 ${formatHash(sha256)}`,
        }))}
      />
      {question.evidence !== null && children === undefined && (
        <div className="q__foot">
          <a href={`/vendor/evidence/${encodeURIComponent(key)}`}>{words.evidence.attach}</a>
        </div>
      )}
      {messages.length > 0 && <Thread messages={messages} words={words} timeZone={timeZone} today={today} />}
    </fieldset>
  );
}

function SameStandIn({ view, error }: { view: VendorQuestionView; error: string | undefined }) {
  const { key } = view.question;
  const typed = typedOf(view);
  return (
    <>
      {(["instead", "document", "page", "on"] as const).map((part) => (
        <input key={part} type="hidden" name={fieldName(part, key)} value={typed[part]} />
      ))}
      <FieldError id={`${fieldId(fieldName("value", key))}-instead-error`} error={error} />
    </>
  );
}
