// One entry of the kit page: name and rule on the left, the part in all states on the right.

import type { ReactNode } from "react";

export function KitSection({ id, title, rule, children }: { id: string; title: string; rule: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`kit-${id}`}>
      <h2 id={`kit-${id}`}>{title}</h2>
      <p>{rule}</p>
      <div>{children}</div>
    </section>
  );
}
