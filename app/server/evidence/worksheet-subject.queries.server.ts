// What a document's worksheet is judged against: its kind, the service we buy, and today.
import type { EvidenceKind } from "#app/domain/evidence/evidence-kinds.ts";
import type { WorksheetSubject } from "#app/domain/evidence/worksheets/worksheet.ts";
import { todayIn } from "../platform/organisation.queries.server.ts";
import type { Reader } from "../platform/store.server.ts";
import { getEngagement } from "../vendors/engagements.queries.server.ts";
import type { EvidenceRow } from "./evidence.queries.server.ts";

export async function worksheetSubject(
  from: Reader,
  organisationId: string,
  evidence: Pick<EvidenceRow, "engagementId" | "kind">,
  now: Date,
): Promise<WorksheetSubject> {
  const { engagementId, kind } = evidence;
  const service = engagementId === null ? "the service we buy" : (await getEngagement(from, organisationId, engagementId)).service;
  return { kind: kind as EvidenceKind, service, today: await todayIn(from, organisationId, now) };
}
