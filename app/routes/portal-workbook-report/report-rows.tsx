// Tables of the report: rows of questions, places that lead to none, documents.
import type { Messages } from "#app/i18n/en.ts";
import type { ReportLine, WorkbookReport } from "#app/server/assessments/portal/workbook/workbook.queries.server.ts";
import { Table } from "#app/ui/table.tsx";

type Words = Messages["portal"]["workbook"];

export interface ReportRowsProps {
  id: string;
  title: string;
  lead?: string;
  rows: readonly ReportLine[];
  /** Head of the third column; absent where there is nothing to say. */
  column?: string;
  words: Words;
}

export function ReportRows({ id, title, lead, rows, column, words }: ReportRowsProps) {
  return (
    <section className="vsec" aria-labelledby={`h-${id}`}>
      <h2 id={`h-${id}`}>{title}</h2>
      {lead ? <p className="muted">{lead}</p> : null}
      <Table caption={title} plain compact focusable>
        <thead>
          <tr>
            <th scope="col">{words.question}</th>
            {column ? <th scope="col">{column}</th> : null}
            <th scope="col">{words.place}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ questionKey, question, place, says }) => (
            <tr key={questionKey}>
              <th scope="row">{question}</th>
              {column ? <td className="typed">{says}</td> : null}
              <td className="nowrap quiet">{place}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

export function ReportStray({ stray, words }: { stray: WorkbookReport["stray"]; words: Words }) {
  return (
    <section className="vsec" aria-labelledby="h-stray">
      <h2 id="h-stray">{words.unmatched(stray.length)}</h2>
      <p className="muted">{words.unmatchedLead}</p>
      <ul className="check-list">
        {stray.map(({ place, says }) => (
          <li key={`${place} ${says}`}>
            <span className="quiet nowrap">{place}</span> {says}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ReportDocuments({ files, unnamed, words }: Pick<WorkbookReport, "files" | "unnamed"> & { words: Words }) {
  return (
    <section className="vsec" aria-labelledby="h-files">
      <h2 id="h-files">{words.documents}</h2>
      <ul className="check-list">
        {files.map(({ name, question, says }) => (
          <li key={`${name} ${question}`}>
            <b>{name}</b> {says} <span className="muted">{question}</span>
          </li>
        ))}
      </ul>
      {unnamed.length > 0 ? (
        <p className="muted">
          {words.unnamed} {unnamed.join(", ")}
        </p>
      ) : null}
    </section>
  );
}
