// A titled part of a page: heading, an optional note or link at its end, content. The heading names the section.

import type { ReactNode } from "react";
import { type Attributes, classes } from "./attributes.ts";

export type SectionProps = Omit<Attributes<"section">, "title"> & {
  /** Also the base of the heading's id. */
  id: string;
  title: ReactNode;
  /** Grey words at the end of the heading line. */
  note?: ReactNode;
  /** A link at the end of the heading line. */
  link?: { href: string; label: string };
  level?: 2 | 3;
};

export function Section({ id, title, note, link, level = 2, className, children, ...rest }: SectionProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section id={id} aria-labelledby={`${id}-h`} className={classes(className)} {...rest}>
      <div className="section-head">
        <Heading id={`${id}-h`}>{title}</Heading>
        {note !== undefined && <span className="note quiet">{note}</span>}
        {link && <a href={link.href}>{link.label}</a>}
      </div>
      {children}
    </section>
  );
}
