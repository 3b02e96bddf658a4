// The file input itself: the browser takes dropped files on it, names what was chosen, and needs no script.

import { type Attributes, classes } from "./attributes.ts";
import { useFieldControl } from "./field-context.ts";

export type FileDropProps = Omit<Attributes<"input">, "type"> & {
  /** Extensions the server takes, ".pdf,.png"; a help to choose, never a check. */
  accept?: string;
};

export function FileDrop({ className, ...own }: FileDropProps) {
  return <input type="file" className={classes("drop", className)} {...useFieldControl(own)} />;
}
