// Kit page: what the product says about a vendor — states, risk, score, trace, matrix.

import { assessmentStatuses } from "#app/domain/assessment/assessment-status.ts";
import { outcomes } from "#app/domain/assessment/decision-outcomes.ts";
import { verdicts } from "#app/domain/assessment/determinations.ts";
import { engagementStatuses } from "#app/domain/engagement/engagement-status.ts";
import { pciStatuses } from "#app/domain/engagement/pci-status.ts";
import { evidenceStates } from "#app/domain/evidence/evidence-states.ts";
import { findingStatuses } from "#app/domain/finding/finding-status.ts";
import { DueDay } from "../due-day.tsx";
import { Ledger } from "../ledger.tsx";
import { RiskBadge } from "../risk-badge.tsx";
import { matrixBands, matrixGrades, RiskMatrix, type RiskMatrixProps } from "../risk-matrix.tsx";
import { Score, ScoreDial } from "../score-dial.tsx";
import { Sparkline } from "../sparkline.tsx";
import {
  AssessmentPill,
  EngagementPill,
  EvidencePill,
  FindingPill,
  OutcomePill,
  PciPill,
  VendorPill,
  VerdictPill,
} from "../state-pills.tsx";
import { TierStrip } from "../tier-strip.tsx";
import { TraceTable } from "../trace-table.tsx";
import { TrendChart } from "../trend-chart.tsx";
import { kitTrace } from "./kit-samples.ts";
import { KitSection } from "./kit-section.tsx";

const counts = { critical: [1, 3, 2, 1, 2, 1], high: [4, 8, 5, 2, 2, 0], medium: [9, 13, 7, 2, 3, 0], low: [8, 7, 4, 0, 2, 0] };
const residual = {
  critical: ["medium", "medium", "high", "critical", "critical", "critical"],
  high: ["low", "medium", "high", "high", "high", "high"],
  medium: ["low", "low", "medium", "medium", "medium", "medium"],
  low: ["low", "low", "low", "low", "low", "low"],
} as const;

const cells = Object.fromEntries(
  matrixBands.map((band) => [
    band,
    Object.fromEntries(
      matrixGrades.map((grade, i) => [
        grade,
        { count: counts[band][i] ?? 0, residual: residual[band][i] ?? "low", href: `#${band}-${grade}` },
      ]),
    ),
  ]),
) as unknown as RiskMatrixProps["cells"];

