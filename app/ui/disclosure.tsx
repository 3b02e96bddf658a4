// Folded words behind a question: "Why we ask". Open on paper.

import type { ReactNode } from "react";
import { classes } from "./attributes.ts";
import { Icon } from "./icon.tsx";

export interface DisclosureProps {
  summary: ReactNode;
  isOpen?: boolean;
  id?: string;
  className?: string;
  children: ReactNode;
}

export function Disclosure({ summary, isOpen, id, className, children }: DisclosureProps) {
  return (
    <details className={classes("disclose", className)} open={isOpen} id={id}>
      <summary>
        <Icon name="chevron-right" className="icon--turn" />
        {summary}
      </summary>
      {children}
    </details>
  );
}
