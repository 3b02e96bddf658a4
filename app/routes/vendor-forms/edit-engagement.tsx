// Edit an engagement: what it is called, who owns it, since when it is in use. P **Save engagement**.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newEngagementSchema } from "#app/domain/vendor/vendor.schema.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { editEngagement } from "#app/server/vendors/edit-engagement.server.ts";
import { viewEngagementEdit } from "#app/server/vendors/vendor-forms.queries.server.ts";
import { PageHead } from "#app/ui/page-head.tsx";
import { EngagementForm } from "./engagement-form.tsx";

export const handle = { place: "vendors" };
export const meta: MetaFunction = () => [{ title: "Edit engagement · Vouchsafe" }];

export const loader = staffPage(async (ctx, { params }) => viewEngagementEdit(ctx, params.engagementId ?? ""));

export const action = staffAction(async (ctx, { form, params }) => {
  const engagementId = params.engagementId ?? "";
  const { vendor } = await viewEngagementEdit(ctx, engagementId);
  await editEngagement(ctx, engagementId, parseForm(form, newEngagementSchema));
  return redirect(`/vendors/${vendor.id}?engagement=${engagementId}`);
});

export default function EditEngagement() {
  const { vendor, engagement, owners } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Edit engagement"
        crumbs={[
          { label: "Vendors", href: "/vendors" },
          { label: vendor.name, href: `/vendors/${vendor.id}` },
          { label: engagement.service },
        ]}
      />
      <EngagementForm
        error={failure && "error" in failure ? failure.error : undefined}
        values={{ service: engagement.service, ownerId: engagement.ownerId ?? "", wentLiveOn: engagement.wentLiveOn ?? "" }}
        owners={owners}
        primary="Save engagement"
        backHref={`/vendors/${vendor.id}`}
      />
    </>
  );
}
