// Parts of the report of a workbook: rows of questions, places that lead to none, documents.
import type { ReportLine, ReportView } from "#app/domain/assessment/workbook/report-view.ts";
import type { Messages } from "#app/i18n/en.ts";

type Words = Messages["portal"]["workbook"];

export interface ReportRowsProps {
  id: string;
  title: string;
  lead?: string;
  rows: readonly ReportLine[];
}

export function ReportRows({ id, title, lead, rows }: ReportRowsProps) {
  return (
    <section className="vsec" aria-labelledby={`h-${id}`}>
      <h2 id={`h-${id}`}>{title}</h2>
      {lead ? <p className="muted">{lead}</p> : null}
      <dl className="said">
        {rows.map(({ questionKey, question, place, says }) => (
          <div key={questionKey}>
            <dt>{question}</dt>
            {says === "" ? null : <dd className="pre">{says}</dd>}
            <dd className="quiet">{place}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function ReportStray({ stray, words }: { stray: ReportView["stray"]; words: Words }) {
  return (
    <section className="vsec" aria-labelledby="h-stray">
      <h2 id="h-stray">{words.unmatched(stray.length)}</h2>
      <p className="muted">{words.unmatchedLead}</p>
      <ul className="check-list">
        {stray.map(({ place, says }) => (
          <li key={`${place} ${says}`}>
            {says} <span className="quiet nowrap">{place}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ReportDocuments({ files, unnamed, words }: Pick<ReportView, "files" | "unnamed"> & { words: Words }) {
  return (
    <section className="vsec" aria-labelledby="h-files">
      <h2 id="h-files">{words.documents}</h2>
      <ul className="check-list">
        {files.map(({ name, question, says }) => (
          <li key={`${name} ${question}`}>
            <b>{name}</b> {says} <span className="muted block">{question}</span>
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
