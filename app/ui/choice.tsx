// One radio or checkbox with its words; the whole line is the target.

import type { ReactNode } from "react";
import type { Attributes } from "./attributes.ts";

export interface ChoiceOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  isDisabled?: boolean;
  /** Marks the choice that opens the follow-up fields of its question (CSS :has, no script). */
  opensMore?: boolean;
}

export type ChoiceProps = Omit<Attributes<"input">, "type"> & {
  type: "radio" | "checkbox";
  label: ReactNode;
  hint?: ReactNode;
  opensMore?: boolean;
};

export function Choice({ type, label, hint, opensMore = false, className = "choice", ...input }: ChoiceProps) {
  return (
    <label className={className}>
      <input type={type} {...input} data-more={opensMore ? "" : undefined} />
      <span>
        {label} {hint !== undefined && <small>{hint}</small>}
      </span>
    </label>
  );
}
