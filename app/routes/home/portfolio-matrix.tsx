// The residual-risk table of the method with the active vendors in it; each number leads to them.
import { type Grade, residualRisk } from "#app/domain/risk/residual-risk.ts";
import { bandOfTier, type RiskBand, tiers } from "#app/domain/risk/risk-levels.ts";
import { vendorListAddress } from "#app/domain/vendor/vendor-list.ts";
import type { RiskTally } from "#app/server/home/risk-tallies.queries.server.ts";
import { formatCount } from "#app/ui/format.ts";
import { type MatrixCell, type MatrixGrade, matrixGrades, RiskMatrix } from "#app/ui/risk-matrix.tsx";
import { Section } from "#app/ui/section.tsx";

interface PortfolioMatrixProps {
  tallies: { cells: readonly RiskTally[]; active: number; notAssessed: number };
  /** Services in use that nobody assessed, and how many of them have no planned day. */
  services: { inUse: number; unplanned: number };
}

export function PortfolioMatrix({ tallies, services }: PortfolioMatrixProps) {
  const { cells, active, notAssessed } = tallies;
  const rows = tiers.map((tier) => {
    const grades = matrixGrades.map((grade): [MatrixGrade, MatrixCell] => {
      const count = cells
        .filter((cell) => cell.tier === tier && (cell.grade ?? "none") === grade)
        .reduce((sum, { vendors }) => sum + vendors, 0);
      const residual = residualRisk(bandOfTier[tier], grade === "none" ? null : (grade as Grade)).band;
      return [grade, { count, residual, href: vendorListAddress({ filter: { tier, grade, standing: "active" }, sort: "name" }) }];
    });
    return [bandOfTier[tier], Object.fromEntries(grades)] as const;
  });
  const legend = (residual: RiskBand) => vendorListAddress({ filter: { residual, standing: "active" }, sort: "name" });
  return (
    <Section id="matrix" title="Risk matrix" note={`inherent risk down, grade across, ${formatCount(active)} active`}>
      <RiskMatrix
        caption="Active vendors by inherent risk and grade. The shade is the residual risk of the cell. Each number links to its vendors."
        cells={Object.fromEntries(rows) as Record<RiskBand, Record<MatrixGrade, MatrixCell>>}
        legendHref={{ low: legend("low"), medium: legend("medium"), high: legend("high"), critical: legend("critical") }}
      />
      {services.inUse > 0 && (
        <p className="quiet">
          {notAssessed > 0 && (
            <>
              Beside them,{" "}
              <a href={vendorListAddress({ filter: { standing: "active_not_assessed" }, sort: "name" })}>
                {formatCount(notAssessed)} in use
              </a>{" "}
              and not assessed.{" "}
            </>
          )}
          <a href="/calendar/catch-up">Catch-up plan</a>
          {services.unplanned === 0
            ? ": every first assessment has a day."
            : `: ${formatCount(services.unplanned)} ${services.unplanned === 1 ? "service has" : "services have"} no day yet.`}
        </p>
      )}
    </Section>
  );
}
