// Top of every screen below a draft: the way back to it, what this screen is about, and what is wrong with the form.
import type { ReactNode } from "react";
import { ErrorSummary } from "../error-summary.tsx";
import { PageHead } from "../page-head.tsx";
import type { EditorFailure } from "./failure.ts";

export interface DraftHeadProps {
  draft: { draftId: string; title: string };
  title: string;
  /** Screens between the draft and this one. */
  between?: readonly { label: string; href: string }[];
  sub?: ReactNode;
  actions?: ReactNode;
  failure?: EditorFailure;
}

export function DraftHead({ draft, title, between = [], sub, actions, failure }: DraftHeadProps) {
  return (
    <>
      <PageHead
        title={title}
        crumbs={[{ label: "Questionnaires", href: "/questionnaires" }, { label: draft.title, href: draftHref(draft.draftId) }, ...between]}
        sub={sub}
        actions={actions}
      />
      {failure && <ErrorSummary title={failure.title} errors={failure.errors} />}
    </>
  );
}

export const draftHref = (draftId: string): string => `/questionnaires/drafts/${draftId}`;

/** The revision this page shows: a save names it, so that nothing newer is overwritten. */
export function Revision({ of }: { of: { revision: number } }) {
  return <input type="hidden" name="revision" value={of.revision} />;
}
