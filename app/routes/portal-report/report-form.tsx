// The answers a report gives, as one form: proposals first, then questions only the vendor can answer. Without script, too.
import type { RawAnswer } from "#app/domain/assessment/answer-input.ts";
import type { AnswerProblems } from "#app/domain/assessment/answer-problems.ts";
import type { ReportItem } from "#app/server/assessments/portal/reports.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";
import { usePortalWords } from "#app/ui/words.ts";
import { ReportQuestion } from "./report-question.tsx";

/** By question. */
export type TypedReport = Record<string, RawAnswer>;

export interface ReportFormProps {
  /** Those only the vendor can answer come last. */
  items: readonly ReportItem[];
  today: string;
  problems: AnswerProblems;
  /** As the form came back. */
  typed: TypedReport;
  page: string;
}

export function ReportForm({ items, today, problems, typed, page }: ReportFormProps) {
  const words = usePortalWords();
  const question = (item: ReportItem) => {
    const { key } = item.view.question;
    return <ReportQuestion key={key} item={item} typed={typed[key]} errors={problems[key] ?? {}} today={today} />;
  };
  const given = items.filter(({ role }) => role !== "fill");
  const open = items.filter(({ role }) => role === "fill");
  return (
    <form method="post" className="vsec" noValidate>
      <h2 id="h-items">{words.reports.heading}</h2>
      <p className="muted">{words.reports.itemsLead}</p>
      <div className="stack form">
        <Field name="page" label={words.reports.page} hint={words.reports.pageHint} isOptional>
          <Input defaultValue={page} maxLength={500} autoComplete="off" />
        </Field>
      </div>
      <div className="qs">{given.map(question)}</div>
      {open.length > 0 && (
        <div className="preset__part">
          <h3>{words.reports.fill(open.length)}</h3>
          <p className="muted">{words.reports.fillLead}</p>
          <div className="qs">{open.map(question)}</div>
        </div>
      )}
      <div className="vactions">
        <Button tone="primary" large name="intent" value="confirm">
          {words.reports.confirm}
        </Button>
        <a href="/vendor/reports">{words.reports.back}</a>
      </div>
    </form>
  );
}
