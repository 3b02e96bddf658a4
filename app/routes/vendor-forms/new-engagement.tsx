// Add a service of a known vendor, or, as a business owner, ask for it. P **Save engagement** or **Ask for it**.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newEngagementSchema } from "#app/domain/vendor/vendor.schema.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { addEngagement } from "#app/server/vendors/add-engagement.server.ts";
import { viewNewEngagement } from "#app/server/vendors/vendor-forms.queries.server.ts";
import { PageHead } from "#app/ui/page-head.tsx";
import { EngagementForm } from "./engagement-form.tsx";

export const handle = { place: "vendors" };
export const meta: MetaFunction = () => [{ title: "Add engagement · Vouchsafe" }];

export const loader = staffPage(async (ctx, { params }) => viewNewEngagement(ctx, params.vendorId ?? ""));

export const action = staffAction(async (ctx, { form, params }) => {
  const { engagementId } = await addEngagement(ctx, params.vendorId ?? "", parseForm(form, newEngagementSchema));
  return redirect(`/engagements/${engagementId}/inherent-risk`);
});

export default function NewEngagement() {
  const { vendor, owners, isRequest } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const title = isRequest ? "Ask for a service" : "Add engagement";
  return (
    <>
      <PageHead
        title={title}
        crumbs={[{ label: "Vendors", href: "/vendors" }, { label: vendor.name, href: `/vendors/${vendor.id}` }, { label: title }]}
        sub="An engagement is one service of a vendor. Each has its own risk, assessment and decision."
      />
      <EngagementForm
        error={failure && "error" in failure ? failure.error : undefined}
        values={{ service: "", ownerId: vendor.ownerId ?? "", wentLiveOn: "" }}
        owners={isRequest ? undefined : owners}
        primary={isRequest ? "Ask for it" : "Save engagement"}
        backHref={`/vendors/${vendor.id}`}
      />
    </>
  );
}
