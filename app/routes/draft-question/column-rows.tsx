// The columns of a table the vendor fills in.
import type { ColumnRow } from "#app/domain/questionnaire/edit/question-typed.ts";
import { columnTypes } from "#app/domain/questionnaire/questionnaire.ts";
import { fieldId } from "#app/ui/field-context.ts";
import { FieldError } from "#app/ui/field-error.tsx";
import { IconButton } from "#app/ui/icon-button.tsx";

const names = { en: "English", de: "German" } as const;
const fields = { en: "columnEn", de: "columnDe" } as const;
const words = { text: "Text", number: "Number", date: "Date", country: "Country", url: "Web address", email: "E-mail" } as const;
const blank: ColumnRow = { id: "", type: "text", label: { en: "", de: "" }, isRequired: false };

export interface ColumnRowsProps {
  rows: readonly ColumnRow[];
  languages: readonly ("en" | "de")[];
  errors: Readonly<Record<string, string>>;
}

export function ColumnRows({ rows, languages, errors }: ColumnRowsProps) {
  const shown = [...rows, blank, blank];
  return (
    <div className="table-box">
      <table className="table table--plain rows-table">
        <caption className="sr">Columns from left to right</caption>
        <thead>
          <tr>
            {languages.map((language) => (
              <th key={language} scope="col">
                {names[language]}
              </th>
            ))}
            <th scope="col">Id</th>
            <th scope="col">Holds</th>
            <th scope="col">Required</th>
            <th scope="col">
              <span className="sr">Order</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row, at) => {
            const error = errors[`column-${at}`] ?? errors[`column-${at}-en`] ?? errors[`column-${at}-de`];
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place
              <tr key={at} className={error === undefined ? undefined : "rows-table__wrong"}>
                {languages.map((language, n) => (
                  <td key={language}>
                    {n === 0 && <FieldError id={`${fieldId(`column-${at}`)}-error`} error={error} />}
                    <input
                      className="input"
                      name={fields[language]}
                      id={n === 0 ? fieldId(`column-${at}`) : undefined}
                      lang={language}
                      defaultValue={row.label[language]}
                      maxLength={4000}
                      aria-label={`Column ${at + 1}, ${names[language]}`}
                      autoComplete="off"
                    />
                  </td>
                ))}
                <td>
                  <input
                    className="input mono"
                    name="columnId"
                    defaultValue={row.id}
                    maxLength={64}
                    aria-label={`Column ${at + 1}, id`}
                    autoComplete="off"
                  />
                </td>
                <td>
                  <select className="input" name="columnType" defaultValue={row.type} aria-label={`Column ${at + 1}, what it holds`}>
                    {columnTypes.map((type) => (
                      <option key={type} value={type}>
                        {words[type]}
                      </option>
                    ))}
                  </select>
                </td>
                <td>
                  <input
                    type="checkbox"
                    name="columnRequired"
                    value={at}
                    defaultChecked={row.isRequired}
                    aria-label={`Column ${at + 1} is required`}
                  />
                </td>
                <td className="rows-table__order">
                  {at < rows.length && (
                    <span className="row row--tight">
                      <IconButton
                        icon="chevron-up"
                        label={`Column ${at + 1} up`}
                        name="intent"
                        value={`column-up:${at}`}
                        disabled={at === 0}
                      />
                      <IconButton
                        icon="chevron-down"
                        label={`Column ${at + 1} down`}
                        name="intent"
                        value={`column-down:${at}`}
                        disabled={at === rows.length - 1}
                      />
                      <IconButton icon="x" label={`Remove column ${at + 1}`} name="intent" value={`column-away:${at}`} />
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
