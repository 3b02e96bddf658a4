// Rows of the assessment list: whom, what, where it stands, until when.
import type { AssessmentTurn } from "#app/domain/assessment/assessment-turns.ts";
import type { AssessmentListRow } from "#app/server/assessments/list-assessments.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { DueDay } from "#app/ui/due-day.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { AssessmentPill } from "#app/ui/state-pills.tsx";
import { Table } from "#app/ui/table.tsx";

export interface AssessmentRowsProps {
  rows: readonly AssessmentListRow[];
  turn: AssessmentTurn;
  today: string;
  mayRemind: boolean;
}

export function AssessmentRows({ rows, turn, today, mayRemind }: AssessmentRowsProps) {
  const hasActions = mayRemind && turn === "vendor";
  return (
    <Table caption="Assessments by due day" plain className="table--roomy">
      <thead>
        <tr>
          <th scope="col">Vendor</th>
          <th scope="col">State</th>
          <th scope="col">Since</th>
          <th scope="col">Answered</th>
          <th scope="col">Due</th>
          <th scope="col">Tier</th>
          {hasActions ? (
            <th scope="col">
              <span className="sr">Actions</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={`/assessments/${row.id}`}>{row.vendor}</a>
              <br />
              <span className="quiet">
                {row.service}, no. {row.number}
              </span>
            </th>
            <td>
              <AssessmentPill status={row.status} bare />
            </td>
            <td className="muted">{row.age === 0 ? "today" : row.age === 1 ? "1 day" : `${row.age} days`}</td>
            <td>
              <ProgressBar label={`${row.answered} of ${row.required} answered`} value={row.answered} max={row.required} />
              <span className="quiet">
                {row.answered} of {row.required}
              </span>
            </td>
            <td>
              {row.dueOn === null ? (
                "–"
              ) : turn === "over" ? (
                <span className="muted">{row.dueOn}</span>
              ) : (
                <DueDay on={row.dueOn} today={today} />
              )}
            </td>
            <td>{row.tier}</td>
            {hasActions ? (
              <td>
                <form method="post">
                  <input type="hidden" name="assessmentId" value={row.id} />
                  <Button aria-label={`Remind ${row.vendor}`}>Remind</Button>
                </form>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
