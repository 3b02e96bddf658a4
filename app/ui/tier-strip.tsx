// The tiers as a filter and as a picture of the portfolio: each bar is the residual risk of its vendors.

import type { RiskBand } from "#app/domain/risk/risk-levels.ts";
import { Chart } from "./chart.tsx";
import { riskMix } from "./charts/bars.ts";
import { pagePalette } from "./charts/palette.ts";
import { useKitWords } from "./words.ts";

export interface TierFacet {
  id: string;
  href: string;
  name: string;
  /** Grey word behind the name: the band of the tier. */
  word?: string;
  count: number;
  mix: Readonly<Record<RiskBand, number>>;
  /** One short fact below: "3 at critical risk". */
  note?: string;
  isCurrent?: boolean;
}

export interface TierStripProps {
  label: string;
  facets: readonly TierFacet[];
}

export function TierStrip({ label, facets }: TierStripProps) {
  const words = useKitWords();
  return (
    <nav aria-label={label}>
      <ul className="facets">
        {facets.map((facet) => (
          <li key={facet.id}>
            <a href={facet.href} aria-current={facet.isCurrent ? "true" : undefined}>
              <span className="facet__name">
                {facet.name} {facet.word !== undefined && <span className="quiet">{facet.word}</span>}
              </span>{" "}
              <span className="facet__n">{facet.count}</span>{" "}
              <Chart className="mix" drawing={riskMix(pagePalette, facet.mix)} label={words.mix(facet.mix)} />
              {facet.note !== undefined && <span className="facet__note">{facet.note}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
