// Where an answer was read: document and page. A scored answer has to name both.
import { fieldName } from "#app/domain/assessment/answer-names.ts";
import type { StaffQuestion } from "#app/domain/assessment/staff-page.ts";
import { Field } from "#app/ui/field.tsx";
import { fieldId } from "#app/ui/field-context.ts";
import { Input } from "#app/ui/input.tsx";
import { typedOf } from "#app/ui/portal/typed.ts";
import { Select } from "#app/ui/select.tsx";

export interface ReadInProps {
  question: StaffQuestion;
  documents: readonly { id: string; name: string; kind: string; startsOn: string | null }[];
}

export function ReadIn({ question: { view, isScored }, documents }: ReadInProps) {
  const { key, type } = view.question;
  const typed = typedOf(view);
  const document = fieldName("document", key);
  const page = fieldName("page", key);
  const options = documents.map(({ id, name, kind, startsOn }) => ({
    value: id,
    label: `${name} (${kind}${startsOn === null ? "" : `, ${startsOn}`})`,
  }));
  return (
    <div className="read-in">
      <Field
        name={document}
        id={fieldId(document)}
        label={type === "file" ? "Document" : "Read in"}
        error={view.errors.instead}
        isOptional={!isScored && type !== "file"}
      >
        <Select
          options={options}
          placeholder={documents.length === 0 ? "No document is here yet" : "Choose …"}
          defaultValue={typed.document}
        />
      </Field>
      {type === "file" ? null : (
        <Field name={page} id={fieldId(page)} label="Page" error={view.errors.page} isOptional={!isScored}>
          <Input defaultValue={typed.page} maxLength={100} autoComplete="off" placeholder="12, or 4.3" />
        </Field>
      )}
    </div>
  );
}
