// How the tier comes about: five dimensions with their levels, the worst one decides. Beside a form that makes it, with all four tiers in
// the page, so that the enhancer only has to show another one.
import { reviewMonths } from "#app/domain/monitoring/review-clock.ts";
import { bandOfTier, type Dimension, dimensions, dimensionWords, type Levels, type Tier, tiers } from "#app/domain/risk/risk-levels.ts";
import { Icon } from "#app/ui/icon.tsx";
import { RiskBadge } from "#app/ui/risk-badge.tsx";

interface TierPanelProps {
  title: string;
  /** Undefined before a category is chosen. */
  tier: Tier | undefined;
  levels: Levels | undefined;
  /** Dimensions whose answer nobody gave yet. */
  assumed: readonly Dimension[];
  /** A person set another tier than computed. */
  overridden?: { computedTier: Tier; reason: string; by: string | null } | null;
  children?: React.ReactNode;
}

export function TierPanel({ title, tier, levels, assumed, overridden, children }: TierPanelProps) {
  const worst = levels && Math.max(...dimensions.map((dimension) => levels[dimension]));
  return (
    <aside className="tierbox" aria-labelledby="h-tier" data-tier-panel>
      <div role="status">
        <p className="quiet" id="h-tier">
          {title}
        </p>
        <p hidden={tier !== undefined} data-tier="0">
          Choose a category: careful answers are assumed from it.
        </p>
        {tiers.map((each) => (
          <div key={each} hidden={each !== tier} data-tier={each}>
            <p className="tierbox__n">
              <b>Tier {each}</b>
              <RiskBadge level={bandOfTier[each]} />
            </p>
            <ul className="gets">
              <li>
                <Icon name="calendar" />
                <span>Reviewed every {reviewMonths[each]} months</span>
              </li>
              <li>
                <Icon name="users" />
                <span>{each <= 2 ? "Approval takes two people" : "Approval takes one person"}</span>
              </li>
            </ul>
          </div>
        ))}
        {overridden && (
          <p className="tierbox__why">
            <Icon name="scale" />
            <span>
              <b>Set by {overridden.by ?? "a person"}</b>, computed is tier {overridden.computedTier}. “{overridden.reason}”
            </span>
          </p>
        )}
      </div>
      <h3>The worst level decides</h3>
      <ul className="factors">
        {dimensions.map((dimension) => (
          <li key={dimension} data-dimension={dimension} className={levels && levels[dimension] === worst ? "is-worst" : undefined}>
            <span>
              {dimensionWords[dimension]}{" "}
              <span className="tag" hidden={!assumed.includes(dimension)}>
                assumed
              </span>
            </span>
            <span>
              level <b data-level>{levels ? levels[dimension] : "–"}</b> of 4
            </span>
          </li>
        ))}
      </ul>
      {children}
    </aside>
  );
}
