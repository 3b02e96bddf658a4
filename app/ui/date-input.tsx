// A calendar day. The browser shows it in its own way and always sends YYYY-MM-DD.

import type { Attributes } from "./attributes.ts";
import { Input } from "./input.tsx";

export type DateInputProps = Omit<Attributes<"input">, "type" | "min" | "max"> & {
  /** First and last day allowed, YYYY-MM-DD. */
  min?: string;
  max?: string;
};

export function DateInput({ className = "input--date", ...rest }: DateInputProps) {
  return <Input type="date" className={className} {...rest} />;
}
