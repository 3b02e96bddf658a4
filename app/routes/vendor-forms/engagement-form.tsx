// The fields of an engagement.
import type { FormError } from "#app/server/platform/route.server.ts";
import { Button } from "#app/ui/button.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormActions } from "#app/ui/form-section.tsx";
import { Input } from "#app/ui/input.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Select } from "#app/ui/select.tsx";

interface EngagementFormProps {
  error: FormError | undefined;
  values: { service: string; ownerId: string; wentLiveOn: string };
  /** Undefined: whoever asks will own it. */
  owners: readonly { id: string; name: string }[] | undefined;
  primary: string;
  backHref: string;
}

export function EngagementForm({ error, values, owners, primary, backHref }: EngagementFormProps) {
  const fields: Record<string, string> = error?.fields ?? {};
  const value = (name: keyof typeof values) => String(error ? (error.values[name] ?? "") : values[name]);
  return (
    <>
      <ErrorSummary title={error?.detail ?? ""} errors={Object.entries(fields).map(([field, message]) => ({ field, message }))} />
      <form method="post" className="form fields" noValidate>
        <Field name="service" label="Service" hint="What they do for us, such as “Hosted payment page”" error={fields.service} required>
          <Input autoComplete="off" maxLength={200} defaultValue={value("service")} />
        </Field>
        {owners && (
          <Field name="ownerId" label="Owner" hint="Confirms its inherent risk" error={fields.ownerId} isOptional>
            <Select
              placeholder="Nobody"
              options={owners.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={value("ownerId")}
            />
          </Field>
        )}
        <Field
          name="wentLiveOn"
          label="In use since"
          hint="Only if it is live already. A decision after that day says “engaged before assessment”."
          error={fields.wentLiveOn}
          isOptional
        >
          <DateInput defaultValue={value("wentLiveOn")} />
        </Field>
        <FormActions>
          <Button tone="primary" large>
            {primary}
          </Button>
          <LinkButton href={backHref} large tone="ghost">
            Cancel
          </LinkButton>
        </FormActions>
      </form>
    </>
  );
}
