// The documents of an answer: what is asked for, what is attached, and the two ways to stand in for a file.
// Without script **Attach a document** saves the section and opens a page for the upload; with script the drop zone is right here.
import type { RawAnswer } from "#app/domain/assessment/answer-input.ts";
import { fieldName } from "#app/domain/assessment/answer-names.ts";
import type { VendorQuestionView } from "#app/domain/assessment/vendor-page.ts";
import { addDays } from "#app/domain/monitoring/calendar-days.ts";
import type { Messages } from "#app/i18n/en.ts";
import { Button } from "../button.tsx";
import { DateInput } from "../date-input.tsx";
import { Field } from "../field.tsx";
import { fieldId } from "../field-context.ts";
import { FieldError } from "../field-error.tsx";
import { FileList } from "../file-list.tsx";
import { formatBytes, formatDay, formatHash } from "../format.ts";
import { IconButton } from "../icon-button.tsx";
import { Input } from "../input.tsx";
import { useKitWords } from "../words.ts";
import { UploadFields } from "./upload-fields.tsx";

export interface ProofProps {
  view: VendorQuestionView;
  typed: RawAnswer;
  words: Messages["portal"];
  maxUpload: number;
  today: string;
  isReadOnly: boolean;
}

export function Proof({ view, typed, words, maxUpload, today, isReadOnly }: ProofProps) {
  const kit = useKitWords();
  const { question, errors, files, proofWhen } = view;
  const { key, evidence } = question;
  if (evidence === null) return null;
  const id = fieldId(`evidence:${key}`);
  return (
    <div className={proofWhen === "options" ? "q__more q__more--proof" : "q__more q__more--proof is-asked"}>
      <div className={errors.evidence === undefined ? "field" : "field field--error"}>
        <p className="q__label" id={`${id}-label`}>
          {evidence.min > 1 ? words.evidence.legendMany(evidence.min) : words.evidence.legend}
        </p>
        <div className="field__hint">
          {evidence.kinds.length > 1 && <p>{words.evidence.oneOf}</p>}
          <ul className="q__kinds">
            {evidence.kinds.map(({ code, label, hint }) => (
              <li key={code}>
                {label}
                {hint === null ? null : <span className="quiet">. {hint}</span>}
              </li>
            ))}
          </ul>
          {evidence.maxAgeDays !== null && <p>{words.evidence.maxAge(evidence.maxAgeDays)}</p>}
        </div>
        <FieldError id={`${id}-error`} error={errors.evidence} />
        <FileList
          labelledBy={`${id}-label`}
          files={files.map((file) => ({
            id: file.id,
            name: file.name,
            state: file.isCarried ? "carried" : "stored",
            note: [
              formatBytes(file.bytes, kit),
              evidence.kinds.find(({ code }) => code === file.kind)?.label,
              file.expiresOn === null ? undefined : words.evidence.until(formatDay(file.expiresOn, today, kit)),
              `SHA-256 ${formatHash(file.sha256)}`,
            ]
              .filter(Boolean)
              .join(" · "),
            action: isReadOnly ? undefined : (
              <IconButton
                name="next"
                value={`withdraw:${file.id}`}
                icon="trash-2"
                label={words.evidence.withdraw(file.name)}
                type="submit"
              />
            ),
          }))}
        />
        {isReadOnly ? null : (
          <>
            <div data-upload={key} hidden>
              <UploadFields questionKey={key} evidence={evidence} words={words} maxUpload={maxUpload} today={today} />
            </div>
            <div data-upload-plain="">
              <Button name="next" value={`attach:${key}`} icon="paperclip" id={id}>
                {words.evidence.attach}
              </Button>
            </div>
          </>
        )}
      </div>
      <StandFor questionKey={key} typed={typed} words={words} error={errors.instead} today={today} />
    </div>
  );
}

export interface StandForProps {
  questionKey: string;
  typed: RawAnswer;
  words: Messages["portal"];
  error: string | undefined;
  today: string;
}

/** The ways to stand in for a file. */
export function StandFor({ questionKey, typed, words, error, today }: StandForProps) {
  const { evidence } = words;
  const name = fieldName("instead", questionKey);
  const id = fieldId(name);
  const ways = [
    { code: "", label: evidence.none, hint: undefined },
    { code: "covered", label: evidence.covered, hint: evidence.coveredHint },
    { code: "later", label: evidence.later, hint: evidence.laterHint },
  ];
  return (
    <div className="instead" role="radiogroup" aria-label={evidence.instead}>
      <p className="q__label">{evidence.instead}</p>
      <FieldError id={`${id}-error`} error={error} />
      <div className="choices">
        {ways.map(({ code, label, hint }, index) => (
          <label key={code} className="choice">
            <input
              type="radio"
              id={index === 0 ? id : `${id}-${index + 1}`}
              name={name}
              value={code}
              defaultChecked={typed.instead === code}
              aria-describedby={error === undefined ? undefined : `${id}-error`}
              data-instead={code}
            />
            <span>
              {label} {hint && <small>{hint}</small>}
            </span>
          </label>
        ))}
      </div>
      <div className="instead__fields instead__fields--covered">
        <Field name={fieldName("document", questionKey)} label={evidence.coveredWhich}>
          <Input defaultValue={typed.document} maxLength={500} autoComplete="off" />
        </Field>
        <Field name={fieldName("page", questionKey)} label={evidence.coveredPage}>
          <Input defaultValue={typed.page} maxLength={500} autoComplete="off" />
        </Field>
      </div>
      <div className="instead__fields instead__fields--later">
        <Field name={fieldName("on", questionKey)} label={evidence.laterOn}>
          <DateInput defaultValue={typed.on} min={addDays(today, 1)} max={addDays(today, 30)} />
        </Field>
      </div>
    </div>
  );
}
