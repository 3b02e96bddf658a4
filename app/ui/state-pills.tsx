// Pills for the states of the product: look from status-looks.ts, word from the rulebook.

import { type AssessmentStatus, assessmentStatusTexts } from "#app/domain/assessment/assessment-status.ts";
import { type Outcome, outcomeTexts } from "#app/domain/assessment/decision-outcomes.ts";
import { type Verdict, verdictTexts } from "#app/domain/assessment/determinations.ts";
import { type EngagementStatus, engagementStatusTexts } from "#app/domain/engagement/engagement-status.ts";
import { type PciStatus, pciStatusTexts } from "#app/domain/engagement/pci-status.ts";
import type { EvidenceState } from "#app/domain/evidence/evidence-states.ts";
import { type FindingStatus, findingStatusTexts } from "#app/domain/finding/finding-status.ts";
import type { VendorStanding } from "#app/domain/vendor/vendor-standing.ts";
import {
  assessmentLooks,
  engagementLooks,
  evidenceLooks,
  findingLooks,
  outcomeLooks,
  pciLooks,
  vendorLooks,
  verdictLooks,
} from "./status-looks.ts";
import { StatusPill } from "./status-pill.tsx";
import { useKitWords } from "./words.ts";

interface PillProps<S> {
  status: S;
  /** Without frame, for tables. */
  bare?: boolean;
}

export function EngagementPill({ status, bare }: PillProps<EngagementStatus>) {
  return (
    <StatusPill {...engagementLooks[status]} bare={bare}>
      {engagementStatusTexts[status]}
    </StatusPill>
  );
}

export function VendorPill({ status, bare }: PillProps<VendorStanding>) {
  const words = useKitWords();
  return (
    <StatusPill {...vendorLooks[status]} bare={bare}>
      {status === "prospect" ? words.prospect : engagementStatusTexts[status]}
    </StatusPill>
  );
}

export function AssessmentPill({ status, bare }: PillProps<AssessmentStatus>) {
  return (
    <StatusPill {...assessmentLooks[status]} bare={bare}>
      {assessmentStatusTexts[status]}
    </StatusPill>
  );
}

export function EvidencePill({ status, bare }: PillProps<EvidenceState>) {
  const words = useKitWords();
  return (
    <StatusPill {...evidenceLooks[status]} bare={bare}>
      {words.evidence[status]}
    </StatusPill>
  );
}

export function OutcomePill({ status, bare }: PillProps<Outcome>) {
  return (
    <StatusPill {...outcomeLooks[status]} bare={bare}>
      {outcomeTexts[status]}
    </StatusPill>
  );
}

export function PciPill({ status, bare }: PillProps<PciStatus>) {
  return (
    <StatusPill {...pciLooks[status]} bare={bare}>
      {pciStatusTexts[status]}
    </StatusPill>
  );
}

export function FindingPill({ status, bare }: PillProps<FindingStatus>) {
  return (
    <StatusPill {...findingLooks[status]} bare={bare}>
      {findingStatusTexts[status]}
    </StatusPill>
  );
}

export function VerdictPill({ status, bare }: PillProps<Verdict>) {
  return (
    <StatusPill {...verdictLooks[status]} bare={bare}>
      {verdictTexts[status]}
    </StatusPill>
  );
}
