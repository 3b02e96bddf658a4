// Move an engagement along its life cycle by hand: hold, suspend, offboard and so on, always with a reason. P **Change stage**.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { engagementVerbs } from "#app/domain/engagement/engagement-status.ts";
import { statusChangeSchema } from "#app/domain/vendor/vendor.schema.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { changeEngagementStatus } from "#app/server/vendors/change-engagement-status.server.ts";
import { viewEngagementStatus } from "#app/server/vendors/vendor-forms.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormActions } from "#app/ui/form-section.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { EngagementPill } from "#app/ui/state-pills.tsx";
import { Textarea } from "#app/ui/textarea.tsx";

export const handle = { place: "vendors" };
export const meta: MetaFunction = () => [{ title: "Change stage · Vouchsafe" }];

export const loader = staffPage(async (ctx, { params, url }) => ({
  ...(await viewEngagementStatus(ctx, params.engagementId ?? "")),
  step: url.searchParams.get("step"),
}));

export const action = staffAction(async (ctx, { form, params }) => {
  const engagementId = params.engagementId ?? "";
  const { verb, reason } = parseForm(form, statusChangeSchema);
  const { vendor } = await viewEngagementStatus(ctx, engagementId);
  await changeEngagementStatus(ctx, engagementId, verb, reason);
  return redirect(`/vendors/${vendor.id}?engagement=${engagementId}`);
});

const verbTexts: Record<(typeof engagementVerbs)[number], { name: string; does: string }> = {
  hold: { name: "Put on hold", does: "Nothing is asked of anybody until it is resumed." },
  resume: { name: "Resume", does: "Back to screening." },
  withdraw: { name: "Withdraw", does: "We no longer want this service." },
  reconsider: { name: "Reconsider", does: "Starts over; earlier assessments stay readable." },
  suspend: { name: "Suspend", does: "An incident or a lapsed condition: no data, no traffic until reinstated." },
  reinstate: { name: "Reinstate", does: "The cause is gone; it is active again." },
  offboard: { name: "Offboard", does: "Access is revoked, data returned or destroyed, the contract closed." },
  finish_offboarding: { name: "Finish off-boarding", does: "Everything is revoked, returned and closed." },
};

export default function EngagementStatus() {
  const { vendor, engagement, verbs, step } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const error = failure && "error" in failure ? failure.error : undefined;
  const fields: Record<string, string> = error?.fields ?? {};
  const chosen = error ? String(error.values.verb ?? "") : (verbs.find((verb) => verb === step) ?? null);
  return (
    <>
      <PageHead
        title="Change stage"
        crumbs={[
          { label: "Vendors", href: "/vendors" },
          { label: vendor.name, href: `/vendors/${vendor.id}` },
          { label: engagement.service },
        ]}
        facts={
          <>
            <span>{engagement.service}</span>
            <EngagementPill status={engagement.status} />
          </>
        }
      />
      {verbs.length === 0 ? (
        <EmptyState
          icon="archive"
          title="No step leads on from here"
          actions={<LinkButton href={`/vendors/${vendor.id}`}>Back to the vendor</LinkButton>}
        />
      ) : (
        <>
          <ErrorSummary title={error?.detail ?? ""} errors={Object.entries(fields).map(([field, message]) => ({ field, message }))} />
          <form method="post" className="form fields" noValidate>
            <RadioGroup
              name="verb"
              legend="What happens"
              error={fields.verb}
              options={verbs.map((verb) => ({ value: verb, label: verbTexts[verb].name, hint: verbTexts[verb].does }))}
              defaultValue={chosen}
              required
            />
            <Field name="reason" label="Reason" hint="Stays in the audit log" error={fields.reason} required>
              <Textarea rows={3} maxLength={2000} defaultValue={String(error?.values.reason ?? "")} />
            </Field>
            <FormActions>
              <Button tone="primary" large>
                Change stage
              </Button>
              <LinkButton href={`/vendors/${vendor.id}`} large tone="ghost">
                Cancel
              </LinkButton>
            </FormActions>
          </form>
        </>
      )}
    </>
  );
}
