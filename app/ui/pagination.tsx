// Keyset pages: back and on, no numbers. A missing link is shown as the end.

import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { useKitWords } from "./words.ts";

export interface PaginationProps {
  previousHref?: string;
  nextHref?: string;
  /** "1–50 of 10,000", in words the screen knows. */
  summary?: ReactNode;
  /** Only when a page has two. */
  label?: string;
}

export function Pagination({ previousHref, nextHref, summary, label }: PaginationProps) {
  const words = useKitWords();
  return (
    <nav className="pages" aria-label={label ?? words.pages}>
      {summary !== undefined && <p>{summary}</p>}
      <ol>
        <li>
          <PageLink href={previousHref} rel="prev">
            <Icon name="chevron-left" />
            {words.previousPage}
          </PageLink>
        </li>
        <li>
          <PageLink href={nextHref} rel="next">
            {words.nextPage}
            <Icon name="chevron-right" />
          </PageLink>
        </li>
      </ol>
    </nav>
  );
}

function PageLink({ href, rel, children }: { href?: string; rel: "prev" | "next"; children: ReactNode }) {
  return href === undefined ? (
    <span aria-disabled="true">{children}</span>
  ) : (
    <a href={href} rel={rel}>
      {children}
    </a>
  );
}
