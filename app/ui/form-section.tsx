// A titled group of fields in a form.

import type { ReactNode } from "react";

export interface FormSectionProps {
  title: ReactNode;
  hint?: ReactNode;
  children: ReactNode;
}

export function FormSection({ title, hint, children }: FormSectionProps) {
  return (
    <fieldset className="form-section">
      <legend>{title}</legend>
      {hint !== undefined && <p className="field__hint">{hint}</p>}
      <div className="fields">{children}</div>
    </fieldset>
  );
}

/** The buttons that end a form: the primary one first. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="form-actions">{children}</div>;
}
