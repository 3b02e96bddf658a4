// Documents that expire within 90 days; the column is the chart. What expired in the last 30 days stands first.
import type { ExpiringDocument } from "#app/server/home/expiring.queries.server.ts";
import { dayOf, daysUntil, formatDay } from "#app/ui/format.ts";
import { Runway, RunwayScale } from "#app/ui/runway.tsx";
import { Section } from "#app/ui/section.tsx";
import { StatusPill } from "#app/ui/status-pill.tsx";
import { Table } from "#app/ui/table.tsx";

interface ExpiringProps {
  documents: readonly ExpiringDocument[];
  today: string;
  timeZone: string;
}

export function Expiring({ documents, today, timeZone }: ExpiringProps) {
  return (
    <Section
      id="expiring"
      className="home"
      title="Evidence expiring in 90 days"
      link={{ href: "/calendar?kind=document", label: "On the calendar" }}
    >
      <Table caption="Documents by the day they expire" className="expiring" plain>
        <colgroup>
          <col />
          <col className="w-30" />
          <col className="w-20" />
          <col className="c-runway" />
          <col className="w-44" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Document</th>
            <th scope="col">Expires</th>
            <th scope="col" className="num">
              Left
            </th>
            <th scope="col">
              <RunwayScale />
            </th>
            <th scope="col">Renewal</th>
          </tr>
        </thead>
        <tbody>
          {documents.map(({ id, label, vendor, vendorId, expiresOn, askedAt }) => {
            const left = daysUntil(expiresOn, today);
            return (
              <tr key={id}>
                <th scope="row">
                  <a className="name" href={`/vendors/${vendorId}/evidence`}>
                    {label}
                  </a>{" "}
                  <span className="quiet">{vendor}</span>
                </th>
                <td className="tab">{formatDay(expiresOn, today)}</td>
                <td className={left <= 14 ? "num late" : "num"}>{left < 0 ? `${-left} late` : left === 1 ? "1 day" : `${left} days`}</td>
                <td>{left >= 0 && <Runway daysLeft={left} />}</td>
                <td>
                  {askedAt ? (
                    <StatusPill tone="plain" icon="mail-check" bare>
                      Asked {formatDay(dayOf(askedAt, timeZone), today)}
                    </StatusPill>
                  ) : (
                    <span className="quiet">Asked 45 days before</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </Section>
  );
}
