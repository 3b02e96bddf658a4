// All services of a vendor, each with its own tier, score, risk and life cycle.
import { bandOfTier } from "#app/domain/risk/risk-levels.ts";
import type { VendorOverview } from "#app/server/vendors/vendor-overview.queries.server.ts";
import { DueDay } from "#app/ui/due-day.tsx";
import { formatScore } from "#app/ui/format.ts";
import { RiskBadge } from "#app/ui/risk-badge.tsx";
import { EngagementPill } from "#app/ui/state-pills.tsx";
import { Table } from "#app/ui/table.tsx";

interface EngagementTableProps {
  engagements: VendorOverview["engagements"];
  shownId: string | undefined;
  vendorId: string;
  today: string;
}

export function EngagementTable({ engagements, shownId, vendorId, today }: EngagementTableProps) {
  if (engagements.length === 0) return null;
  return (
    <Table caption="Engagements" className="engagements">
      <thead>
        <tr>
          <th scope="col">Service</th>
          <th scope="col">Tier</th>
          <th scope="col" className="num">
            Score
          </th>
          <th scope="col">Residual risk</th>
          <th scope="col">Next review</th>
          <th scope="col">Stage</th>
        </tr>
      </thead>
      <tbody>
        {engagements.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a
                className="name"
                href={`/vendors/${vendorId}?engagement=${row.id}`}
                aria-current={row.id === shownId && engagements.length > 1 ? "true" : undefined}
              >
                {row.service}
              </a>
            </th>
            <td>
              <a className="name" href={`/engagements/${row.id}/inherent-risk`}>
                Tier {row.tier}
              </a>
            </td>
            <td className="num">
              {row.scoreBps === null ? (
                <span className="quiet">none</span>
              ) : (
                <>
                  <b>{formatScore(row.scoreBps)}</b> {row.grade}
                </>
              )}
            </td>
            <td>
              <RiskBadge level={row.residual ?? bandOfTier[row.tier]} />
            </td>
            <td className="tab">
              {row.nextReviewOn === null ? <span className="quiet">not scheduled</span> : <DueDay on={row.nextReviewOn} today={today} />}
            </td>
            <td>
              <EngagementPill status={row.status} bare />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
