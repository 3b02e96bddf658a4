// A table to fill in: the rows there are, and a few empty ones. Narrow windows show each row as a block.
import { cellName } from "#app/domain/assessment/answer-names.ts";
import { countryNames } from "#app/domain/questionnaire/countries.ts";
import type { ColumnType } from "#app/domain/questionnaire/questionnaire.ts";
import type { VendorQuestion } from "#app/domain/questionnaire/vendor-question.ts";
import type { Messages } from "#app/i18n/en.ts";
import { DateInput } from "../date-input.tsx";
import { fieldId } from "../field-context.ts";
import { Input } from "../input.tsx";
import { useRequestFacts } from "../request-facts.ts";

const spareRows = 3;

const inputModes: Partial<Record<ColumnType, "decimal" | "url" | "email">> = { number: "decimal", url: "url", email: "email" };

export interface TableAnswerProps {
  question: VendorQuestion;
  rows: readonly Readonly<Record<string, string>>[];
  words: Messages["portal"];
}

export function TableAnswer({ question, rows, words }: TableAnswerProps) {
  const { key, columns, maxRows } = question;
  const { language } = useRequestFacts();
  const countryList = fieldId(`countries:${key}`);
  const shown = Math.min(maxRows, rows.length + spareRows);
  return (
    <>
      <table className="cells stacked">
        <thead>
          <tr>
            {columns.map(({ id, label, isRequired }) => (
              <th key={id} scope="col">
                {label}
                {isRequired ? null : <span className="field__opt"> ({words.question.optional})</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: shown }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and are never reordered here
            <tr key={row}>
              {columns.map(({ id, label, type }) => {
                const name = cellName(row, id, key);
                const common = { name, defaultValue: rows[row]?.[id] ?? "", "aria-label": `${words.question.row(row + 1)}, ${label}` };
                return (
                  <td key={id} data-label={label}>
                    {type === "date" ? (
                      <DateInput {...common} />
                    ) : (
                      <Input
                        inputMode={inputModes[type]}
                        list={type === "country" ? countryList : undefined}
                        autoComplete="off"
                        {...common}
                      />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {columns.some(({ type }) => type === "country") && (
        <datalist id={countryList}>
          {countryNames(language).map(({ code, name }) => (
            <option key={code} value={name} />
          ))}
        </datalist>
      )}
      {shown < maxRows && <p className="field__hint">{words.question.moreRows}</p>}
    </>
  );
}
