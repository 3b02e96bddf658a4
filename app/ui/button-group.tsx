// Filters side by side, each a link with its count; the current one is pressed in.

import type { ReactNode } from "react";

export interface GroupLink {
  href: string;
  label: ReactNode;
  count?: number;
  isCurrent?: boolean;
}

export interface ButtonGroupProps {
  label: string;
  links: readonly GroupLink[];
}

export function ButtonGroup({ label, links }: ButtonGroupProps) {
  return (
    <nav className="btn-group" aria-label={label}>
      {links.map((link) => (
        <a key={link.href} className="btn" href={link.href} aria-current={link.isCurrent ? "true" : undefined}>
          {link.label}
          {link.count !== undefined && <span className="quiet tab">{link.count}</span>}
        </a>
      ))}
    </nav>
  );
}
