// How a Field tells the control inside it who it is: id, name, and the texts that describe it.

import { createContext, useContext } from "react";

export interface FieldControl {
  id?: string;
  name?: string;
  required?: boolean;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean | "true" | "false" | "grammar" | "spelling";
}

export const FieldContext = createContext<FieldControl>({});

/** Attributes the surrounding Field gives its control; what the control is told directly wins. */
export function useFieldControl<P extends FieldControl>(own: P): P {
  return { ...useContext(FieldContext), ...own };
}

/** The id of the control (or first choice) of the field called `name`: what an error summary links to. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^A-Za-z0-9_-]+/g, "-")}`;
}

/** Ids of hint and error that exist, for aria-describedby. */
export function describedBy(id: string, has: { hint: boolean; error: boolean }): string | undefined {
  const ids = [has.hint && `${id}-hint`, has.error && `${id}-error`].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(" ");
}
