// What an assessment's answers are held against beyond themselves: the engagement's contract and PCI record, and what documents were given for.
import type { Around } from "#app/domain/assessment/contradictions-seen.ts";
import { noticeClause } from "#app/domain/engagement/clauses-form.schema.ts";
import { pciRecordSchema } from "#app/domain/engagement/pci-status.schema.ts";
import { fieldsFor } from "#app/domain/evidence/worksheets/worksheets.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import type { EvidenceRow } from "../../evidence/evidence.queries.server.ts";
import { worksheetsOf } from "../../evidence/worksheets.queries.server.ts";
import type { Reader } from "../../platform/store.server.ts";
import { getEngagement, listEngagements } from "../../vendors/engagements.queries.server.ts";
import type { ReviewData } from "./review.queries.server.ts";

export async function readAround(from: Reader, { assessment, evidence }: ReviewData, asOn: Day): Promise<Around> {
  const { organisationId, vendorId, engagementId } = assessment;
  const { service, clauses, pci } = await getEngagement(from, organisationId, engagementId);
  const rows = [...evidence.values()].flat();
  const strays = rows.some((row) => row.engagementId !== null && row.engagementId !== engagementId);
  const others = strays ? await listEngagements(from, organisationId, vendorId) : [];
  const otherOf = (id: string | null) =>
    id === null || id === engagementId ? null : (others.find((each) => each.id === id)?.service ?? null);
  const worksheets = await worksheetsOf(from, organisationId, [...new Set(rows.map(({ id }) => id))]);
  const misses = ({ id, kind }: EvidenceRow) => fieldsFor(kind, worksheets.get(id))?.serviceCovered?.value === "no";
  const agreed = clauses[noticeClause];
  return {
    service,
    noticeHours: agreed?.hours ?? null,
    noticeClause: agreed?.state ?? "unknown",
    pci: pci === null ? null : pciRecordSchema.parse(pci),
    documents: new Map(
      rows.map((row) => [row.id, { name: row.fileName, otherService: otherOf(row.engagementId), missesService: misses(row) }]),
    ),
    asOn,
  };
}
