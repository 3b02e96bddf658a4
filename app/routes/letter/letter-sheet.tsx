// A letter as it will be read, in its own language.
import type { Letter, LetterPart } from "#app/i18n/letter.ts";
import { Facts } from "#app/ui/facts.tsx";
import { Table } from "#app/ui/table.tsx";

export function LetterSheet({ letter, language }: { letter: Letter; language: string }) {
  return (
    <article id="letter" className="card card--padded stack stack-16" lang={language} aria-labelledby="h-letter">
      <p className="muted">
        {letter.to} · {letter.number}
      </p>
      <h2 id="h-letter">{letter.subject}</h2>
      <p>{letter.intro}</p>
      <Facts facts={letter.facts.map(({ term, value }) => ({ name: term, value }))} />
      {letter.parts.map((part, index) => (
        <Part key={part.heading ?? index} part={part} />
      ))}
      <p className="quiet">{letter.foot}</p>
    </article>
  );
}

function Part({ part: { heading, lead, items, table, note } }: { part: LetterPart }) {
  return (
    <section className="stack stack-8">
      {heading === undefined ? null : <h3>{heading}</h3>}
      {lead === undefined ? null : <p>{lead}</p>}
      {items && items.length > 0 ? (
        <ul>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      ) : null}
      {table ? (
        <Table caption={heading ?? lead ?? ""} plain focusable>
          <thead>
            <tr>
              {table.head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((cells) => (
              <tr key={cells.join("|")}>
                {cells.map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the cells of a row never move
                  <td key={index} className={/^(C-\d+|[+−]\d+[.,]\d\d)$/.test(cell) ? "nowrap" : undefined}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      ) : null}
      {note === undefined ? null : <p className="quiet">{note}</p>}
    </section>
  );
}
