// Which controls and topics the question speaks of. Identifiers only: the texts belong to their publishers.
import { Field } from "#app/ui/field.tsx";
import { FormSection } from "#app/ui/form-section.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { PartProps } from "./part.ts";

export function MappingPart({ view, input, errors }: PartProps) {
  const { sameAs } = view.question;
  return (
    <FormSection title="Mapping">
      <div className="editor__row">
        <Field
          name="controls"
          label="Controls"
          hint="One per line, framework-edition#id: pci-dss-4.0.1#12.8.4, iso27001-2022#A.5.19, nist-csf-2.0#GV.SC-07."
          error={errors.controls}
          isOptional
        >
          <Textarea className="mono" rows={3} defaultValue={input.controls} maxLength={4000} spellCheck={false} />
        </Field>
        <Field name="topics" label="Topics" hint="One per line: COM-08, PAY-01." error={errors.topics} isOptional>
          <Textarea className="mono" rows={3} defaultValue={input.topics} maxLength={1000} spellCheck={false} />
        </Field>
      </div>
      {sameAs !== null && (
        <p className="muted">
          Asked once per assessment, as <span className="mono">{sameAs}</span>. This stays as it is.
        </p>
      )}
    </FormSection>
  );
}
