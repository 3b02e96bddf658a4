// What became of each part of a foreign file: lost and doubtful parts stand open, what was kept is folded.
import type { DraftReport } from "#app/domain/questionnaire/draft.ts";
import { Callout } from "#app/ui/callout.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { formatCount } from "#app/ui/format.ts";
import { Section } from "#app/ui/section.tsx";
import { Table } from "#app/ui/table.tsx";

export function ImportReport({
  mapped,
  mappedCount,
  lost,
  warnings,
}: Pick<DraftReport, "mapped" | "lost" | "warnings"> & { mappedCount: number }) {
  return (
    <>
      <Section id="lost" title="What is lost" note={lost.length > 0 ? `${formatCount(lost.length)} parts of the file` : undefined}>
        {lost.length === 0 ? (
          <Callout tone="ok">Nothing: every part of the file has its place.</Callout>
        ) : (
          <Lines caption="Parts without a place in a Vouchsafe questionnaire, in the order of the file" head="What and why" lines={lost} />
        )}
      </Section>
      {warnings.length > 0 && (
        <Section id="warnings" title="Warnings" note="look at these before you publish">
          <Lines
            caption="What may not mean the same any more"
            head="What"
            lines={warnings.map(({ place, message }) => ({ place, what: message }))}
          />
        </Section>
      )}
      <Section id="mapped" title="What is kept" note={`${formatCount(mappedCount)} parts of the file`}>
        <Disclosure summary="Where each part went">
          <Lines
            caption="Parts of the file and their place in the questionnaire"
            head="Becomes"
            lines={mapped.map(({ place, from, to }) => ({ place, what: from === undefined || from === to ? to : `${from} → ${to}` }))}
          />
          {mappedCount > mapped.length && <p className="muted">And {formatCount(mappedCount - mapped.length)} more.</p>}
        </Disclosure>
      </Section>
    </>
  );
}

interface Line {
  place: string;
  what: string;
  why?: string;
}

function Lines({ caption, head, lines }: { caption: string; head: string; lines: readonly Line[] }) {
  return (
    <Table caption={caption} plain className="table--roomy">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">Where in the file</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ place, what, why }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and a place may stand twice
          <tr key={at}>
            <th scope="row">
              {what} {why && <span className="quiet">{why}</span>}
            </th>
            <td className="pre muted">{place}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
