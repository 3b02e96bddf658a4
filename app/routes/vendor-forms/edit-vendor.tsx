// Edit a vendor. P **Save**.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { categories, categoryTexts } from "#app/domain/vendor/categories.ts";
import { vendorEditSchema } from "#app/domain/vendor/vendor.schema.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { editVendor } from "#app/server/vendors/edit-vendor.server.ts";
import { viewVendorEdit } from "#app/server/vendors/vendor-forms.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormActions } from "#app/ui/form-section.tsx";
import { Input } from "#app/ui/input.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Select } from "#app/ui/select.tsx";

export const handle = { place: "vendors" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Edit ${data?.vendor.name ?? "vendor"} · Vouchsafe` }];

export const loader = staffPage(async (ctx, { params }) => viewVendorEdit(ctx, params.vendorId ?? ""));

export const action = staffAction(async (ctx, { form, params }) => {
  await editVendor(ctx, params.vendorId ?? "", parseForm(form, vendorEditSchema));
  return redirect(`/vendors/${params.vendorId}`);
});

export default function EditVendor() {
  const { vendor, owners } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const error = failure && "error" in failure ? failure.error : undefined;
  const fields: Record<string, string> = error?.fields ?? {};
  const value = (name: keyof typeof vendor) => String(error ? (error.values[name] ?? "") : (vendor[name] ?? ""));
  return (
    <>
      <PageHead
        title="Edit vendor"
        crumbs={[{ label: "Vendors", href: "/vendors" }, { label: vendor.name, href: `/vendors/${vendor.id}` }, { label: "Edit" }]}
      />
      <ErrorSummary title={error?.detail ?? ""} errors={Object.entries(fields).map(([field, message]) => ({ field, message }))} />
      <form method="post" className="form fields" noValidate>
        <Field name="name" label="Name" error={fields.name} required>
          <Input autoComplete="off" maxLength={200} defaultValue={value("name")} />
        </Field>
        <Field name="website" label="Website" error={fields.website} isOptional>
          <Input autoComplete="off" maxLength={500} inputMode="url" defaultValue={value("website")} />
        </Field>
        <div className="pair">
          <Field
            name="category"
            label="Category"
            hint="Another category brings its careful answers where nobody answered"
            error={fields.category}
            required
          >
            <Select options={categories.map((code) => ({ value: code, label: categoryTexts[code] }))} defaultValue={value("category")} />
          </Field>
          <Field name="registrationId" label="Registration number" hint="Company register or VAT" error={fields.registrationId} isOptional>
            <Input autoComplete="off" maxLength={60} defaultValue={value("registrationId")} />
          </Field>
        </div>
        <Field name="ownerId" label="Owner" hint="Who answers for this vendor in our company" error={fields.ownerId} isOptional>
          <Select
            placeholder="Nobody"
            options={owners.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={value("ownerId")}
          />
        </Field>
        <FormActions>
          <Button tone="primary" large>
            Save
          </Button>
          <LinkButton href={`/vendors/${vendor.id}`} large tone="ghost">
            Cancel
          </LinkButton>
        </FormActions>
      </form>
    </>
  );
}
