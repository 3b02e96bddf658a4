// What becomes of answers given so far, question by question, where the change touches them.
import { listIn } from "#app/domain/questionnaire/edit/question-input.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Revision } from "#app/ui/editor/draft-head.tsx";
import type { EditorFailure } from "#app/ui/editor/failure.ts";
import { Field } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";
import { Section } from "#app/ui/section.tsx";

export interface ChangeNotesProps {
  view: {
    revision: number;
    languages: readonly ("en" | "de")[];
    notes: readonly { of: string; text: string; isRemoved: boolean; isCarried: boolean; note: { en: string; de: string } }[];
  };
  failure: EditorFailure;
}

const names = { en: "English", de: "German" } as const;
const fields = { en: "noteEn", de: "noteDe" } as const;

export function ChangeNotes({ view: { revision, languages, notes }, failure: { values, fields: errors } }: ChangeNotesProps) {
  const typed = (language: "en" | "de", at: number, otherwise: string) =>
    values ? (listIn(values, fields[language])[at] ?? "") : otherwise;
  return (
    <Section id="changes" title="What becomes of answers so far" note="one note per question">
      <form method="post" className="editor stack stack-16">
        <Revision of={{ revision }} />
        {notes.map(({ of, text, isRemoved, isCarried, note }, at) => (
          <fieldset key={of} className="text-pair">
            <legend>
              {text} <span className="quiet mono">{of}</span>
            </legend>
            <input type="hidden" name="noteOf" value={of} />
            {!isRemoved && (
              <Checkbox
                name="carried"
                id={`f-carried-${at}`}
                value={at}
                label="Answers are carried over"
                defaultChecked={values ? listIn(values, "carried").includes(String(at)) : isCarried}
              />
            )}
            <div className={languages.length > 1 ? "text-pair__two" : undefined}>
              {languages.map((language) => (
                <Field
                  key={language}
                  name={fields[language]}
                  id={`f-note-${at}-${language}`}
                  label={`Why, ${names[language]}`}
                  error={errors[`note-${at}-${language}`]}
                >
                  <Input lang={language} maxLength={1000} defaultValue={typed(language, at, note[language])} autoComplete="off" />
                </Field>
              ))}
            </div>
          </fieldset>
        ))}
        <div className="row">
          <Button name="intent" value="notes">
            Save notes
          </Button>
        </div>
      </form>
    </Section>
  );
}
