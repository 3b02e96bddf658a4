// The audit log. P **Verify chain**.
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { auditEventTypes } from "#app/domain/audit/audit-event.ts";
import { viewAuditLog } from "#app/server/audit/audit-log.queries.server.ts";
import { verifyAuditLog } from "#app/server/audit/verify-audit-log.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatCount, formatHash, formatInstant } from "#app/ui/format.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Select } from "#app/ui/select.tsx";
import { Table } from "#app/ui/table.tsx";

export const handle = { place: "audit" };
export const meta: MetaFunction = () => [{ title: "Audit log · Vouchsafe" }];

export const loader = staffPage(async (ctx, { url }) => {
  const text = (name: string) => url.searchParams.get(name)?.trim().slice(0, 80) || undefined;
  const filter = { type: text("type"), objectId: text("object"), before: Number(text("before")) || undefined };
  return { ...(await viewAuditLog(ctx, filter)), filter };
});

export const action = staffAction(async (ctx) => ({ verdict: await verifyAuditLog(ctx) }));

const kinds = [...new Set(auditEventTypes.map((type) => type.split(".")[0] as string))];

export default function AuditLog() {
  const { lines, next, head, timeZone, filter } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const verdict = answer && "verdict" in answer ? answer.verdict : undefined;
  const query = new URLSearchParams(
    Object.entries({ type: filter.type ?? "", object: filter.objectId ?? "" }).filter(([, value]) => value),
  );
  const nextHref = next === undefined ? undefined : `/audit?${new URLSearchParams([...query, ["before", String(next)]])}`;
  return (
    <>
      <PageHead
        title="Audit log"
        sub={`${formatCount(head.seq)} entries, each chained to the one before it. Head ${formatHash(head.hash)}.`}
        actions={
          <>
            <LinkButton href="/audit/export" icon="download">
              Export NDJSON
            </LinkButton>
            <form method="post">
              <Button tone="primary">Verify chain</Button>
            </form>
          </>
        }
      />
      {verdict ? (
        verdict.firstBad ? (
          <Callout tone="danger" title={`Entry ${verdict.firstBad.seq} is not as it was written`} level={2}>
            <p>{verdict.firstBad.problem} Keep a copy of the database before anything else is done.</p>
          </Callout>
        ) : (
          <Callout tone="ok" title={`All ${formatCount(verdict.entries)} entries are as they were written`} level={2}>
            <p>The chain ends in {verdict.head.hash}.</p>
          </Callout>
        )
      ) : null}
      <form className="bar-tools" role="search" aria-label="Audit log">
        <label className="sr" htmlFor="type">
          What it is about
        </label>
        <Select
          className="tools__select"
          id="type"
          name="type"
          placeholder="Everything"
          options={kinds.map((kind) => ({ value: kind, label: kind.replaceAll("_", " ") }))}
          defaultValue={filter.type ?? ""}
        />
        <label className="sr" htmlFor="object">
          Id of a vendor or object
        </label>
        <input
          className="input input--search tools__search"
          id="object"
          name="object"
          type="search"
          placeholder="Id"
          defaultValue={filter.objectId ?? ""}
        />
        <Button icon="list-filter">Filter</Button>
      </form>
      {lines.length === 0 ? (
        <EmptyState icon="scroll-text" title="Nothing fits this filter">
          <p>
            <a href="/audit">Show everything</a>
          </p>
        </EmptyState>
      ) : (
        <Table caption="Entries, newest first" compact plain>
          <thead>
            <tr>
              <th scope="col" className="num">
                No.
              </th>
              <th scope="col">When</th>
              <th scope="col">What</th>
              <th scope="col">Who</th>
              <th scope="col">About</th>
              <th scope="col">Details</th>
              <th scope="col">Hash</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.seq}>
                <td className="num">{line.seq}</td>
                <td className="nowrap">{formatInstant(line.at, timeZone)}</td>
                <td>
                  {line.text} <span className="quiet">{line.type}</span>
                </td>
                <td>{line.by}</td>
                <td>
                  {line.vendorId && line.vendorName ? (
                    <a href={`/vendors/${line.vendorId}`}>{line.vendorName}</a>
                  ) : (
                    <span className="mono">{line.objectId}</span>
                  )}
                </td>
                <td>
                  {line.data === "{}" ? null : (
                    <details>
                      <summary>Show</summary>
                      <code className="mono">{line.data}</code>
                    </details>
                  )}
                </td>
                <td className="mono quiet nowrap">{formatHash(line.hash)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Pagination nextHref={nextHref} previousHref={filter.before ? `/audit?${query}` : undefined} label="Pages of the log" />
    </>
  );
}
