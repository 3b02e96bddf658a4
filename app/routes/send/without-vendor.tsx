// The vendor will not answer: begin from its documents instead of sending. Stands inside the form, so that the questionnaires chosen count.
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";

export interface WithoutVendorProps {
  isOpen: boolean;
  reason: string;
  error: string | undefined;
}

export function WithoutVendor({ isOpen, reason, error }: WithoutVendorProps) {
  return (
    <Disclosure summary="The vendor will not answer" isOpen={isOpen}>
      <div className="stack">
        <p className="muted">
          You answer the questionnaires from its documents, each answer with document and page. No mail goes out, the vendor attests to
          nothing, and the report says so on its first page.
        </p>
        <Field name="reason" label="How do you know?" error={error}>
          <Input defaultValue={reason} maxLength={500} />
        </Field>
        <div className="row">
          <Button name="intent" value="documents" icon="file-text">
            Answer from documents
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}
