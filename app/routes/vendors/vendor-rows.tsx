// The rows of the list. Plain elements on purpose: fifty rows are most of what this page costs.
import type { ReviewReason } from "#app/domain/monitoring/review-clock.ts";
import { bandOfTier } from "#app/domain/risk/risk-levels.ts";
import { categoryTexts } from "#app/domain/vendor/categories.ts";
import { type VendorListRequest, type VendorSort, vendorListAddress } from "#app/domain/vendor/vendor-list.ts";
import type { VendorListRow } from "#app/server/vendors/list-vendors.queries.server.ts";
import { ColumnHead } from "#app/ui/column-head.tsx";
import { DueDay } from "#app/ui/due-day.tsx";
import { shortName } from "#app/ui/format.ts";
import { RiskBadge } from "#app/ui/risk-badge.tsx";
import { Score } from "#app/ui/score-dial.tsx";
import { VendorPill } from "#app/ui/state-pills.tsx";
import { Table } from "#app/ui/table.tsx";

interface VendorRowsProps {
  rows: readonly VendorListRow[];
  request: VendorListRequest;
  today: string;
}

const sortTexts: Record<VendorSort, string> = {
  name: "by name",
  score: "by score, lowest first",
  next_review: "by next review, soonest first",
  newest: "by day added, newest first",
};

export function VendorRows({ rows, request, today }: VendorRowsProps) {
  const { filter, sort } = request;
  const sortBy = (by: VendorSort) => ({
    href: vendorListAddress({ filter, sort: by }),
    direction: by === sort ? ("ascending" as const) : undefined,
  });
  return (
    <Table caption={`Vendors, sorted ${sortTexts[sort]}`} fixed sticky className="vendors">
      <colgroup>
        <col />
        <col className="c-cat" />
        <col className="c-tier" />
        <col className="c-score" />
        <col className="c-risk" />
        <col className="c-next" />
        <col className="c-owner" />
        <col className="c-status" />
      </colgroup>
      <thead>
        <tr>
          <ColumnHead sort={sortBy("name")}>Vendor</ColumnHead>
          <ColumnHead>Category</ColumnHead>
          <ColumnHead>Tier</ColumnHead>
          <ColumnHead sort={sortBy("score")}>Score</ColumnHead>
          <ColumnHead>Residual risk</ColumnHead>
          <ColumnHead sort={sortBy("next_review")}>Next review</ColumnHead>
          <ColumnHead>Owner</ColumnHead>
          <ColumnHead>Status</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <span className="who">
                <a className="name" href={`/vendors/${row.id}`} title={row.name}>
                  {row.name}
                </a>
                {row.domain !== null && <span className="who__site"> {row.domain}</span>}
              </span>
            </th>
            <td>{categoryTexts[row.category]}</td>
            <td className="tab">Tier {row.tier}</td>
            <td>
              <Score scoreBps={row.scoreBps} grade={row.grade} isCapped={row.knockOuts > 0} />
            </td>
            <td>
              <RiskBadge level={row.residual ?? bandOfTier[row.tier]} />
            </td>
            <td className="tab">
              {row.nextReviewOn === null ? (
                <span className="quiet">not scheduled</span>
              ) : (
                <DueDay on={row.nextReviewOn} today={today} reason={reasonOf(row.nextReviewReason)} />
              )}
            </td>
            <td className="muted" title={row.ownerName ?? undefined}>
              {row.ownerName === null ? <span className="quiet">nobody</span> : shortName(row.ownerName)}
            </td>
            <td>
              <VendorPill status={row.standing} bare />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const reasons: Record<ReviewReason, string> = {
  tier: "by tier",
  card_scope: "cards",
  data_at_scale: "data",
  decision: "by decision",
  document_lapsed: "document",
  incident: "incident",
  scope_change: "scope",
  condition_ends: "condition",
  acceptance_ends: "acceptance",
  document_expires: "document",
};

const reasonOf = (reason: string | null) => (reason === null ? undefined : (reasons[reason as ReviewReason] ?? reason));
