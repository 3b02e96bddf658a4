// Answers given online after the workbook was made: both, and which one counts. The newer one unless chosen otherwise.
import { takeName } from "#app/domain/assessment/workbook/report-form.ts";
import type { ReportView } from "#app/domain/assessment/workbook/report-view.ts";
import type { Messages } from "#app/i18n/en.ts";
import { RadioGroup } from "../radio-group.tsx";

export interface NewerAnswersProps {
  newer: ReportView["newer"];
  words: Messages["portal"]["workbook"];
}

export function NewerAnswers({ newer, words }: NewerAnswersProps) {
  return (
    <section className="vsec" aria-labelledby="h-newer">
      <h2 id="h-newer">{words.newer(newer.length)}</h2>
      <div className="stack">
        <p className="muted">{words.newerLead}</p>
        {newer.map(({ questionKey, question, place, says, theirs, by, at }) => (
          <RadioGroup
            key={questionKey}
            name={takeName(questionKey)}
            legend={question}
            hint={place}
            defaultValue="keep"
            options={[
              { value: "keep", label: words.keep, hint: `${theirs || "–"} (${words.givenBy(by, at)})` },
              { value: "workbook", label: words.take, hint: says || "–" },
            ]}
          />
        ))}
      </div>
    </section>
  );
}
