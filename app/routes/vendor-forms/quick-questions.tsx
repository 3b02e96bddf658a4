// The five questions that make the tier, as one select each: preset per category and marked "assumed" until somebody answers.

import { irqField } from "#app/domain/risk/irq-answers.ts";
import type { Category } from "#app/domain/vendor/categories.ts";
import type { IrqQuestion } from "#app/server/vendors/inherent-risk.queries.server.ts";
import { Field } from "#app/ui/field.tsx";
import { Select } from "#app/ui/select.tsx";

interface QuickQuestionsProps {
  questions: readonly IrqQuestion[];
  category: Category | undefined;
  /** Question id -> chosen code; what is missing is the category's careful answer. */
  answers: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string>>;
}

export function QuickQuestions({ questions, category, answers, errors }: QuickQuestionsProps) {
  return (
    <fieldset className="quicks fields">
      <legend>What will they do for us?</legend>
      {questions.map((question) => {
        const preset = category && question.preset[category];
        const value = answers[question.id] ?? preset ?? "";
        const field = irqField(question.id);
        return (
          <Field
            key={question.id}
            name={field}
            label={
              <>
                {question.text}{" "}
                <span className="tag" data-assumed={question.id} hidden={value === "" || value !== preset}>
                  assumed
                </span>
              </>
            }
            hint={question.guidance}
            error={errors[field]}
          >
            <Select
              options={question.options.map(({ value: code, label }) => ({ value: code, label }))}
              placeholder="Assumed from the category"
              defaultValue={value}
              data-question={question.id}
              data-levels={question.options.map(({ value: code, level }) => `${code}:${level}`).join(" ")}
              data-presets={Object.entries(question.preset)
                .map(([of, code]) => `${of}:${code}`)
                .join(" ")}
            />
          </Field>
        );
      })}
    </fieldset>
  );
}
