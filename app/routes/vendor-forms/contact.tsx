// Add or change a contact of a vendor. P **Save contact**.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { contactSchema } from "#app/domain/vendor/vendor.schema.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { addContact } from "#app/server/vendors/add-contact.server.ts";
import { editContact } from "#app/server/vendors/edit-contact.server.ts";
import { viewContactForm } from "#app/server/vendors/vendor-forms.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormActions } from "#app/ui/form-section.tsx";
import { Input } from "#app/ui/input.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";

export const handle = { place: "vendors" };
export const meta: MetaFunction = () => [{ title: "Contact · Vouchsafe" }];

const isNew = (contactId: string | undefined) => contactId === undefined || contactId === "new";

export const loader = staffPage(async (ctx, { params: { vendorId = "", contactId } }) =>
  viewContactForm(ctx, vendorId, isNew(contactId) ? undefined : contactId),
);

export const action = staffAction(async (ctx, { form, params: { vendorId = "", contactId } }) => {
  const contact = parseForm(form, contactSchema);
  if (isNew(contactId)) await addContact(ctx, vendorId, contact);
  else await editContact(ctx, vendorId, contactId ?? "", contact);
  return redirect(`/vendors/${vendorId}`);
});

export default function Contact() {
  const { vendor, contact } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const error = failure && "error" in failure ? failure.error : undefined;
  const fields: Record<string, string> = error?.fields ?? {};
  const value = (name: "email" | "name") => String(error ? (error.values[name] ?? "") : (contact?.[name] ?? ""));
  const title = contact ? "Edit contact" : "Add contact";
  return (
    <>
      <PageHead
        title={title}
        crumbs={[{ label: "Vendors", href: "/vendors" }, { label: vendor.name, href: `/vendors/${vendor.id}` }, { label: title }]}
        sub="Questionnaires and reminders go to contacts. They need no account."
      />
      <ErrorSummary title={error?.detail ?? ""} errors={Object.entries(fields).map(([field, message]) => ({ field, message }))} />
      <form method="post" className="form fields" noValidate>
        <Field name="email" label="E-mail address" error={fields.email} required>
          <Input type="email" autoComplete="off" maxLength={254} defaultValue={value("email")} />
        </Field>
        <Field name="name" label="Name" hint="To greet the person" error={fields.name} isOptional>
          <Input autoComplete="off" maxLength={120} defaultValue={value("name")} />
        </Field>
        <FormActions>
          <Button tone="primary" large>
            Save contact
          </Button>
          <LinkButton href={`/vendors/${vendor.id}`} large tone="ghost">
            Cancel
          </LinkButton>
        </FormActions>
      </form>
    </>
  );
}
