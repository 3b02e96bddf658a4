// Rows of the catch-up plan: whom, tier, in use since when, and the day its first assessment starts.
import type { CatchUpPlan, CatchUpState } from "#app/server/monitoring/catch-up-plan.queries.server.ts";
import { DateInput } from "#app/ui/date-input.tsx";
import { DueDay } from "#app/ui/due-day.tsx";
import { describedBy, fieldId } from "#app/ui/field-context.ts";
import { FieldError } from "#app/ui/field-error.tsx";
import { formatDay } from "#app/ui/format.ts";
import { AssessmentPill } from "#app/ui/state-pills.tsx";
import { type StatusLook, StatusPill } from "#app/ui/status-pill.tsx";
import { Table } from "#app/ui/table.tsx";

type Row = CatchUpPlan["rows"][number];

const looks: Record<Exclude<CatchUpState, "started">, StatusLook & { word: string }> = {
  late: { tone: "danger", icon: "clock-alert", word: "Late" },
  planned: { tone: "ok", icon: "calendar-check", word: "Planned" },
  by_hand: { tone: "ok", icon: "calendar-check", word: "Set by hand" },
  proposed: { tone: "plain", icon: "circle-dashed", word: "Proposed" },
};

export interface PlanRowsProps {
  rows: readonly Row[];
  today: string;
  mayPlan: boolean;
  /** Messages by field of a form that was refused, and what was typed into it. */
  fields: Record<string, string>;
  typed: ReadonlyMap<string, string>;
}

export function PlanRows({ rows, today, mayPlan, fields, typed }: PlanRowsProps) {
  return (
    <Table caption="Services in use and not assessed, strictest tier first, by start day" plain className="table--roomy stacked">
      <thead>
        <tr>
          <th scope="col">Tier</th>
          <th scope="col">Vendor</th>
          <th scope="col">In use since</th>
          <th scope="col">First assessment starts</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.engagementId}>
            <td className="tab" data-label="Tier">
              {row.tier}
            </td>
            <th scope="row">
              <a href={`/vendors/${row.vendorId}?engagement=${row.engagementId}`}>
                <bdi>{row.vendor}</bdi>
              </a>
              <br />
              <span className="quiet">
                <bdi>{row.service}</bdi>
              </span>
            </th>
            <td className="nowrap tab" data-label="In use since">
              {row.wentLiveOn === null ? "–" : formatDay(row.wentLiveOn)}
            </td>
            <td data-label="First assessment starts">
              <StartDay row={row} today={today} mayPlan={mayPlan} error={fields[`startsOn-${row.engagementId}`]} typed={typed} />
            </td>
            <td data-label="State">
              <State row={row} today={today} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

interface StartDayProps {
  row: Row;
  today: string;
  mayPlan: boolean;
  error: string | undefined;
  typed: ReadonlyMap<string, string>;
}

function StartDay({ row: { engagementId, vendor, on }, today, mayPlan, error, typed }: StartDayProps) {
  if (on === null) return <span className="quiet">started</span>;
  if (!mayPlan) return <DueDay on={on} today={today} />;
  const id = fieldId(`startsOn-${engagementId}`);
  return (
    <div className={error === undefined ? undefined : "field--error"}>
      <input type="hidden" name="engagementId" value={engagementId} />
      <input type="hidden" name="shown" value={on} />
      <FieldError id={`${id}-error`} error={error} />
      <DateInput
        id={id}
        name="startsOn"
        min={today}
        aria-label={`Start day for ${vendor}`}
        aria-describedby={describedBy(id, { hint: false, error: error !== undefined })}
        aria-invalid={error === undefined ? undefined : true}
        defaultValue={typed.get(engagementId) ?? on}
      />
    </div>
  );
}

function State({ row, today }: { row: Row; today: string }) {
  if (row.assessment) {
    return (
      <a href={`/assessments/${row.assessment.id}`}>
        <AssessmentPill status={row.assessment.status} bare />
      </a>
    );
  }
  const { word, ...look } = looks[row.state as keyof typeof looks];
  return (
    <>
      <StatusPill {...look} bare>
        {word}
      </StatusPill>
      {row.savedOn !== null && <span className="quiet"> was {formatDay(row.savedOn, today)}</span>}
    </>
  );
}
