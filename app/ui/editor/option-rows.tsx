// The options of a question or of a scale: one row each, with its words, its code and what it is worth. Empty rows are none; the buttons
// beside a row save the form with the rows in their new order.
import type { OptionRow } from "#app/domain/questionnaire/edit/options-typed.ts";
import { fieldId } from "../field-context.ts";
import { FieldError } from "../field-error.tsx";
import { IconButton } from "../icon-button.tsx";

export interface OptionRowsProps {
  rows: readonly OptionRow[];
  languages: readonly ("en" | "de")[];
  errors: Readonly<Record<string, string>>;
  /** Only then an option can rule out the others. */
  isMultiple?: boolean;
  /** Yes-or-no questions have their two codes. */
  hasFixedCodes?: boolean;
}

const names = { en: "English", de: "German" } as const;
const fields = { en: "optionEn", de: "optionDe" } as const;
const blank: OptionRow = { id: "", was: "", label: { en: "", de: "" }, percent: "", needsComment: false, isExclusive: false };

export function OptionRows({ rows, languages, errors, isMultiple = false, hasFixedCodes = false }: OptionRowsProps) {
  const shown = hasFixedCodes ? bothCodes(rows) : [...rows, ...Array.from({ length: rows.length === 0 ? 3 : 2 }, () => blank)];
  const label = (at: number, what: string) => `Option ${at + 1}, ${what}`;
  return (
    <div className="table-box">
      <table className="table table--plain rows-table">
        <caption className="sr">Options in their order</caption>
        <thead>
          <tr>
            {languages.map((language) => (
              <th key={language} scope="col">
                {names[language]}
              </th>
            ))}
            <th scope="col" className="rows-table__id">
              Code
            </th>
            <th scope="col" className="rows-table__percent">
              Worth %
            </th>
            <th scope="col">Comment</th>
            {isMultiple && <th scope="col">Alone</th>}
            <th scope="col">
              <span className="sr">Order</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row, at) => {
            const error = errors[`option-${at}`];
            const isLast = at === rows.length - 1;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place
              <tr key={at} className={error === undefined ? undefined : "rows-table__wrong"}>
                {languages.map((language, n) => (
                  <td key={language}>
                    {n === 0 && <FieldError id={`${fieldId(`option-${at}`)}-error`} error={error} />}
                    {n === 0 && <input type="hidden" name="optionWas" value={row.was} />}
                    <input
                      className="input"
                      name={fields[language]}
                      id={n === 0 ? fieldId(`option-${at}`) : undefined}
                      lang={language}
                      defaultValue={row.label[language]}
                      maxLength={4000}
                      aria-label={label(at, names[language])}
                      aria-invalid={error === undefined ? undefined : true}
                      aria-describedby={error === undefined ? undefined : `${fieldId(`option-${at}`)}-error`}
                      autoComplete="off"
                    />
                  </td>
                ))}
                <td>
                  <input
                    className="input mono"
                    name="optionId"
                    defaultValue={row.id}
                    maxLength={64}
                    readOnly={hasFixedCodes}
                    aria-label={label(at, "code")}
                    placeholder={row.id === "" ? "by itself" : undefined}
                    autoComplete="off"
                  />
                </td>
                <td>
                  <input
                    className="input num"
                    name="optionPercent"
                    defaultValue={row.percent}
                    maxLength={6}
                    inputMode="decimal"
                    aria-label={label(at, "worth in percent")}
                    autoComplete="off"
                  />
                </td>
                <td>
                  <input
                    type="checkbox"
                    name="optionComment"
                    value={at}
                    defaultChecked={row.needsComment}
                    aria-label={label(at, "asks for a comment")}
                  />
                </td>
                {isMultiple && (
                  <td>
                    <input
                      type="checkbox"
                      name="optionExclusive"
                      value={at}
                      defaultChecked={row.isExclusive}
                      aria-label={label(at, "rules out the others")}
                    />
                  </td>
                )}
                <td className="rows-table__order">
                  {at < rows.length && (
                    <span className="row row--tight">
                      <IconButton
                        icon="chevron-up"
                        label={`Option ${at + 1} up`}
                        name="intent"
                        value={`option-up:${at}`}
                        disabled={at === 0}
                      />
                      <IconButton
                        icon="chevron-down"
                        label={`Option ${at + 1} down`}
                        name="intent"
                        value={`option-down:${at}`}
                        disabled={isLast}
                      />
                      {!hasFixedCodes && (
                        <IconButton icon="x" label={`Remove option ${at + 1}`} name="intent" value={`option-away:${at}`} />
                      )}
                    </span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Those that are used in their order, then those that are not. */
const bothCodes = (rows: readonly OptionRow[]): OptionRow[] => [
  ...rows,
  ...["true", "false"].filter((code) => !rows.some(({ id }) => id === code)).map((id) => ({ ...blank, id })),
];
