// What a number, or the age of a date, is worth: bands with a rising bound; the last one takes the rest.
import type { BandRow } from "#app/domain/questionnaire/edit/options-typed.ts";
import { fieldId } from "#app/ui/field-context.ts";
import { FieldError } from "#app/ui/field-error.tsx";
import { IconButton } from "#app/ui/icon-button.tsx";

export function BandRows({ rows, errors, head }: { rows: readonly BandRow[]; errors: Readonly<Record<string, string>>; head: string }) {
  const shown = [...rows, ...Array.from({ length: rows.length === 0 ? 3 : 2 }, () => ({ upTo: "", percent: "" }))];
  return (
    <div>
      <p className="field__hint">
        What an answer is worth. Leave the bound of the last line empty: it takes all the rest. Without lines nothing is scored.
      </p>
      <table className="table table--plain rows-table rows-table--narrow">
        <caption className="sr">Bands by rising bound</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">Worth %</th>
            <th scope="col">
              <span className="sr">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row, at) => {
            const error = errors[`band-${at}`];
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place
              <tr key={at} className={error === undefined ? undefined : "rows-table__wrong"}>
                <td>
                  <FieldError id={`${fieldId(`band-${at}`)}-error`} error={error} />
                  <input
                    className="input num"
                    name="bandUpTo"
                    id={fieldId(`band-${at}`)}
                    defaultValue={row.upTo}
                    maxLength={20}
                    inputMode="decimal"
                    aria-label={`Line ${at + 1}, ${head.toLowerCase()}`}
                    placeholder={at === rows.length - 1 ? "the rest" : undefined}
                    autoComplete="off"
                  />
                </td>
                <td>
                  <input
                    className="input num"
                    name="bandPercent"
                    defaultValue={row.percent}
                    maxLength={6}
                    inputMode="decimal"
                    aria-label={`Line ${at + 1}, worth in percent`}
                    autoComplete="off"
                  />
                </td>
                <td>
                  {at < rows.length && <IconButton icon="x" label={`Remove line ${at + 1}`} name="intent" value={`band-away:${at}`} />}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
