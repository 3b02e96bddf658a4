// One question sent back: what we ask, the question with its present answer to change, and room for an explanation in any case.
import { fieldName, questionId } from "#app/domain/assessment/answer-names.ts";
import type { VendorQuestionView } from "#app/domain/assessment/vendor-page.ts";
import type { Messages } from "#app/i18n/en.ts";
import { Field } from "../field.tsx";
import { fieldId } from "../field-context.ts";
import { FieldError } from "../field-error.tsx";
import { FileList } from "../file-list.tsx";
import { formatBytes, formatHash } from "../format.ts";
import { Textarea } from "../textarea.tsx";
import { AnswerControl } from "./answer-control.tsx";
import { QuestionLegend } from "./question-legend.tsx";
import { Thread } from "./thread.tsx";
import { typedOf } from "./typed.ts";

export interface ClarificationItemProps {
  ask: string;
  view: VendorQuestionView;
  words: Messages["portal"];
  timeZone: string;
  today: string;
}

export function ClarificationItem({ ask, view, words, timeZone, today }: ClarificationItemProps) {
  const { question, errors, files, messages } = view;
  const { key } = question;
  const typed = typedOf(view);
  const valueId = fieldId(fieldName("value", key));
  return (
    <>
      <div className="clarify">
        <p>
          <b>{words.clarifications.weAsk}</b>
        </p>
        <p className="pre">{ask}</p>
      </div>
      <fieldset className={errors.value === undefined ? "q" : "q q--error"} id={questionId(key)}>
        <QuestionLegend view={view} />
        {question.guidance !== null && <p className="q__hint">{question.guidance}</p>}
        <FieldError id={`${valueId}-error`} error={errors.value} />
        <AnswerControl view={view} typed={typed} words={words} isInvalid={errors.value !== undefined} today={today} />
        <Field name={fieldName("comment", key)} label={words.clarifications.open} error={errors.comment}>
          <Textarea defaultValue={typed.comment} />
        </Field>
        <div className="q__more q__more--reason">
          <Field name={fieldName("reason", key)} label={words.question.reason} hint={words.question.reasonHint} error={errors.reason}>
            <Textarea defaultValue={typed.reason} rows={2} />
          </Field>
        </div>
        {/* What stands in for a document stays as it is. */}
        <input type="hidden" name={fieldName("instead", key)} value={typed.instead} />
        <input type="hidden" name={fieldName("document", key)} value={typed.document} />
        <input type="hidden" name={fieldName("page", key)} value={typed.page} />
        <input type="hidden" name={fieldName("on", key)} value={typed.on} />
        <FieldError id={`${valueId}-instead-error`} error={errors.instead} />
        <FileList
          files={files.map(({ id, name, bytes, sha256 }) => ({
            id,
            name,
            state: "stored",
            note: `${formatBytes(bytes)} · SHA-256 ${formatHash(sha256)}`,
          }))}
        />
        {question.evidence !== null && (
          <div className="q__foot">
            <a href={`/vendor/evidence/${encodeURIComponent(key)}`}>{words.evidence.attach}</a>
          </div>
        )}
        {messages.length > 0 && <Thread messages={messages} words={words} timeZone={timeZone} today={today} />}
      </fieldset>
    </>
  );
}
