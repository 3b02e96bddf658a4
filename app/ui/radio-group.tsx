// One answer out of a few, as native radios. The first radio carries the field's id, so that error summaries can focus it.

import type { ReactNode } from "react";
import { classes } from "./attributes.ts";
import { Choice, type ChoiceOption } from "./choice.tsx";
import { describedBy, fieldId } from "./field-context.ts";
import { FieldError } from "./field-error.tsx";

export interface RadioGroupProps {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string;
  options: readonly ChoiceOption[];
  defaultValue?: string | null;
  required?: boolean;
  id?: string;
  className?: string;
}

export function RadioGroup({ name, legend, hint, error, options, defaultValue, required, id = fieldId(name), className }: RadioGroupProps) {
  return (
    <fieldset
      className={classes("field", error !== undefined && "field--error", className)}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA allows it, and only a radiogroup can be invalid or required
      role="radiogroup"
      aria-describedby={describedBy(id, { hint: hint !== undefined, error: error !== undefined })}
      aria-invalid={error === undefined ? undefined : true}
      aria-required={required || undefined}
    >
      <legend>{legend}</legend>
      {hint !== undefined && (
        <span className="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <FieldError id={`${id}-error`} error={error} />
      <div className="choices">
        {options.map((option, index) => (
          <Choice
            key={option.value}
            type="radio"
            id={index === 0 ? id : `${id}-${index + 1}`}
            name={name}
            value={option.value}
            label={option.label}
            hint={option.hint}
            disabled={option.isDisabled}
            defaultChecked={option.value === defaultValue}
            opensMore={option.opensMore}
          />
        ))}
      </div>
    </fieldset>
  );
}
