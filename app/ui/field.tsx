// A labelled control: label, hint, error, control, in this order, so that reading order and aria-describedby agree.
// The control inside takes id, name and description from here: <Field name="email" label="…"><Input type="email" /></Field>.

import type { ReactNode } from "react";
import { classes } from "./attributes.ts";
import { describedBy, FieldContext, fieldId } from "./field-context.ts";
import { FieldError } from "./field-error.tsx";
import { useKitWords } from "./words.ts";

export interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What to do, as a sentence without "Error:". */
  error?: string;
  /** Writes "(optional)" behind the label. */
  isOptional?: boolean;
  required?: boolean;
  /** Only when two fields of a page share a name. */
  id?: string;
  className?: string;
  children: ReactNode;
}

export function Field({ name, label, hint, error, isOptional = false, required, id = fieldId(name), className, children }: FieldProps) {
  const words = useKitWords();
  const described = describedBy(id, { hint: hint !== undefined, error: error !== undefined });
  return (
    <div className={classes("field", error !== undefined && "field--error", className)}>
      <label htmlFor={id}>
        {label}
        {isOptional && <span className="field__opt"> ({words.optional})</span>}
      </label>
      {hint !== undefined && (
        <span className="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <FieldError id={`${id}-error`} error={error} />
      <FieldContext.Provider
        value={{ id, name, required, "aria-describedby": described, "aria-invalid": error === undefined ? undefined : true }}
      >
        {children}
      </FieldContext.Provider>
    </div>
  );
}
