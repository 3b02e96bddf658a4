// What is wrong with a form, on top of it, with a link to each field. The page's title starts with "Error:" as well.
// It takes the focus by the autofocus attribute: pages come from the server, so no script is needed.

import type { ReactNode } from "react";
import { fieldId } from "./field-context.ts";

export interface ErrorItem {
  /** Name of the field, or `href` for anything else that can be linked to. */
  field?: string;
  href?: string;
  message: ReactNode;
}

export interface ErrorSummaryProps {
  title: string;
  errors: readonly ErrorItem[];
}

export const errorSummaryId = "error-summary";

export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div
      className="error-summary"
      id={errorSummaryId}
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: an error summary that takes the focus is how screen readers learn of it
      autoFocus
      aria-labelledby={`${errorSummaryId}-title`}
    >
      <h2 id={`${errorSummaryId}-title`}>{title}</h2>
      <ul>
        {errors.map((error) => {
          const href = error.href ?? (error.field === undefined ? undefined : `#${fieldId(error.field)}`);
          return <li key={href ?? String(error.message)}>{href === undefined ? error.message : <a href={href}>{error.message}</a>}</li>;
        })}
      </ul>
    </div>
  );
}
