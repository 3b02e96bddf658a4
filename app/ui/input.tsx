// A one-line native control. Inside a Field it needs nothing but its type and value.

import { type Attributes, classes } from "./attributes.ts";
import { useFieldControl } from "./field-context.ts";

export type InputProps = Attributes<"input">;

export function Input({ className, type = "text", ...own }: InputProps) {
  return <input type={type} className={classes("input", type === "search" && "input--search", className)} {...useFieldControl(own)} />;
}
