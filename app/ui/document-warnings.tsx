// What to know before a document is opened elsewhere: one sentence for each thing seen inside when it was taken.
import { contentFlagTexts } from "#app/domain/evidence/content-flags.ts";
import type { DocumentView } from "#app/domain/evidence/document-view.ts";
import { Callout } from "./callout.tsx";

export function DocumentWarnings({ document: { contentFlags } }: { document: DocumentView }) {
  if (contentFlags.length === 0) return null;
  return (
    <Callout tone="warn">
      {contentFlags.map((flag) => (
        <p key={flag}>{contentFlagTexts[flag].en}</p>
      ))}
    </Callout>
  );
}
