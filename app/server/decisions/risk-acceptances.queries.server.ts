// Risk acceptances, as every area reads them.
import { and, asc, eq } from "drizzle-orm";
import { DomainError } from "#app/domain/errors.ts";
import type { Reader, Tx } from "../platform/store.server.ts";

export type RiskAcceptanceRow = Tx["t"]["riskAcceptances"]["$inferSelect"];

export async function getRiskAcceptance(from: Reader, organisationId: string, id: string): Promise<RiskAcceptanceRow> {
  const { riskAcceptances: t } = from.t;
  const [row] = await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.id, id)))
    .limit(1);
  if (!row) throw new DomainError("not_found", "There is no such risk acceptance.");
  return row;
}

export async function listRiskAcceptances(from: Reader, organisationId: string, assessmentId: string): Promise<RiskAcceptanceRow[]> {
  const { riskAcceptances: t } = from.t;
  return await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.assessmentId, assessmentId)))
    .orderBy(asc(t.id));
}
