// The head cell of a column; a link when the column can be sorted.

import type { ReactNode } from "react";
import { type Attributes, classes } from "./attributes.ts";
import { Icon } from "./icon.tsx";

export type ColumnHeadProps = Omit<Attributes<"th">, "scope" | "aria-sort"> & {
  /** Numbers stand end-aligned. */
  numeric?: boolean;
  /** Where a click leads; `direction` only on the column the rows are sorted by. */
  sort?: { href: string; direction?: "ascending" | "descending" };
  children: ReactNode;
};

export function ColumnHead({ numeric = false, sort, className, children, ...rest }: ColumnHeadProps) {
  return (
    <th scope="col" className={classes(numeric && "num", className)} aria-sort={sort?.direction} {...rest}>
      {sort ? (
        <a href={sort.href}>
          {children}
          {sort.direction && <Icon name={sort.direction === "ascending" ? "arrow-up" : "arrow-down"} />}
        </a>
      ) : (
        children
      )}
    </th>
  );
}
