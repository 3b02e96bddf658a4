// What the compliance officer of the demo records of PCI DSS: read from the newest attestation on file, or that there is none.

import { type Facts, isInCardScope } from "#app/domain/risk/facts.ts";
import { listEvidenceOf } from "#app/server/evidence/evidence.queries.server.ts";
import { getEngagement } from "#app/server/vendors/engagements.queries.server.ts";
import { recordPciStatus } from "#app/server/vendors/record-pci-status.server.ts";
import type { Stage } from "./stage.ts";

export const attestationKind = "pci-aoc-sp";

/** Does nothing outside card scope, and nothing when the newest attestation is recorded already; `isProven` false: it proves nothing. */
export async function recordPci(stage: Stage, engagementId: string, isProven = true): Promise<void> {
  const officer = stage.as("officer");
  const { organisationId } = officer.actor;
  const from = stage.portal.store.read;
  const { vendorId, facts, service, pci } = await getEngagement(from, organisationId, engagementId);
  if (!isInCardScope(facts as unknown as Facts)) return;
  const documents = isProven ? await listEvidenceOf(from, organisationId, vendorId) : [];
  const attestations = documents.filter(({ kind }) => kind === attestationKind);
  // Several of one day are the same paper, given for several questions: the one that asks for it is named.
  const order = ({ startsOn, fileName }: (typeof attestations)[number]) => `${startsOn} ${fileName.includes("pci_validation")}`;
  const newest = attestations.toSorted((a, b) => order(a).localeCompare(order(b))).at(-1);
  const known = pci as { reportOn: string | null } | null;
  if (known && known.reportOn === (newest?.startsOn ?? null)) return;
  const proven = { assessor: "Kettleby Assurance", dssVersion: "4.0.1", servicesCovered: [service] };
  const nothing = { assessor: "", dssVersion: "", servicesCovered: [] };
  await recordPciStatus(officer, engagementId, {
    ...(newest ? { form: "aoc_service_provider", ...proven } : { form: "none", ...nothing }),
    reportOn: newest?.startsOn ?? null,
    requirementsNotTested: [],
    evidenceId: newest?.id ?? null,
  });
}
