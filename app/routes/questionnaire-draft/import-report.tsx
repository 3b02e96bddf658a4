// What became of each part of a foreign file: lost and doubtful parts stand open, what was kept is folded.
import type { DraftReport } from "#app/domain/questionnaire/draft.ts";
import { Callout } from "#app/ui/callout.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { formatCount } from "#app/ui/format.ts";
import { Section } from "#app/ui/section.tsx";
import { Table } from "#app/ui/table.tsx";

export function ImportReport({ mapped, mappedCount, lost, warnings }: DraftReport & { mappedCount: number }) {
  return (
    <>
      <Section id="lost" title="What is lost" note={lost.length > 0 ? `${formatCount(lost.length)} parts of the file` : undefined}>
        {lost.length === 0 ? (
          <Callout tone="ok">Nothing: every part of the file has its place.</Callout>
        ) : (
          <Lines caption="Parts without a place in a Vouchsafe questionnaire, in the order of the file" heads={["Where", "What", "Why"]}>
            {lost.map(({ place, what, why }) => [place, what, why])}
          </Lines>
        )}
      </Section>
      {warnings.length > 0 && (
        <Section id="warnings" title="Warnings" note="look at these before you publish">
          <Lines caption="What may not mean the same any more" heads={["Where", "What"]}>
            {warnings.map(({ place, message }) => [place, message])}
          </Lines>
        </Section>
      )}
      <Section id="mapped" title="What is kept" note={`${formatCount(mappedCount)} parts of the file`}>
        <Disclosure summary="Where each part went">
          <Lines caption="Parts of the file and their place in the questionnaire" heads={["Where", "Becomes"]}>
            {mapped.map(({ place, from, to }) => [place, from === undefined || from === to ? to : `${from} → ${to}`])}
          </Lines>
          {mappedCount > mapped.length && <p className="muted">And {formatCount(mappedCount - mapped.length)} more.</p>}
        </Disclosure>
      </Section>
    </>
  );
}

function Lines({ caption, heads, children }: { caption: string; heads: readonly string[]; children: readonly (readonly string[])[] }) {
  return (
    <Table caption={caption} plain focusable className="table--roomy">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {children.map(([place, ...rest], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and a place may stand twice
          <tr key={at}>
            <td className="mono">{place}</td>
            {rest.map((text, column) => (
              <td key={heads[column + 1]}>{text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
