// The tiers as filter of the list: each keeps the other filters and drops the page.
import { bandOfTier, type RiskBand, riskBands, type Tier, tiers } from "#app/domain/risk/risk-levels.ts";
import { type VendorListRequest, vendorListAddress } from "#app/domain/vendor/vendor-list.ts";
import { formatCount } from "#app/ui/format.ts";
import { TierStrip } from "#app/ui/tier-strip.tsx";
import { useKitWords } from "#app/ui/words.ts";

type Mix = Record<RiskBand, number>;

export function VendorTiers({ request, tallies }: { request: VendorListRequest; tallies: Record<Tier, Mix> }) {
  const words = useKitWords();
  const { filter } = request;
  const hrefOf = (tier: Tier | undefined) => vendorListAddress({ filter: { ...filter, tier }, sort: request.sort });
  const all = Object.fromEntries(riskBands.map((band) => [band, tiers.reduce((sum, tier) => sum + tallies[tier][band], 0)])) as Mix;
  const facet = (mix: Mix) => ({ count: riskBands.reduce((sum, band) => sum + mix[band], 0), mix, note: noteOf(mix.critical) });
  return (
    <TierStrip
      label="Filter by tier"
      facets={[
        { id: "all", href: hrefOf(undefined), name: "All", word: "tiers", ...facet(all), isCurrent: filter.tier === undefined },
        ...tiers.map((tier) => ({
          id: `tier-${tier}`,
          href: hrefOf(tier),
          name: `Tier ${tier}`,
          word: words.risk[bandOfTier[tier]],
          ...facet(tallies[tier]),
          isCurrent: filter.tier === tier,
        })),
      ]}
    />
  );
}

const noteOf = (critical: number) => (critical === 0 ? "none at critical risk" : `${formatCount(critical)} at critical risk`);
