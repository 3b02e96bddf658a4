// A filled CAIQ answers some of our own questions: which vendor's questionnaire it is for, and what became of it. P **Use for our
// questionnaire**.
import type { Fillable } from "#app/server/assessments/on-behalf/fillable.queries.server.ts";
import type { PreparedFromCaiq } from "#app/server/assessments/on-behalf/prepare-from-caiq.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { formatCount } from "#app/ui/format.ts";
import { Section } from "#app/ui/section.tsx";
import { Select } from "#app/ui/select.tsx";
import { Table } from "#app/ui/table.tsx";

export interface UseCaiqProps {
  edition: string;
  rows: number;
  fillable: readonly Fillable[];
  used: PreparedFromCaiq | undefined;
}

export function UseCaiq({ edition, rows, fillable, used }: UseCaiqProps) {
  const options = fillable.map(({ id, vendor, service, number }) => ({ value: id, label: `${vendor}, ${service}, assessment ${number}` }));
  return (
    <Section id="use" title="Use for our questionnaire" note={`CAIQ ${edition}, ${formatCount(rows)} rows are filled in`}>
      <div className="stack stack-16">
        <p className="muted">
          Each row is proposed for the questions that share its control. What the rows agree on is filled in for the vendor, with the rows
          as reference, and counts once the vendor confirmed it. A CAIQ proves nothing: documents are asked for all the same.
        </p>
        {used && <Used used={used} vendor={fillable.find(({ id }) => id === used.assessmentId)?.vendor ?? "the vendor"} />}
        <form method="post" className="stack stack-16 form">
          <Field name="assessment" label="Whose questionnaire">
            <Select options={[{ value: "", label: "Choose" }, ...options]} defaultValue={used?.assessmentId ?? ""} required />
          </Field>
          <div className="row">
            <Button name="intent" value="use">
              Use for our questionnaire
            </Button>
          </div>
        </form>
      </div>
    </Section>
  );
}

function Used({ used: { assessmentId, prepared, left }, vendor }: { used: PreparedFromCaiq; vendor: string }) {
  return (
    <Callout
      tone={prepared > 0 ? "ok" : "info"}
      title={prepared > 0 ? `${answers(prepared)} filled in for ${vendor} to confirm` : "Nothing was filled in"}
    >
      <p>
        {left.length === 0
          ? "The CAIQ speaks of no other open question."
          : `It speaks of ${left.length} more, which only the vendor can answer.`}{" "}
        <a href={`/assessments/${assessmentId}`}>To the assessment</a>
      </p>
      {left.length > 0 && (
        <Disclosure summary="Which, and what it says of them">
          <Table caption="Questions left to the vendor" plain className="table--roomy">
            <thead>
              <tr>
                <th scope="col">Question</th>
                <th scope="col">Rows</th>
              </tr>
            </thead>
            <tbody>
              {left.map(({ text, rows }) => (
                <tr key={text}>
                  <th scope="row">{text}</th>
                  <td className="muted">{rows}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Disclosure>
      )}
    </Callout>
  );
}

const answers = (n: number): string => (n === 1 ? "One answer is" : `${n} answers are`);
