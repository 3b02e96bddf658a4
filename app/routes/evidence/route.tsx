// Evidence: every vendor's documents, what ends soon, what nobody has looked at, and what was asked for.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { evidenceFilters, evidenceListRequest } from "#app/domain/evidence/evidence.schema.ts";
import { viewEvidenceList } from "#app/server/evidence/list-evidence.queries.server.ts";
import { staffPage } from "#app/server/platform/route.server.ts";
import { ButtonGroup } from "#app/ui/button-group.tsx";
import { DueDay } from "#app/ui/due-day.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { EvidenceRow } from "#app/ui/evidence-row.tsx";
import { daysUntil, formatDay } from "#app/ui/format.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Table } from "#app/ui/table.tsx";
import { useKitWords } from "#app/ui/words.ts";

export const handle = { place: "evidence" };
export const meta: MetaFunction = () => [{ title: "Evidence · Vouchsafe" }];

export const loader = staffPage(async (ctx, { url }) => {
  const request = evidenceListRequest.parse(Object.fromEntries(url.searchParams));
  return { request, ...(await viewEvidenceList(ctx, request)) };
});

const filterTexts: Record<(typeof evidenceFilters)[number], string> = {
  all: "All",
  "30": "Ends in 30 days",
  "60": "60 days",
  "90": "90 days",
  expired: "Expired",
  unverified: "Not verified",
};

const reasonTexts = {
  provide_later: "promised by the vendor",
  expiring: "the one before ends",
  unproven: "a knock-out is unproven",
  asked: "asked for by us",
} as const;

export default function Evidence() {
  const { request, rows, next, requests, mayUpload, today } = useLoaderData<typeof loader>();
  const words = useKitWords();
  const address = (show: string) => (show === "all" ? "/evidence" : `/evidence?show=${show}`);
  const links = evidenceFilters.map((show) => ({ href: address(show), label: filterTexts[show], isCurrent: show === request.show }));
  const left = (on: string) => {
    const days = daysUntil(on, today);
    return days < 0 ? words.daysAgo(-days) : words.inDays(days);
  };
  return (
    <>
      <PageHead
        title="Evidence"
        sub="Every document vendors gave us. Reading one is recorded; each read checks its SHA-256."
        actions={
          mayUpload ? (
            <LinkButton href="/evidence/upload" tone="primary" icon="upload">
              Upload
            </LinkButton>
          ) : undefined
        }
      />
      <div className="row bar-tools">
        <ButtonGroup label="Filter documents" links={links} />
      </div>
      {rows.length === 0 ? (
        <EmptyState icon="file-badge" title={request.show === "all" ? "No document yet" : "Nothing matches"}>
          {request.show === "all" ? "Documents come with the answers of vendors." : <a href="/evidence">Show all documents</a>}
        </EmptyState>
      ) : (
        <Table caption="Documents" fixed className="ev">
          <colgroup>
            <col />
            <col className="w-[176px]" />
            <col className="w-[136px]" />
            <col className="w-[104px]" />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">Document</th>
              <th scope="col">Expires</th>
              <th scope="col">State</th>
              <th scope="col">SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, fileName, kind, vendor, expiresOn, state, sha256 }) => (
              <EvidenceRow
                key={id}
                href={`/evidence/${id}`}
                title={fileName}
                note={`${vendor.name}, ${kind}`}
                expires={expiresOn === null ? <span className="quiet">never</span> : formatDay(expiresOn, today)}
                left={expiresOn === null ? undefined : left(expiresOn)}
                isLate={expiresOn !== null && daysUntil(expiresOn, today) < 0}
                state={state}
                sha256={sha256}
              />
            ))}
          </tbody>
        </Table>
      )}
      {(next !== undefined || request.after !== undefined) && (
        <Pagination
          summary={`${rows.length} on this page`}
          {...(request.after === undefined ? {} : { previousHref: address(request.show) })}
          {...(next === undefined
            ? {}
            : { nextHref: `/evidence?${new URLSearchParams({ ...(request.show === "all" ? {} : { show: request.show }), after: next })}` })}
        />
      )}
      {requests.length > 0 && (
        <section className="stack asked-for">
          <h2>Asked for</h2>
          <Table caption="Documents asked for, by due day" plain compact focusable>
            <thead>
              <tr>
                <th scope="col">Document</th>
                <th scope="col">Vendor</th>
                <th scope="col">Why</th>
                <th scope="col">Due</th>
              </tr>
            </thead>
            <tbody>
              {requests.map((asked) => (
                <tr key={asked.id}>
                  <th scope="row">{asked.kind}</th>
                  <td>
                    <a href={`/vendors/${asked.vendor.id}/evidence`}>{asked.vendor.name}</a>
                  </td>
                  <td>{reasonTexts[asked.reason]}</td>
                  <td className="tab">
                    <DueDay on={asked.dueOn} today={today} />
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </section>
      )}
    </>
  );
}
