// When somebody looks at this vendor again, with every day that matters before and after; and the decision in force.
import { conditionState, outcomeTexts } from "#app/domain/assessment/decision-outcomes.ts";
import type { ShownEngagement } from "#app/server/vendors/vendor-overview.queries.server.ts";
import { dayOf, daysUntil, formatDay, formatDue } from "#app/ui/format.ts";
import { Icon } from "#app/ui/icon.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/section.tsx";
import { outcomeLooks } from "#app/ui/status-looks.ts";

export function NextReview({ days, today }: { days: ShownEngagement["days"]; today: string }) {
  const review = days.find(({ isReview }) => isReview);
  return (
    <Section id="next" title="Next review">
      <p className="figure tab">
        {review ? formatDay(review.on, today) : "Not scheduled"}
        {review && daysUntil(review.on, today) < 0 && <span className="late"> {formatDue(review.on, today)}</span>}
      </p>
      {!review && <p className="muted">The first decision sets the day.</p>}
      {days.length > 0 && (
        <ol className="list dates">
          {days.map((day) => (
            <li key={day.on + day.text} className={day.isReview ? "is-first" : undefined}>
              <span className="tab">{formatDay(day.on, today)}</span>
              <div>{day.text}</div>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

interface DecisionNoteProps {
  decision: NonNullable<ShownEngagement["decision"]>;
  conditions: ShownEngagement["conditions"];
  today: string;
  timeZone: string;
}

const stateTexts = { open: "open", met: "met", not_met: "not met in time" };

export function DecisionNote({ decision, conditions, today, timeZone }: DecisionNoteProps) {
  const { outcome, decidedAt, signers, reportEvidenceId } = decision;
  return (
    <Section id="decision" title="Decision">
      <p className="decision">
        <Icon name={outcomeLooks[outcome].icon} />
        <span>
          <b>{outcomeTexts[outcome]}</b>
          <br />
          <span className="muted">
            {formatDay(dayOf(decidedAt, timeZone), today)}
            {signers.length > 0 && `, ${signers.join(" and ")}`}
          </span>
        </span>
      </p>
      {conditions.map((condition) => {
        const state = conditionState(condition, today);
        return (
          <p key={condition.id} className="muted">
            C-{condition.number}: {condition.text}
            {condition.dueOn !== null && ` by ${formatDay(condition.dueOn, today)}`},{" "}
            <span className={state === "not_met" ? "late" : undefined}>{stateTexts[state]}</span>
          </p>
        );
      })}
      {reportEvidenceId !== null && (
        <p className="row">
          <LinkButton href={`/reports/${reportEvidenceId}/file`} icon="file-text">
            Signed PDF
          </LinkButton>
        </p>
      )}
    </Section>
  );
}
