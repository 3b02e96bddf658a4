// Top of a page: the way here, the one h1, a line of pills and facts, the actions (one primary).

import type { ReactNode } from "react";
import { classes } from "./attributes.ts";
import { Breadcrumbs, type Crumb } from "./breadcrumbs.tsx";

export interface PageHeadProps {
  title: ReactNode;
  crumbs?: readonly Crumb[];
  /** A sentence below the title. */
  sub?: ReactNode;
  /** Pills and short facts below the title, side by side; each its own element. */
  facts?: ReactNode;
  actions?: ReactNode;
  /** Less space below, when tabs follow. */
  hasTabs?: boolean;
}

export function PageHead({ title, crumbs, sub, facts, actions, hasTabs = false }: PageHeadProps) {
  return (
    <>
      {crumbs && <Breadcrumbs crumbs={crumbs} />}
      <header className={classes("head", hasTabs && "head--page")}>
        <div className="head__text">
          <h1>{title}</h1>
          {facts !== undefined && <div className="row row--wide head__sub">{facts}</div>}
          {sub !== undefined && <p className="head__sub">{sub}</p>}
        </div>
        {actions !== undefined && <div className="row">{actions}</div>}
      </header>
    </>
  );
}
