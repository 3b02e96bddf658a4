// One checkbox with its words, and a group of them under one legend.

import type { ReactNode } from "react";
import { classes } from "./attributes.ts";
import { Choice, type ChoiceOption, type ChoiceProps } from "./choice.tsx";
import { describedBy, fieldId } from "./field-context.ts";
import { FieldError } from "./field-error.tsx";

export type CheckboxProps = Omit<ChoiceProps, "type"> & { name: string; error?: string };

export function Checkbox({ name, error, id = fieldId(name), ...rest }: CheckboxProps) {
  const box = (
    <Choice
      type="checkbox"
      id={id}
      name={name}
      aria-invalid={error === undefined ? undefined : true}
      aria-describedby={describedBy(id, { hint: false, error: error !== undefined })}
      {...rest}
    />
  );
  if (error === undefined) return box;
  return (
    <div className="field field--error">
      <FieldError id={`${id}-error`} error={error} />
      {box}
    </div>
  );
}

export interface CheckboxGroupProps {
  /** All boxes share it: the form sends one entry per ticked box. */
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string;
  options: readonly ChoiceOption[];
  defaultValues?: readonly string[];
  id?: string;
  className?: string;
}

export function CheckboxGroup({
  name,
  legend,
  hint,
  error,
  options,
  defaultValues = [],
  id = fieldId(name),
  className,
}: CheckboxGroupProps) {
  return (
    <fieldset
      className={classes("field", error !== undefined && "field--error", className)}
      aria-describedby={describedBy(id, { hint: hint !== undefined, error: error !== undefined })}
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
            type="checkbox"
            id={index === 0 ? id : `${id}-${index + 1}`}
            name={name}
            value={option.value}
            label={option.label}
            hint={option.hint}
            disabled={option.isDisabled}
            defaultChecked={defaultValues.includes(option.value)}
            opensMore={option.opensMore}
            aria-invalid={error === undefined ? undefined : true}
          />
        ))}
      </div>
    </fieldset>
  );
}
