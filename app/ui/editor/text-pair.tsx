// One text in the languages of the questionnaire, side by side; a translation that is missing is marked.
import { Field } from "../field.tsx";
import { Input } from "../input.tsx";
import { Textarea } from "../textarea.tsx";

export interface TextPairProps {
  /** The fields are called `name-en` and `name-de`. */
  name: string;
  label: string;
  hint?: string;
  languages: readonly ("en" | "de")[];
  value: { en: string; de: string };
  errors: Readonly<Record<string, string>>;
  isOptional?: boolean;
  /** Lines; one makes a one-line field. */
  lines?: number;
}

const names = { en: "English", de: "German" } as const;

export function TextPair({ name, label, hint, languages, value, errors, isOptional = false, lines = 2 }: TextPairProps) {
  const source = languages[0] ?? "en";
  return (
    <fieldset className="text-pair">
      <legend>
        {label}
        {isOptional && <span className="field__opt"> (optional)</span>}
      </legend>
      {hint !== undefined && <p className="field__hint">{hint}</p>}
      <div className={languages.length > 1 ? "text-pair__two" : undefined}>
        {languages.map((language) => {
          const field = `${name}-${language}`;
          const isMissing = language !== source && value[source] !== "" && value[language] === "";
          const error = errors[field];
          const words = (
            <>
              {names[language]}
              {isMissing && <span className="text-pair__missing"> – missing</span>}
            </>
          );
          return (
            <Field key={language} name={field} label={words} {...(error !== undefined && { error })}>
              {lines === 1 ? (
                <Input lang={language} defaultValue={value[language]} maxLength={4000} autoComplete="off" />
              ) : (
                <Textarea lang={language} rows={lines} defaultValue={value[language]} maxLength={4000} />
              )}
            </Field>
          );
        })}
      </div>
    </fieldset>
  );
}
