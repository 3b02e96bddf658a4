// Upload, first step: whose document it is; each service leads to the form.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { vendorListRequest } from "#app/domain/vendor/vendor-list.schema.ts";
import { findUploadTargets } from "#app/server/evidence/upload-page.queries.server.ts";
import { staffPage } from "#app/server/platform/route.server.ts";
import { PageHead } from "#app/ui/page-head.tsx";
import { ServicePicker } from "#app/ui/service-picker.tsx";

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
      <ServicePicker
        q={q}
        vendors={vendors}
        hasMore={hasMore}
        allHref="/evidence/upload"
        hrefOf={(engagementId) => `/engagements/${engagementId}/upload`}
      />
    </>
  );
}
