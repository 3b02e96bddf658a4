// A native select. Options are a list of value and word.

import { type Attributes, classes } from "./attributes.ts";
import { useFieldControl } from "./field-context.ts";

export interface SelectOption {
  value: string;
  label: string;
  isDisabled?: boolean;
}

export type SelectProps = Omit<Attributes<"select">, "children"> & {
  options: readonly SelectOption[];
  /** First line that stands for "nothing chosen yet" (value ""). */
  placeholder?: string;
};

export function Select({ className, options, placeholder, ...own }: SelectProps) {
  return (
    <select className={classes("input", className)} {...useFieldControl(own)}>
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.isDisabled}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