export function KitJudgements() {
  return (
    <>
      <KitSection id="pill" title="StatusPill" rule="Icon and word. Colour only on the icon, except where somebody must act.">
        <div className="demo">
          {engagementStatuses.map((status) => (
            <EngagementPill key={status} status={status} />
          ))}
        </div>
        <div className="demo">
          {assessmentStatuses.map((status) => (
            <AssessmentPill key={status} status={status} />
          ))}
        </div>
        <div className="demo">
          {evidenceStates.map((status) => (
            <EvidencePill key={status} status={status} />
          ))}
          {outcomes.map((status) => (
            <OutcomePill key={status} status={status} />
          ))}
        </div>
        <div className="demo">
          {pciStatuses.map((status) => (
            <PciPill key={status} status={status} />
          ))}
          <VendorPill status="prospect" bare />
        </div>
        <div className="demo">
          {findingStatuses.map((status) => (
            <FindingPill key={status} status={status} />
          ))}
          {verdicts.map((status) => (
            <VerdictPill key={status} status={status} bare />
          ))}
        </div>
        <div className="demo">
          <DueDay on="2026-11-14" today="2026-11-24" />
          <DueDay on="2026-12-09" today="2026-11-24" reason="yearly" />
          <DueDay on="2027-01-31" today="2026-11-24" reason="condition" />
        </div>
      </KitSection>
      <KitSection id="risk" title="RiskBadge" rule="Four shapes that differ without colour. Use the shapes for risk and nothing else.">
        <div className="demo">
          {matrixBands.map((level) => (
            <RiskBadge key={level} level={level} />
          ))}
          <RiskBadge level="high" isAssessed={false} />
        </div>
        <div className="demo">
          {matrixBands.map((level) => (
            <RiskBadge key={level} level={level} plain />
          ))}
        </div>
      </KitSection>
      <KitSection
        id="dial"
        title="ScoreDial, Score"
        rule="Ink, never green or red. The pale arc is what a knock-out took; the red tick is the cap. Whole numbers are cut, not rounded: a shown 80 is always a B."
      >
        <div className="demo">
          <Score scoreBps={9512} grade="A" />
          <Score scoreBps={8399} grade="B" />
          <Score scoreBps={7108} grade="C" />
          <Score scoreBps={5800} grade="F" isProvisional />
          <Score scoreBps={6900} uncappedBps={8579} grade="D" isCapped />
          <Score scoreBps={null} grade={null} none="Incomplete" />
          <Score scoreBps={0} grade="F" />
        </div>
        <div className="demo">
          <ScoreDial size="md" scoreBps={8399} grade="B" />
          <ScoreDial size="md" scoreBps={6900} uncappedBps={8579} grade="D" />
          <ScoreDial size="md" scoreBps={null} grade={null} />
          <ScoreDial size="xl" scoreBps={8084} grade="B" />
          <ScoreDial size="lg" scoreBps={8340} grade="B" />
          <ScoreDial size="lg" scoreBps={6900} uncappedBps={8579} grade="D" />
        </div>
      </KitSection>
      <KitSection id="trend" title="TrendChart, Sparkline" rule="A line with the same numbers as a table beside it.">
        <div className="demo">
          <TrendChart
            label="Score by year"
            points={[
              { label: "2022", scoreBps: 6410 },
              { label: "2023", scoreBps: 7485 },
              { label: "2024", scoreBps: 8130 },
              { label: "2025", scoreBps: 8402 },
              { label: "2026", scoreBps: 6900, uncappedBps: 8579 },
            ]}
          />
          <TrendChart
            label="Score by year, one bad"
            points={[
              { label: "2025", scoreBps: 1200 },
              { label: "2026", scoreBps: 9100 },
            ]}
          />
          <TrendChart label="First score" points={[{ label: "2026", scoreBps: 8402 }]} />
          <Sparkline values={[6410, 7485, 8130, 8402, 6900]} />
        </div>
      </KitSection>
      <KitSection
        id="trace"
        title="TraceTable, Ledger"
        rule="Counts as × of = points. The double rule stands only under a sum that can be re-added."
      >
        <TraceTable {...kitTrace} />
        <div className="demo demo--two kit__compact">
          <Ledger
            lines={[
              { name: "Vendor’s own answers", amount: "86.10" },
              { name: "41 determinations so far", amount: "−4.35" },
              { name: "This one", amount: "−0.91" },
            ]}
            total={{ name: "Reviewed score", amount: "80.84" }}
          />
        </div>
      </KitSection>
      <KitSection id="portfolio" title="TierStrip, RiskMatrix" rule="Filters that are pictures: every number leads to its vendors.">
        <TierStrip
          label="Filter by tier"
          facets={[
            {
              id: "all",
              href: "#t0",
              name: "All",
              word: "tiers",
              count: 86,
              mix: mix(5, 15, 21, 45),
              note: "2 reviews late",
              isCurrent: true,
            },
            { id: "1", href: "#t1", name: "Tier 1", word: "Critical", count: 9, mix: mix(3, 5, 1, 0), note: "3 at critical risk" },
            { id: "2", href: "#t2", name: "Tier 2", word: "High", count: 21, mix: mix(2, 7, 8, 4), note: "2 at critical risk" },
            { id: "3", href: "#t3", name: "Tier 3", word: "Medium", count: 34, mix: mix(0, 3, 9, 22), note: "none at critical risk" },
            { id: "4", href: "#t4", name: "Tier 4", word: "Low", count: 0, mix: mix(0, 0, 0, 0), note: "no vendors yet" },
          ]}
        />
        <div className="demo demo--two">
          <div>
            <RiskMatrix
              caption="Vendors by inherent risk and grade"
              cells={cells}
              legendHref={{ critical: "#critical", high: "#high", medium: "#medium", low: "#low" }}
            />
          </div>
        </div>
      </KitSection>
    </>
  );
}

function mix(critical: number, high: number, medium: number, low: number) {
  return { critical, high, medium, low };
}
