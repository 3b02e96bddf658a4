// One question of the vendor portal: the answer, what it must be explained with, its documents, and what was said about it.
// Follow-ups open by :has(), without script; the server ignores what belongs to another answer.
import type { ReactNode } from "react";
import { fieldName, questionId } from "#app/domain/assessment/answer-names.ts";
import type { VendorQuestionView } from "#app/domain/assessment/vendor-page.ts";
import type { Messages } from "#app/i18n/en.ts";
import { Callout } from "../callout.tsx";
import { Disclosure } from "../disclosure.tsx";
import { Field } from "../field.tsx";
import { fieldId } from "../field-context.ts";
import { FieldError } from "../field-error.tsx";
import { formatDay } from "../format.ts";
import { Icon } from "../icon.tsx";
import { Textarea } from "../textarea.tsx";
import { useKitWords } from "../words.ts";
import { AnswerControl, isChoiceList } from "./answer-control.tsx";
import { Proof } from "./proof.tsx";
import { QuestionFoot } from "./question-foot.tsx";
import { QuestionLegend } from "./question-legend.tsx";
import { typedOf } from "./typed.ts";

export interface QuestionProps {
  view: VendorQuestionView;
  words: Messages["portal"];
  timeZone: string;
  maxUpload: number;
  today: string;
  /** Who asks. */
  asker: string;
  isReadOnly?: boolean;
  /** Of our own people: what stands in place of the vendor's documents, below the answer and below the question. */
  parts?: QuestionParts;
}

export interface QuestionParts {
  hint?: ReactNode;
  proof: ReactNode;
  foot: ReactNode;
}

export function Question({ view, words, timeZone, maxUpload, today, asker, isReadOnly = false, parts }: QuestionProps) {
  const kit = useKitWords();
  const { question, errors, conflict } = view;
  const { key } = question;
  const typed = typedOf(view);
  const valueId = fieldId(fieldName("value", key));
  const hasOptions = isChoiceList(question);
  return (
    <fieldset
      className={errors.value === undefined ? "q" : "q q--error"}
      id={questionId(key)}
      data-question={key}
      data-type={question.type}
      data-revision={view.answer?.revision ?? 0}
      data-shape={[view.proofWhen, ...view.proofOptions, ...view.files.map(({ id }) => id), view.messages.length].join(" ")}
      disabled={isReadOnly}
    >
      <QuestionLegend view={view} />
      {question.guidance !== null && <p className="q__hint">{question.guidance}</p>}
      {view.prepared && (
        <p className="q__hint">
          <Icon name="pencil" /> {words.prepared.by(words.roles[view.prepared.byRole], asker)}. {words.prepared.inQuestion}{" "}
          <a href="/vendor/prepared">{words.prepared.link}</a>
        </p>
      )}
      {parts?.hint && <p className="q__hint">{parts.hint}</p>}
      {view.answer?.isCarried && !view.prepared && (
        <p className="q__hint">
          <Icon name="rotate-ccw" /> {words.question.carried}
        </p>
      )}
      {view.answer?.elsewhere && (
        <p className="q__hint">
          <Icon name="circle-check" />{" "}
          {words.question.elsewhere(view.answer.elsewhere.service, formatDay(view.answer.elsewhere.on, today, kit))}
          {isReadOnly ? "" : ` ${words.question.elsewhereChange}`}
        </p>
      )}
      {view.answer?.isFromReport && view.answer.instead?.is === "covered" && (
        <p className="q__hint">
          <Icon name="file-check" /> {words.reports.from(view.answer.instead.document, view.answer.instead.page)}
        </p>
      )}
      {question.why !== null && (
        <Disclosure summary={words.question.why} className="q__why">
          <p>{question.why}</p>
        </Disclosure>
      )}
      <input type="hidden" name={fieldName("base", key)} value={conflict?.revision ?? view.answer?.revision ?? 0} />
      {conflict && (
        <Callout tone="warn" title={words.conflict.title(conflict.by)} level={3} className="q__conflict">
          <p>
            {words.conflict.theirs}: <b>{conflict.shown === "" ? words.conflict.none : conflict.shown}</b>
          </p>
          <p>{words.conflict.plain}</p>
        </Callout>
      )}
      <FieldError id={`${valueId}-error`} error={errors.value} />
      <AnswerControl view={view} typed={typed} words={words} isInvalid={errors.value !== undefined} today={today} />
      {hasOptions && question.options.some(({ needsComment }) => needsComment) && (
        <div className="q__more q__more--comment">
          <Field name={fieldName("comment", key)} label={words.question.comment} error={errors.comment}>
            <Textarea defaultValue={typed.comment} />
          </Field>
        </div>
      )}
      <div className="q__more q__more--reason">
        <Field name={fieldName("reason", key)} label={words.question.reason} hint={words.question.reasonHint} error={errors.reason}>
          <Textarea defaultValue={typed.reason} rows={2} />
        </Field>
      </div>
      {parts?.proof}
      {!parts && question.evidence !== null && view.proofWhen !== "never" && (
        <Proof view={view} typed={typed} words={words} maxUpload={maxUpload} today={today} isReadOnly={isReadOnly} />
      )}
      {parts ? parts.foot : <QuestionFoot view={view} words={words} timeZone={timeZone} today={today} isReadOnly={isReadOnly} />}
    </fieldset>
  );
}
