// Use a questionnaire: choose whom to send it to; the Send screen opens with it ticked.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { vendorListRequest } from "#app/domain/vendor/vendor-list.schema.ts";
import { findSendTargets } from "#app/server/assessments/sending/send-targets.queries.server.ts";
import { staffPage } from "#app/server/platform/route.server.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";
import { PageHead } from "#app/ui/page-head.tsx";

export const handle = { place: "questionnaires" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Use · ${data?.title ?? ""} · Questionnaires · Vouchsafe` }];

export const loader = staffPage(async (ctx, { params, url }) => {
  const { q } = vendorListRequest(url.searchParams).filter;
  return { q, ...(await findSendTargets(ctx, params.id ?? "", q)) };
});

export default function UseQuestionnaire() {
  const { q, id, title, version, vendors, hasMore } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Send to whom?"
        crumbs={[
          { label: "Questionnaires", href: "/questionnaires" },
          { label: title, href: `/questionnaires/${id}` },
        ]}
        sub={`${title}, version ${version}. Choose the vendor and the service it is about.`}
      />
      <form method="get" className="row row--end form">
        <Field name="q" label="Vendor">
          <Input type="search" maxLength={80} defaultValue={q ?? ""} />
        </Field>
        <Button icon="search">Search</Button>
      </form>
      {vendors.length === 0 ? (
        <EmptyState icon="search" title={q === undefined ? "No vendor yet" : "No vendor is called so"}>
          {q === undefined ? <a href="/vendors/new">Add a vendor first</a> : <a href={`/questionnaires/${id}/use`}>Show all vendors</a>}
        </EmptyState>
      ) : (
        <ul className="list upload-targets" aria-label="Vendors">
          {vendors.map(({ id: vendorId, name, domain, engagements }) => (
            <li key={vendorId}>
              <div>
                <b>{name}</b> {domain && <span className="quiet">{domain}</span>}
              </div>
              {engagements.length === 0 ? (
                <p className="quiet">No service is registered for it.</p>
              ) : (
                <ul className="row row--wide">
                  {engagements.map((engagement) => (
                    <li key={engagement.id}>
                      <a href={`/engagements/${engagement.id}/send?questionnaire=${id}`}>{engagement.service}</a>
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
