// How the question is answered: options or a scale, limits of a number or text, columns of a table. What is shown follows the saved type.
import { Checkbox } from "#app/ui/checkbox.tsx";
import { draftHref } from "#app/ui/editor/draft-head.tsx";
import { OptionRows } from "#app/ui/editor/option-rows.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormSection } from "#app/ui/form-section.tsx";
import { Input } from "#app/ui/input.tsx";
import { Select } from "#app/ui/select.tsx";
import { BandRows } from "./band-rows.tsx";
import { ColumnRows } from "./column-rows.tsx";
import type { PartProps } from "./part.ts";

export function AnswerPart(props: PartProps) {
  const { view, input, errors } = props;
  const { type } = view.question.fields;
  return (
    <FormSection title="Answer">
      <div id="answer" className="fields">
        <OwnAnswer {...props} type={type} />
        <div className="editor__row">
          <Field name="required" label="Must be answered" error={errors.required}>
            <Select
              defaultValue={input.required}
              options={[
                { value: "", label: "As usual: yes when it is scored" },
                { value: "yes", label: "Yes" },
                { value: "no", label: "No" },
              ]}
            />
          </Field>
          <Field name="na" label="“Not applicable” may be answered" hint="With a reason; a reviewer accepts it." error={errors.na}>
            <Select
              defaultValue={input.na}
              options={[
                { value: "", label: "Not decided" },
                { value: "yes", label: "Yes" },
                { value: "no", label: "No" },
              ]}
            />
          </Field>
        </div>
        <Checkbox
          name="isPerVendor"
          label="About the company, not the service: the vendor answers it once"
          hint="Its answer stands for its other engagements, too, with the determination, for six months."
          defaultChecked={input.isPerVendor}
        />
      </div>
    </FormSection>
  );
}

function OwnAnswer({ view, input, errors, type }: PartProps & { type: string }) {
  const number = (name: "min" | "max" | "maxLength" | "maxRows", label: string, hint?: string) => (
    <Field name={name} label={label} hint={hint} error={errors[name]} isOptional>
      <Input inputMode="decimal" maxLength={20} defaultValue={input[name]} />
    </Field>
  );
  switch (type) {
    case "boolean":
    case "choice":
    case "multichoice":
      return (
        <>
          {view.scales.length > 0 && (
            <Field name="scale" label="Options" hint="A scale is shared by several questions." error={errors.scale}>
              <Select
                defaultValue={input.scale}
                options={[
                  { value: "", label: "Of its own" },
                  ...view.scales.map(({ id, options }) => ({ value: id, label: `Scale ${id}: ${options.join(", ")}` })),
                ]}
              />
            </Field>
          )}
          {input.scale === "" ? (
            <>
              <p className="field__hint">
                Worth in percent: 100 is the best answer, 0 fails, “–” leaves the question out of the score. Save to get more rows.
              </p>
              <OptionRows
                rows={input.options}
                languages={view.languages}
                errors={errors}
                isMultiple={type === "multichoice"}
                hasFixedCodes={type === "boolean"}
              />
            </>
          ) : (
            <p>
              <a href={`${draftHref(view.draftId)}/scale/${input.scale}`}>Edit the scale</a>
            </p>
          )}
        </>
      );
    case "number":
      return (
        <>
          <div className="editor__row">
            <Field name="unit" label="Unit" hint="h, days, %" error={errors.unit} isOptional>
              <Input maxLength={40} defaultValue={input.unit} />
            </Field>
            {number("min", "Smallest")}
            {number("max", "Largest")}
          </div>
          <BandRows rows={input.bands} errors={errors} head="Up to" />
        </>
      );
    case "date":
      return <BandRows rows={input.bands} errors={errors} head="At most so many days old" />;
    case "text":
      return (
        <div className="editor__row">
          {number("maxLength", "Longest, in letters")}
          <Checkbox name="isMultiline" label="Several lines" defaultChecked={input.isMultiline} />
        </div>
      );
    case "table":
      return (
        <>
          <ColumnRows rows={input.columns} languages={view.languages} errors={errors} />
          <div className="editor__row">{number("maxRows", "Most rows")}</div>
        </>
      );
    default:
      return null;
  }
}
