// Several lines of text; grows with what is typed where the browser can.

import { type Attributes, classes } from "./attributes.ts";
import { useFieldControl } from "./field-context.ts";

export type TextareaProps = Attributes<"textarea">;

export function Textarea({ className, rows = 3, ...own }: TextareaProps) {
  return <textarea rows={rows} className={classes("input", className)} {...useFieldControl(own)} />;
}
