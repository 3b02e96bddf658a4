// The way down to this page. The last entry is where we are and is no link.

import { useKitWords } from "./words.ts";

export interface Crumb {
  label: string;
  href?: string;
}

export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const words = useKitWords();
  return (
    <nav className="crumbs" aria-label={words.breadcrumb}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.label}>{crumb.href === undefined ? crumb.label : <a href={crumb.href}>{crumb.label}</a>}</li>
        ))}
      </ol>
    </nav>
  );
}
