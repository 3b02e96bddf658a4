// The worksheet of a document: one line per fact, its page beside it. A page left empty is that of the line above. P **Mark as verified**.
import type { WorksheetFieldView, WorksheetView } from "#app/domain/evidence/worksheets/worksheet-view.ts";
import { Button } from "./button.tsx";
import { CheckboxGroup } from "./checkbox.tsx";
import { DateInput } from "./date-input.tsx";
import { Field } from "./field.tsx";
import { Input } from "./input.tsx";
import { RadioGroup } from "./radio-group.tsx";
import { Select } from "./select.tsx";
import { Textarea } from "./textarea.tsx";

export interface WorksheetFormProps {
  worksheet: WorksheetView;
  isVerified: boolean;
  /** What was typed and refused, by field name. */
  values?: Readonly<Record<string, string | string[]>> | undefined;
  /** By field name; empty: nothing was refused. */
  errors?: Readonly<Record<string, string>>;
}

export function WorksheetForm({ worksheet, isVerified, values, errors = {} }: WorksheetFormProps) {
  return (
    <form method="post" className="worksheet" noValidate>
      <input type="hidden" name="baseRevision" value={worksheet.revision} />
      <p className="quiet">
        The service we buy: <b>{worksheet.service}</b>. Leave a page empty where it is the same as above.
      </p>
      {worksheet.fields.map((field) => (
        <WorksheetLine
          key={field.name}
          field={values ? { ...field, value: values[field.valueField] ?? "", page: String(values[field.pageField] ?? "") } : field}
          errors={errors}
        />
      ))}
      {worksheet.checks.length > 0 && (
        <CheckboxGroup name="checks" legend="Checked as well" options={worksheet.checks} defaultValues={[values?.checks ?? []].flat()} />
      )}
      <Field name="note" label="Note" isOptional>
        <Input maxLength={4000} defaultValue={String(values?.note ?? "")} />
      </Field>
      <div className="form-actions">
        <Button name="intent" value="worksheet-verify" icon="badge-check">
          Mark as verified
        </Button>
        <Button name="intent" value="worksheet-save" tone="ghost">
          Save draft
        </Button>
        {isVerified && <span className="quiet">A changed draft takes the verdict back until it is verified again.</span>}
      </div>
    </form>
  );
}

function WorksheetLine({ field, errors }: { field: WorksheetFieldView; errors: Readonly<Record<string, string>> }) {
  // The line says of what; the summary on top names it.
  const pageError = errors[field.pageField] === undefined ? undefined : "Give its page.";
  return (
    <div className="worksheet__line">
      <WorksheetControl field={field} error={errors[field.valueField]} />
      <Field
        name={field.pageField}
        label={
          <>
            Page<span className="sr"> of {field.label}</span>
          </>
        }
        error={pageError}
        className="worksheet__page"
      >
        <Input maxLength={20} autoComplete="off" defaultValue={field.page} />
      </Field>
      {field.decides && <p className="worksheet__decides quiet">{field.decides}</p>}
    </div>
  );
}

function WorksheetControl({ field, error }: { field: WorksheetFieldView; error: string | undefined }) {
  const { input, label, valueField: name, value } = field;
  const hint = field.hint ?? undefined;
  const text = typeof value === "string" ? value : value.join("\n");
  const about = { name, label, hint, error, isOptional: field.isOptional };
  switch (input.type) {
    case "yesno":
      return <RadioGroup name={name} legend={label} hint={hint} error={error} options={yesNo} defaultValue={text} className="field--row" />;
    case "choices":
      return (
        <CheckboxGroup
          name={name}
          legend={label}
          hint={hint}
          error={error}
          options={optionsOf(input.options)}
          defaultValues={[value].flat()}
        />
      );
    case "choice":
      return (
        <Field {...about}>
          <Select options={optionsOf(input.options)} placeholder="Choose …" defaultValue={text} />
        </Field>
      );
    case "list":
      return (
        <Field {...about} hint={`${hint ? `${hint}. ` : ""}One line each: ${input.each}`}>
          <Textarea rows={Math.min(8, Math.max(2, text.split("\n").length))} defaultValue={text} />
        </Field>
      );
    case "date":
      return (
        <Field {...about}>
          <DateInput defaultValue={text} />
        </Field>
      );
    case "number":
      return (
        <Field {...about}>
          <Input inputMode="numeric" autoComplete="off" maxLength={4} className="input--short" defaultValue={text} />
        </Field>
      );
    case "text":
      return (
        <Field {...about}>
          <Input autoComplete="off" maxLength={500} defaultValue={text} />
        </Field>
      );
  }
}

const yesNo = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];

const optionsOf = (options: Readonly<Record<string, string>>) => Object.entries(options).map(([value, label]) => ({ value, label }));
