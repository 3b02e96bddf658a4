// Use a questionnaire: choose whom to send it to; the Send screen opens with it ticked.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { vendorListRequest } from "#app/domain/vendor/vendor-list.schema.ts";
import { findSendTargets } from "#app/server/assessments/sending/send-targets.queries.server.ts";
import { staffPage } from "#app/server/platform/route.server.ts";
import { PageHead } from "#app/ui/page-head.tsx";
import { ServicePicker } from "#app/ui/service-picker.tsx";

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
      <ServicePicker
        q={q}
        vendors={vendors}
        hasMore={hasMore}
        allHref={`/questionnaires/${id}/use`}
        hrefOf={(engagementId) => `/engagements/${engagementId}/send?questionnaire=${id}`}
      />
    </>
  );
}
