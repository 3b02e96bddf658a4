// One row of a condition in two steps: what is asked, then how it is compared, with the options of that question by their words.
import { isTicked, listIn, valueIn } from "#app/domain/questionnaire/edit/question-input.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox, CheckboxGroup } from "#app/ui/checkbox.tsx";
import { Revision } from "#app/ui/editor/draft-head.tsx";
import type { EditorFailure } from "#app/ui/editor/failure.ts";
import { Field } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";

interface Choice {
  value: string;
  label: string;
}

export interface RowView {
  revision: number;
  row: number | null;
  subjects: readonly { title: string; questions: readonly Choice[] }[];
  facts: readonly Choice[];
  chosen: {
    subject: string;
    label: string;
    operators: readonly Choice[];
    operator: string;
    options: readonly Choice[];
    input: "number" | "date" | null;
    values: readonly string[];
    isNot: boolean;
  } | null;
}

/** First step. It changes nothing, so it is a form that asks for the same page again. */
export function SubjectForm({ view: { subjects, facts, chosen, row } }: { view: RowView }) {
  return (
    <form method="get" action="#row" className="row row--end">
      {row !== null && <input type="hidden" name="row" value={row} />}
      <Field name="subject" label="Question or fact" hint="Earlier questions only. Facts come from the inherent-risk answers.">
        <select
          className="input"
          id="f-subject"
          name="subject"
          defaultValue={chosen?.subject ?? ""}
          required
          aria-describedby="f-subject-hint"
        >
          <option value="">Choose…</option>
          {subjects.map(({ title, questions }) => (
            <optgroup key={title} label={title}>
              {questions.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </optgroup>
          ))}
          <optgroup label="Facts">
            {facts.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </optgroup>
        </select>
      </Field>
      <Button tone={chosen ? "plain" : "primary"}>Choose</Button>
    </form>
  );
}

export function RowForm({ view, chosen, failure }: { view: RowView; chosen: NonNullable<RowView["chosen"]>; failure: EditorFailure }) {
  const { values, fields } = failure;
  const ticked = values ? listIn(values, "ticked") : chosen.values;
  const isYesNo = (value: string) => value === "yes" || value === "no";
  return (
    <form method="post" className="fields condition-form">
      <Revision of={view} />
      <input type="hidden" name="subject" value={chosen.subject} />
      <input type="hidden" name="row" value={view.row ?? ""} />
      <RadioGroup
        name="operator"
        legend={chosen.label}
        error={fields.operator ?? fields.subject}
        defaultValue={values ? valueIn(values, "operator") : chosen.operator}
        options={chosen.operators}
      />
      {chosen.input !== null && (
        <Field
          name="typed"
          label={chosen.input === "number" ? "Number" : "Day"}
          hint={chosen.input === "date" ? "YYYY-MM-DD" : undefined}
          error={fields.values}
        >
          <Input
            type={chosen.input === "date" ? "date" : "text"}
            inputMode={chosen.input === "number" ? "decimal" : undefined}
            defaultValue={values ? valueIn(values, "typed") : (chosen.values.find((value) => /\d/.test(value)) ?? "")}
          />
        </Field>
      )}
      {chosen.options.length > 0 && (
        <CheckboxGroup
          name="ticked"
          legend={chosen.input === null ? "Answers" : "Or left out as"}
          error={chosen.input === null ? fields.values : undefined}
          options={chosen.options}
          defaultValues={ticked}
        />
      )}
      {chosen.operators.some(({ value }) => value === "answered") && (
        <RadioGroup
          name="isAnswered"
          legend="For “is answered”"
          defaultValue={values ? valueIn(values, "isAnswered") : (chosen.values.find(isYesNo) ?? "yes")}
          options={[
            { value: "yes", label: "It is answered" },
            { value: "no", label: "It is not answered" },
          ]}
        />
      )}
      <Checkbox
        name="isNot"
        label="Turn it round"
        hint="Holds when this does not, also while the question is not answered."
        defaultChecked={values ? isTicked(values, "isNot") : chosen.isNot}
      />
      <div className="row">
        <Button tone="primary">{view.row === null ? "Add condition" : "Save condition"}</Button>
        <a href="?">Cancel</a>
      </div>
    </form>
  );
}
