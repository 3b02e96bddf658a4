// What the answer does to the score: its weight beside the others of the section, and what follows when it is worth nothing.
import { Checkbox } from "#app/ui/checkbox.tsx";
import { TextPair } from "#app/ui/editor/text-pair.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormSection } from "#app/ui/form-section.tsx";
import { Input } from "#app/ui/input.tsx";
import { Select } from "#app/ui/select.tsx";
import type { PartProps } from "./part.ts";

const severities = [
  { value: "", label: "No finding" },
  { value: "critical", label: "Critical" },
  { value: "high", label: "High" },
  { value: "medium", label: "Medium" },
  { value: "low", label: "Low" },
];

export function ScorePart({ view, input, errors }: PartProps) {
  const { section, isScored, languages } = view;
  return (
    <FormSection title="Score">
      <div className="editor__row">
        <Field name="scored" label="In the score" error={errors.scored}>
          <Select
            defaultValue={input.scored}
            options={[
              { value: "", label: "Counts by what its answers are worth" },
              { value: "no", label: "Does not count" },
            ]}
          />
        </Field>
        <Field
          name="weight"
          label="Weight"
          hint={`20, 10 or 5 by rank; 1 when empty. ${section.title}: ${section.weights} together${isScored ? ", this one among them" : ""}.`}
          error={errors.weight}
          isOptional
        >
          <Input inputMode="numeric" maxLength={4} defaultValue={input.weight} />
        </Field>
      </div>
      <Checkbox
        name="isKnockOut"
        label="Knock-out"
        hint="An answer worth 0 limits the whole score, however good the rest is."
        defaultChecked={input.isKnockOut}
      />
      <div className="editor__row">
        <Field
          name="capScore"
          label="Score is at most, in percent"
          hint="Of a knock-out. 69, or 39 where law or the card brands forbid going on."
          error={errors.capScore}
          isOptional
        >
          <Input inputMode="numeric" maxLength={2} defaultValue={input.capScore} />
        </Field>
        <Field name="severity" label="Finding when it fails" hint="Opened when the vendor submits." error={errors.severity}>
          <Select defaultValue={input.severity} options={severities} />
        </Field>
      </div>
      <TextPair
        name="finding"
        label="Title of the finding"
        languages={languages}
        value={input.finding}
        errors={errors}
        lines={1}
        isOptional
      />
    </FormSection>
  );
}
