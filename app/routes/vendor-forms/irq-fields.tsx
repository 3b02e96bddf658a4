// The inherent-risk questions as fields, each with its level and its "assumed" mark. Questions that only some answers ask for stand below
// the others and say when they count: the page needs no script to be complete.
import { irqField } from "#app/domain/risk/irq-answers.ts";
import type { InherentRiskView, IrqQuestion } from "#app/server/vendors/inherent-risk.queries.server.ts";
import { CheckboxGroup } from "#app/ui/checkbox.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { Field } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";

interface IrqFieldsProps {
  view: InherentRiskView;
  /** What was typed, when the form comes back. */
  typed: Record<string, string | string[]> | undefined;
  errors: Readonly<Record<string, string>>;
  isReadOnly: boolean;
}

export function IrqFields({ view, typed, errors, isReadOnly }: IrqFieldsProps) {
  const tierQuestions = view.questions.filter(({ isTierQuestion }) => isTierQuestion);
  const facts = view.questions.filter(({ isTierQuestion }) => !isTierQuestion);
  const show = (question: IrqQuestion) => (
    <Question
      key={question.id}
      question={question}
      view={view}
      typed={typed}
      error={errors[irqField(question.id)]}
      isReadOnly={isReadOnly}
    />
  );
  return (
    <>
      <h2>What could go wrong</h2>
      {tierQuestions.map(show)}
      <h2>Facts about the service</h2>
      <p className="field__hint">They choose which questions the vendor gets and never make the tier milder.</p>
      {facts.map(show)}
    </>
  );
}

interface QuestionProps extends Omit<IrqFieldsProps, "errors"> {
  question: IrqQuestion;
  error: string | undefined;
}

function Question({ question, view, typed, error, isReadOnly }: QuestionProps) {
  const { id, type, text, guidance, why, options, unit, isAsked } = question;
  const name = irqField(id);
  const stored = view.answers[id];
  const value: unknown = typed ? typed[name] : stored;
  const label = (
    <>
      {text} {view.assumed.includes(id) && <span className="tag">assumed</span>}
    </>
  );
  const hint = isAsked ? `${why} ${guidance}`.trim() : `${guidance} Not asked with the answers above; an answer here says nothing.`;
  const choices = options.map(({ value: code, label: words, level }) => ({
    value: code,
    label:
      level === null ? (
        words
      ) : (
        <>
          {words} <span className="quiet">· level {level}</span>
        </>
      ),
    isDisabled: isReadOnly,
  }));
  if (type === "boolean" || type === "choice") {
    const list =
      type === "boolean"
        ? [
            { value: "true", label: "Yes", isDisabled: isReadOnly },
            { value: "false", label: "No", isDisabled: isReadOnly },
          ]
        : choices;
    return (
      <RadioGroup
        name={name}
        legend={label}
        hint={hint}
        error={error}
        options={list}
        defaultValue={value === undefined ? null : String(value)}
      />
    );
  }
  if (type === "multichoice") {
    const chosen = Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];
    return <CheckboxGroup name={name} legend={label} hint={hint} error={error} options={choices} defaultValues={chosen} />;
  }
  const shown = value === undefined ? "" : String(value);
  return (
    <Field name={name} label={label} hint={unit === null ? hint : `${hint} In ${unit}.`} error={error} isOptional>
      {type === "date" ? (
        <DateInput defaultValue={shown} disabled={isReadOnly} />
      ) : (
        <Input inputMode={type === "number" ? "numeric" : undefined} autoComplete="off" defaultValue={shown} disabled={isReadOnly} />
      )}
    </Field>
  );
}
