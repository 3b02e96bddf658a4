// What an upload needs: the file, what it is, the day its validity counts from. Used by the upload page and, with script, in place.
// Field names are those of POST /v/evidence.
import type { VendorEvidence } from "#app/domain/questionnaire/vendor-question.ts";
import type { Messages } from "#app/i18n/en.ts";
import { DateInput } from "../date-input.tsx";
import { Field } from "../field.tsx";
import { fieldId } from "../field-context.ts";
import { FileDrop } from "../file-drop.tsx";
import { Select } from "../select.tsx";

export interface UploadFieldsProps {
  questionKey: string;
  evidence: VendorEvidence;
  words: Messages["portal"];
  /** Largest file, in whole MB. */
  maxUpload: number;
  today: string;
  /** On a page of its own; in place the fields have no names, so that the section's form does not send them. */
  isForm?: boolean;
  /** What came back: what is wrong with which field, and what was chosen. */
  refused?: { fields: Readonly<Record<string, string | undefined>>; typed: Readonly<Record<string, string>> };
}

export const uploadFieldId = (part: string, questionKey: string): string => fieldId(`${part}:upload:${questionKey}`);

export function UploadFields({ questionKey, evidence, words, maxUpload, today, isForm = false, refused }: UploadFieldsProps) {
  const { kinds, accept } = evidence;
  const id = (part: string) => uploadFieldId(part, questionKey);
  const error = (part: string) => refused?.fields[part];
  const typed = (part: string) => refused?.typed[part] ?? "";
  const named = (part: string) => ({ name: isForm ? part : undefined, "data-part": part });
  const [only] = kinds;
  return (
    <div className="upload">
      {/* Before the file: the server reads the fields in order and streams the file last. */}
      <Field
        id={id("kind")}
        name="kind"
        label={words.evidence.kind}
        error={error("kind")}
        className={kinds.length === 1 ? "sr" : undefined}
      >
        <Select
          {...named("kind")}
          id={id("kind")}
          defaultValue={kinds.length === 1 ? only?.code : typed("kind")}
          placeholder={words.evidence.kindChoose}
          options={kinds.map(({ code, label }) => ({ value: code, label }))}
          required={isForm}
        />
      </Field>
      <div className="upload__dates">
        <Field
          id={id("startsOn")}
          name="startsOn"
          label={kinds.length === 1 ? (only?.clock ?? "") : words.evidence.startsOn}
          error={error("startsOn")}
        >
          <DateInput {...named("startsOn")} id={id("startsOn")} max={today} defaultValue={typed("startsOn")} />
        </Field>
        {kinds.some(({ mayStateExpiry }) => mayStateExpiry) && (
          <Field
            id={id("statedExpiryOn")}
            name="statedExpiryOn"
            label={words.evidence.statedExpiryOn}
            error={error("statedExpiryOn")}
            isOptional
          >
            <DateInput {...named("statedExpiryOn")} id={id("statedExpiryOn")} defaultValue={typed("statedExpiryOn")} />
          </Field>
        )}
      </div>
      <Field id={id("file")} name="file" label={words.evidence.file} hint={words.evidence.fileHint(maxUpload)} error={error("file")}>
        <FileDrop {...named("file")} id={id("file")} accept={accept.join(",")} required={isForm} />
      </Field>
    </div>
  );
}
