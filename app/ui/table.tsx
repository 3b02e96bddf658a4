// A table with a caption; rows are written by the screen as plain <tr>, so that a list of fifty stays cheap to render.
// On narrow windows it scrolls sideways inside its own box.

import type { ReactNode } from "react";
import { type Attributes, classes } from "./attributes.ts";

export type TableProps = Attributes<"table"> & {
  /** Says what the rows are and how they are sorted; read out, not shown. */
  caption: string;
  /** Fixed column widths: needs <colgroup>; long words are cut with an ellipsis. */
  fixed?: boolean;
  /** Head stays on top while scrolling. */
  sticky?: boolean;
  /** First column holds checkboxes. */
  selectable?: boolean;
  /** 32 px rows. */
  compact?: boolean;
  /** No hover: rows are read, not chosen. */
  plain?: boolean;
  /** For rows in which nothing takes focus: the box does, so that keys can scroll it on a narrow window. */
  focusable?: boolean;
  children: ReactNode;
};

export function Table({ caption, fixed, sticky, selectable, compact, plain, focusable = false, className, children, ...rest }: TableProps) {
  return (
    <div className="table-box" {...(focusable && { role: "region", "aria-label": caption, tabIndex: 0 })}>
      <table
        className={classes(
          "table",
          fixed && "table--fixed",
          sticky && "table--sticky",
          selectable && "table--select",
          plain && "table--plain",
          compact && "compact",
          className,
        )}
        {...rest}
      >
        <caption className="sr">{caption}</caption>
        {children}
      </table>
    </div>
  );
}
