// A final decision names its signed documents, each once.
import type { Grant } from "../platform/authorize.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { getDecision } from "./decisions.queries.server.ts";
import { updateDecision } from "./decisions.repo.server.ts";

export type ReportColumn = "reportEvidenceId" | "decisionPageEvidenceId";

/** False when it names one already: then this one was made for nothing. The caller records that it was stored. */
export async function nameReport(tx: Tx, grant: Grant, decisionId: string, column: ReportColumn, evidenceId: string): Promise<boolean> {
  const { organisationId } = grant;
  const decision = await getDecision(tx, organisationId, decisionId);
  if (decision[column] !== null) return false;
  await updateDecision(tx, organisationId, decisionId, { [column]: evidenceId });
  return true;
}
