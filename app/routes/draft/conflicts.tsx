// Answers that contradict each other, as the file names them: kept, their conditions changed, or removed.
import { draftHref, Revision } from "#app/ui/editor/draft-head.tsx";
import { formatCount } from "#app/ui/format.ts";
import { IconButton } from "#app/ui/icon-button.tsx";
import { Section } from "#app/ui/section.tsx";

export interface ConflictsProps {
  view: { draftId: string; revision: number; conflicts: readonly { text: string; when: string }[] };
}

export function Conflicts({ view }: ConflictsProps) {
  const { draftId, conflicts } = view;
  return (
    <Section id="conflicts" title="Contradictions" note={`${formatCount(conflicts.length)}, pointed out to the reviewer`}>
      <form method="post" className="outline-box">
        <Revision of={view} />
        <ol className="outline__list">
          {conflicts.map(({ text, when }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: contradictions are known by their place
            <li key={at}>
              <div className="outline__words">
                {text}
                <span className="quiet outline__when">When {when}</span>
              </div>
              <span />
              <span className="row row--tight">
                <a href={`${draftHref(draftId)}/condition/conflict/${at}`}>Edit condition</a>
                <IconButton icon="x" label={`Remove contradiction ${at + 1}`} name="intent" value={`conflict-away:${at}`} />
              </span>
            </li>
          ))}
        </ol>
      </form>
    </Section>
  );
}
