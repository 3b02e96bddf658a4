// Which documents prove the answer, how many, how old; for a question answered with a document, which documents it takes.
import { Checkbox, CheckboxGroup } from "#app/ui/checkbox.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { draftHref } from "#app/ui/editor/draft-head.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormSection } from "#app/ui/form-section.tsx";
import { Input } from "#app/ui/input.tsx";
import type { PartProps } from "./part.ts";

export function EvidencePart({ view, input, errors }: PartProps) {
  const options = view.kinds.map(({ code, label }) => ({ value: code, label }));
  const named = (codes: readonly string[]) => view.kinds.filter(({ code }) => codes.includes(code)).map(({ label }) => label);
  const isFile = view.question.fields.type === "file";
  const chosen = named(input.kinds);
  const covering = named(input.coveredBy);
  return (
    <FormSection title={isFile ? "Documents" : "Evidence"}>
      <Disclosure
        summary={chosen.length === 0 ? "Which documents prove the answer: none" : `Proved by: ${chosen.join(", ")}`}
        isOpen={errors.kinds !== undefined || (isFile && chosen.length === 0)}
      >
        <CheckboxGroup
          name="kinds"
          legend={isFile ? "Documents taken as the answer" : "Documents that prove the answer"}
          hint="One of them is enough."
          className="choices-two"
          error={errors.kinds}
          options={options}
          defaultValues={input.kinds}
        />
      </Disclosure>
      {!isFile && (
        <>
          {view.question.evidenceCondition !== null && (
            <p className="editor__when">
              <b>Wanted for</b> {view.question.evidenceCondition}.{" "}
              <a href={`${draftHref(view.draftId)}/condition/evidence/${view.question.id}`}>Edit condition of the evidence</a>
            </p>
          )}
          <div className="editor__row">
            <Field name="evidenceMin" label="How many" hint="1 when empty" error={errors.evidenceMin} isOptional>
              <Input inputMode="numeric" maxLength={2} defaultValue={input.evidenceMin} />
            </Field>
            <Field name="maxAgeDays" label="At most so many days old" error={errors.maxAgeDays} isOptional>
              <Input inputMode="numeric" maxLength={5} defaultValue={input.maxAgeDays} />
            </Field>
          </div>
          <Checkbox
            name="isProofRequired"
            label="Proof required"
            hint="Without a document the answer is worth nothing."
            defaultChecked={input.isProofRequired}
          />
          <Disclosure summary={covering.length === 0 ? "Which reports cover it: none" : `Covered by: ${covering.join(", ")}`}>
            <CheckboxGroup
              name="coveredBy"
              legend="Reports that answer this question, too"
              className="choices-two"
              options={options}
              defaultValues={input.coveredBy}
            />
          </Disclosure>
        </>
      )}
    </FormSection>
  );
}
