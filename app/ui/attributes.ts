// What parts pass on to their element: everything but inline styles and raw HTML, which the CSP refuses.

import type { ComponentPropsWithoutRef, JSX } from "react";

export type Attributes<E extends keyof JSX.IntrinsicElements> = Omit<ComponentPropsWithoutRef<E>, "style" | "dangerouslySetInnerHTML">;

/** Class names in order, without the empty ones; undefined when none is left, so that no empty attribute is written. */
export function classes(...names: readonly (string | false | null | undefined)[]): string | undefined {
  let joined = "";
  for (const name of names) if (name) joined = joined === "" ? name : `${joined} ${name}`;
  return joined || undefined;
}
