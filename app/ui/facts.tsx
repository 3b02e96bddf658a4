// Names and values in two columns: people, dates, identity of a thing.

import type { ReactNode } from "react";
import { classes } from "./attributes.ts";

export interface Fact {
  name: string;
  value: ReactNode;
}

export function Facts({ facts, className }: { facts: readonly Fact[]; className?: string }) {
  return (
    <dl className={classes("facts", className)}>
      {facts.map((fact) => (
        <div key={fact.name} className="contents">
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
