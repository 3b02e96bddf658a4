// Findings: what has to be mended, by due day, with a matrix of severity and state. P **Record progress**, on each finding's page.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type FindingListRequest, findingListRequest } from "#app/domain/finding/finding.schema.ts";
import { findingStatuses, findingStatusTexts, severities } from "#app/domain/finding/finding-status.ts";
import { viewFindings } from "#app/server/findings/list-findings.queries.server.ts";
import { staffPage } from "#app/server/platform/route.server.ts";
import { ButtonGroup } from "#app/ui/button-group.tsx";
import { DueDay } from "#app/ui/due-day.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { shortName } from "#app/ui/format.ts";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { RiskBadge } from "#app/ui/risk-badge.tsx";
import { FindingPill } from "#app/ui/state-pills.tsx";
import { Table } from "#app/ui/table.tsx";

export const handle = { place: "findings" };
export const meta: MetaFunction = () => [{ title: "Findings · Vouchsafe" }];

export const loader = staffPage(async (ctx, { url }) => {
  const request = findingListRequest.parse(Object.fromEntries(url.searchParams));
  return { request, ...(await viewFindings(ctx, request)) };
});

function address({ status, severity, after }: Partial<FindingListRequest>): string {
  const query = new URLSearchParams();
  if (status !== undefined && status !== "open") query.set("status", status);
  if (severity !== undefined) query.set("severity", severity);
  if (after !== undefined) query.set("after", after);
  return query.size > 0 ? `/findings?${query}` : "/findings";
}

export default function Findings() {
  const { request, rows, next, matrix, today } = useLoaderData<typeof loader>();
  const { status, severity } = request;
  const total = severities.reduce((sum, each) => sum + Object.values(matrix[each]).reduce((all, n) => all + n, 0), 0);
  const head = <PageHead title="Findings" sub="What vendors have to mend, and by when. The most urgent stands first." />;
  if (total === 0) {
    return (
      <>
        {head}
        <EmptyState icon="flag" title="No findings yet">
          A failing answer opens a finding when a vendor submits. Reviewers raise others beside an answer.
        </EmptyState>
      </>
    );
  }
  const links = (["open", "all", "is-closed"] as const).map((each) => ({
    href: address({ status: each, severity }),
    label: { open: "Open", all: "All", "is-closed": "Closed" }[each],
    isCurrent: status === each,
  }));
  return (
    <>
      {head}
      <Matrix matrix={matrix} request={request} />
      <div className="row bar-tools">
        <ButtonGroup label="Filter findings" links={links} />
        {(severity !== undefined || status.startsWith("is-")) && <a href="/findings">Clear filters</a>}
      </div>
      {rows.length === 0 ? (
        <EmptyState icon="search" title="Nothing matches">
          <a href="/findings">Show the open findings</a>
        </EmptyState>
      ) : (
        <Table caption="Findings by due day">
          <thead>
            <tr>
              <th scope="col">Finding</th>
              <th scope="col">Vendor</th>
              <th scope="col">Severity</th>
              <th scope="col">State</th>
              <th scope="col">Owner</th>
              <th scope="col">Due</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" className="wrap">
                  <a className="name" href={`/findings/${row.id}`}>
                    {row.title}
                  </a>{" "}
                  <span className="quiet">F-{row.number}</span>
                </th>
                <td className="cut" title={row.vendor.name}>
                  <a href={`/vendors/${row.vendor.id}`}>{row.vendor.name}</a>
                </td>
                <td>
                  <RiskBadge level={row.severity} plain />
                </td>
                <td>
                  <FindingPill status={row.status} bare />
                </td>
                <td className="muted cut" title={row.owner ?? undefined}>
                  {row.owner === null ? <span className="quiet">nobody</span> : shortName(row.owner)}
                </td>
                <td className="tab">
                  {row.status === "closed" ? <span className="quiet">closed</span> : <DueDay on={row.dueOn} today={today} />}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {(next !== undefined || request.after !== undefined) && (
        <Pagination
          summary={`${rows.length} on this page`}
          {...(request.after === undefined ? {} : { previousHref: address({ status, severity }) })}
          {...(next === undefined ? {} : { nextHref: address({ status, severity, after: next }) })}
        />
      )}
    </>
  );
}

type Matrix = Awaited<ReturnType<typeof viewFindings>>["matrix"];

function Matrix({ matrix, request }: { matrix: Matrix; request: FindingListRequest }) {
  return (
    <Table caption="How many findings, by severity and state" plain compact className="matrix-table">
      <thead>
        <tr>
          <th scope="col">Severity</th>
          {findingStatuses.map((status) => (
            <th key={status} scope="col" className="num">
              {findingStatusTexts[status]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {severities.map((severity) => (
          <tr key={severity}>
            <th scope="row">
              <RiskBadge level={severity} plain />
            </th>
            {findingStatuses.map((status) => {
              const n = matrix[severity][status] ?? 0;
              const isChosen = request.severity === severity && request.status === `is-${status}`;
              return (
                <td key={status} className="num">
                  {n === 0 ? (
                    <span className="quiet">0</span>
                  ) : (
                    <a href={address({ status: `is-${status}`, severity })} aria-current={isChosen ? "true" : undefined}>
                      {n}
                    </a>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
