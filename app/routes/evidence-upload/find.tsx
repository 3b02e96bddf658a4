// Upload, first step: whose document it is. A search that works without script; each engagement is a link to the form.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { vendorListRequest } from "#app/domain/vendor/vendor-list.schema.ts";
import { findUploadTargets } from "#app/server/evidence/upload-page.queries.server.ts";
import { staffPage } from "#app/server/platform/route.server.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";
import { PageHead } from "#app/ui/page-head.tsx";

export const handle = { place: "evidence" };
export const meta: MetaFunction = () => [{ title: "Upload · Evidence · Vouchsafe" }];

export const loader = staffPage(async (ctx, { url }) => {
  const { q } = vendorListRequest(url.searchParams).filter;
  return { q, ...(await findUploadTargets(ctx, q)) };
});

export default function FindUploadTarget() {
  const { q, vendors, hasMore } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Upload a document"
        crumbs={[{ label: "Evidence", href: "/evidence" }]}
        sub="Choose the vendor and the service it belongs to."
      />
      <form method="get" className="row row--end form">
        <Field name="q" label="Vendor">
          <Input type="search" maxLength={80} defaultValue={q ?? ""} />
        </Field>
        <Button icon="search">Search</Button>
      </form>
      {vendors.length === 0 ? (
        <EmptyState icon="search" title={q === undefined ? "No vendor yet" : "No vendor is called so"}>
          {q === undefined ? <a href="/vendors/new">Add a vendor first</a> : <a href="/evidence/upload">Show all vendors</a>}
        </EmptyState>
      ) : (
        <ul className="list upload-targets" aria-label="Vendors">
          {vendors.map(({ id, name, domain, engagements }) => (
            <li key={id}>
              <div>
                <b>{name}</b> {domain && <span className="quiet">{domain}</span>}
              </div>
              {engagements.length === 0 ? (
                <p className="quiet">No service is registered for it.</p>
              ) : (
                <ul className="row row--wide">
                  {engagements.map((engagement) => (
                    <li key={engagement.id}>
                      <a href={`/engagements/${engagement.id}/upload`}>{engagement.service}</a>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
      {hasMore && <p className="quiet">There are more. Type the beginning of a name or domain to find them.</p>}
    </>
  );
}
