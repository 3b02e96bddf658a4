// One sentence tells the verdict before any chart: score and grade, what holds them down, and how inherent risk became residual.

import { assessmentStatusTexts } from "#app/domain/assessment/assessment-status.ts";
import { residualRisk } from "#app/domain/risk/residual-risk.ts";
import { bandOfTier, type Dimension, dimensions } from "#app/domain/risk/risk-levels.ts";
import type { ShownEngagement } from "#app/server/vendors/vendor-overview.queries.server.ts";
import { Card } from "#app/ui/card.tsx";
import { formatDay, formatPercent, formatPoints, formatScore } from "#app/ui/format.ts";
import { Icon } from "#app/ui/icon.tsx";
import { RiskBadge } from "#app/ui/risk-badge.tsx";
import { ScoreDial } from "#app/ui/score-dial.tsx";
import { TrendChart } from "#app/ui/trend-chart.tsx";

const causes: Record<Dimension, string> = {
  personal_data: "data of our customers",
  card: "card data and checkout",
  access: "access to our systems",
  money: "money",
  dependency: "dependency",
};

export function VerdictCard({ shown, today }: { shown: ShownEngagement; today: string }) {
  const { result, tier, inherent, residual, levels, trend } = shown;
  const worst = Math.max(...dimensions.map((dimension) => levels[dimension]));
  const decidedBy = dimensions.filter((dimension) => levels[dimension] === worst).map((dimension) => causes[dimension]);
  const irqHref = `/engagements/${shown.id}/inherent-risk`;
  return (
    <Card padded={false} aria-labelledby="h-score">
      <div className="verdict">
        <ScoreDial
          size="lg"
          scoreBps={result?.scoreBps ?? null}
          uncappedBps={result?.uncappedBps ?? null}
          grade={result?.grade ?? null}
          isCapped={result !== undefined && result.cappedBy.length + result.heldBy.length > 0}
        />
        <div>
          <h2 id="h-score">{headline(shown)}</h2>
          {explanations(shown, today).map((text) => (
            <p key={text} className="muted">
              {text}
            </p>
          ))}
          <p className="quiet">
            <small>
              {shown.service}
              {result &&
                ` · method vouchsafe-1 · as of ${formatDay(result.asOn, today)} · ${formatPercent(result.assuranceBps)} of the score verified`}
            </small>
          </p>
          {shown.whyAssessmentId !== undefined && (
            <p>
              <a href={`/assessments/${shown.whyAssessmentId}/why`}>Why this score?</a>
            </p>
          )}
        </div>
      </div>
      <dl className="verdict__strip">
        <div>
          <dt>Inherent risk</dt>
          <dd>
            <RiskBadge level={inherent} />
          </dd>
          <dd className="quiet">
            <small>
              Tier {tier}, {shown.irq?.isOverridden ? "set by a person" : `because of ${list(decidedBy)}`}.{" "}
              <a href={irqHref}>{shown.irq?.isConfirmed ? "Answers" : "Assumed answers"}</a>
            </small>
          </dd>
        </div>
        <div className="verdict__arrow">
          <Icon name="arrow-right" />
        </div>
        <div>
          <dt>Residual risk</dt>
          <dd>
            <RiskBadge level={residual ?? bandOfTier[tier]} isAssessed={residual !== null} />
          </dd>
          <dd className="quiet">
            <small>{residualNote(shown)}</small>
          </dd>
        </div>
        {trend.length > 1 && (
          <div className="verdict__trend">
            <dt>Score over time</dt>
            <dd>
              <TrendChart
                label="Score over time"
                points={trend.flatMap(({ asOn, scoreBps, uncappedBps }) =>
                  scoreBps === null ? [] : [{ label: labelOf(asOn, trend), scoreBps, uncappedBps }],
                )}
              />
            </dd>
          </div>
        )}
      </dl>
    </Card>
  );
}

const list = (words: readonly string[]) => (words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : (words[0] ?? ""));
const knockOuts = (n: number) => (n === 1 ? "one knock-out" : `${n} knock-outs`);

/** The year, or with the month where a year has several. */
function labelOf(asOn: string, trend: ShownEngagement["trend"]): string {
  const [year = "", month = ""] = asOn.split("-");
  return trend.filter((point) => point.asOn.startsWith(year)).length > 1 ? `${month}/${year.slice(2)}` : year;
}

function headline({ result, running, status }: ShownEngagement): string {
  if (!result || result.scoreBps === null) {
    if (running) return `Not assessed yet: ${assessmentStatusTexts[running.status].toLowerCase()}`;
    return status === "active_not_assessed" ? "In use, but never assessed" : "Not assessed yet";
  }
  const score = formatScore(result.scoreBps);
  if (result.grade === null) return `${score}, no grade: answers are missing`;
  const [failed, held] = [result.cappedBy.length, result.heldBy.length];
  const isLimited = (result.uncappedBps ?? 0) > result.scoreBps;
  if (failed > 0) return `${score}, grade ${result.grade}, ${isLimited ? "held down by" : "with"} ${knockOuts(failed)}`;
  if (held > 0)
    return `${score}, grade ${result.grade}, ${isLimited ? "held below B by" : "with"} ${knockOuts(held)} not fully met or proven`;
  return `${score}, grade ${result.grade}, no knock-out`;
}

function explanations({ result, running, wentLiveOn, decision }: ShownEngagement, today: string): string[] {
  const texts: string[] = [];
  if (result?.scoreBps != null && result.uncappedBps !== null && result.uncappedBps > result.scoreBps) {
    texts.push(
      `The answers add up to ${formatPoints(result.uncappedBps)}. ${result.cappedBy.length > 0 ? "What failed caps" : "What is not fully met or proven caps"} the score at ${formatPoints(result.scoreBps)} until it is mended; accepting the risk does not change it.`,
    );
  }
  if (running?.status === "sent" || running?.status === "in_progress") {
    texts.push(`A questionnaire is with the vendor: ${running.answered} of ${running.required} questions answered.`);
  } else if (running && result) {
    texts.push(
      `Another assessment is running (${assessmentStatusTexts[running.status].toLowerCase()}); until it is decided, this result counts.`,
    );
  }
  if (wentLiveOn !== null && (decision === undefined || decision.engagedBeforeAssessment))
    texts.push(`Engaged before assessment: in use since ${formatDay(wentLiveOn, today)}.`);
  if (!result && !running) texts.push("Until it is assessed, its inherent risk counts as its residual risk.");
  return texts;
}

function residualNote({ result, residual, inherent, decision }: ShownEngagement): string {
  if (residual === null || !result || result.grade === null) return "The inherent risk, until a decision";
  const table = residualRisk(inherent, result.grade as "A");
  if (table.band !== residual) return `Set by the decision; grade ${result.grade} alone would give ${table.band}`;
  const better = result.grade === "A" || result.grade === "B" ? undefined : residualRisk(inherent, "B").band;
  const now = `${residual.replace(/^./, (first) => first.toUpperCase())} at grade ${result.grade}`;
  return better !== undefined && better !== residual
    ? `${now}. At grade B it would be ${better}`
    : decision
      ? now
      : `${now}, before a decision`;
}
