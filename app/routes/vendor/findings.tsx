// Vendor, findings: what has to be mended, by whom, until when. Open ones first.
import { useLoaderData } from "@remix-run/react";
import { staffPage } from "#app/server/platform/route.server.ts";
import { viewVendorFindings } from "#app/server/vendors/vendor-tabs.queries.server.ts";
import { DueDay } from "#app/ui/due-day.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { dayOf, formatDay } from "#app/ui/format.ts";
import { RiskBadge } from "#app/ui/risk-badge.tsx";
import { Section } from "#app/ui/section.tsx";
import { FindingPill } from "#app/ui/state-pills.tsx";
import { Table } from "#app/ui/table.tsx";

export const loader = staffPage(async (ctx, { params }) => viewVendorFindings(ctx, params.vendorId ?? ""));

export default function VendorFindings() {
  const { findings, today, timeZone } = useLoaderData<typeof loader>();
  if (findings.length === 0) {
    return (
      <div className="tab-page">
        <EmptyState icon="flag" title="No finding">
          Failing answers become findings when the vendor submits; a reviewer can raise others.
        </EmptyState>
      </div>
    );
  }
  return (
    <Section id="findings" title="Findings" className="tab-page" note="open ones first, then by due day">
      <Table caption="Findings, open ones first, by due day">
        <thead>
          <tr>
            <th scope="col">Finding</th>
            <th scope="col">Severity</th>
            <th scope="col">Due</th>
            <th scope="col">Owner</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {findings.map(({ id, number, title, service, severity, dueOn, ownerName, status, isOpen, closedAt }) => (
            <tr key={id}>
              <th scope="row">
                <a className="name" href={`/findings/${id}`}>
                  F-{number} {title}
                </a>{" "}
                <span className="quiet">{service}</span>
              </th>
              <td>
                <RiskBadge level={severity} />
              </td>
              <td className="tab">
                {isOpen ? (
                  <DueDay on={dueOn} today={today} />
                ) : (
                  <span className="quiet">{closedAt ? `closed ${formatDay(dayOf(closedAt, timeZone), today)}` : "closed"}</span>
                )}
              </td>
              <td className="muted">{ownerName ?? <span className="quiet">nobody</span>}</td>
              <td>
                <FindingPill status={status} bare />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
