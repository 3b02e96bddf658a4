// Reports: every signed document the reader may read, newest first, with its SHA-256 and the newest addendum to it.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isSignedForm, type SignedForm, signedFormRows } from "#app/domain/report/signed-forms.ts";
import { staffPage } from "#app/server/platform/route.server.ts";
import { listReports } from "#app/server/reports/reports.queries.server.ts";
import { ButtonGroup } from "#app/ui/button-group.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatBytes, formatHash, formatInstant } from "#app/ui/format.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Table } from "#app/ui/table.tsx";

export const handle = { place: "reports" };
export const meta: MetaFunction = () => [{ title: "Reports · Vouchsafe" }];

export const loader = staffPage(async (ctx, { url }) => {
  const asked = url.searchParams.get("form");
  const form = isSignedForm(asked) ? asked : undefined;
  const after = url.searchParams.get("after") ?? undefined;
  return { ...(await listReports(ctx, { form, after })), form: form ?? null, isFirst: after === undefined };
});

export default function Reports() {
  const { reports, next, form, readable, maySeeVendors, timeZone, isFirst } = useLoaderData<typeof loader>();
  const link = (chosen: SignedForm | null) => ({
    href: chosen ? `/reports?form=${chosen}` : "/reports",
    label: chosen ? signedFormRows[chosen].names : "All",
    isCurrent: form === chosen,
  });
  const page = (after: string) => `/reports?${form ? `form=${form}&` : ""}after=${encodeURIComponent(after)}`;
  return (
    <>
      <PageHead
        title="Reports"
        sub="Signed once and never made again; what changes later stands in an addendum. Whoever gets one can check it without an account."
        actions={
          <LinkButton href="/verify" icon="shield-check">
            Check a document
          </LinkButton>
        }
      />
      <ButtonGroup label="Kind of document" links={[link(null), ...readable.map(link)]} />
      {reports.length === 0 ? (
        <EmptyState icon="file-check" title="No signed document yet">
          <p>Sign the decision of a reviewed assessment. Its audit report and its decision page then appear here.</p>
        </EmptyState>
      ) : (
        <Table caption="Signed documents, newest first">
          <thead>
            <tr>
              <th scope="col">Document</th>
              <th scope="col">Vendor</th>
              <th scope="col">Service</th>
              <th scope="col">Stored</th>
              <th scope="col">SHA-256</th>
              <th scope="col" className="num">
                Size
              </th>
            </tr>
          </thead>
          <tbody>
            {reports.map((report) => (
              <tr key={report.id}>
                <th scope="row">
                  <a className="name" href={`/reports/${report.id}/file`} download>
                    {signedFormRows[report.form as SignedForm].name}
                    {report.addendum ? ` ${report.addendum.number}` : null}
                  </a>
                  {report.addendum ? <span className="quiet"> {report.addendum.what.toLowerCase()}</span> : null}
                  {report.newest ? (
                    <span className="quiet">
                      {" "}
                      newest:{" "}
                      <a href={`/reports/${report.newest.id}/file`} download>
                        addendum {report.newest.number}
                      </a>
                    </span>
                  ) : null}
                </th>
                <td>{maySeeVendors ? <a href={`/vendors/${report.vendorId}`}>{report.vendor}</a> : report.vendor}</td>
                <td>{report.service}</td>
                <td className="nowrap">{formatInstant(report.storedAt, timeZone)}</td>
                <td className="mono quiet" title={report.sha256}>
                  {formatHash(report.sha256)}
                </td>
                <td className="num">{formatBytes(report.bytes)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Pagination nextHref={next ? page(next) : undefined} previousHref={isFirst ? undefined : "/reports"} label="Pages of reports" />
    </>
  );
}
