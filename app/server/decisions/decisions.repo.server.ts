// Rows of decisions, their conditions, and risk acceptances.
import { and, asc, desc, eq } from "drizzle-orm";
import { DomainError } from "#app/domain/errors.ts";
import type { Reader, Tx } from "../platform/store.server.ts";

export type DecisionRow = Tx["t"]["decisions"]["$inferSelect"];
export type ConditionRow = Tx["t"]["conditions"]["$inferSelect"];
export type RiskAcceptanceRow = Tx["t"]["riskAcceptances"]["$inferSelect"];

export async function insertDecision(tx: Tx, row: Tx["t"]["decisions"]["$inferInsert"]): Promise<void> {
  await tx.db.insert(tx.t.decisions).values(row);
}

export async function updateDecision(tx: Tx, organisationId: string, id: string, change: Partial<DecisionRow>): Promise<void> {
  const { decisions: t } = tx.t;
  await tx.db
    .update(t)
    .set(change)
    .where(and(eq(t.organisationId, organisationId), eq(t.id, id)));
}

export async function getDecision(from: Reader, organisationId: string, id: string): Promise<DecisionRow> {
  const { decisions: t } = from.t;
  const [row] = await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.id, id)))
    .limit(1);
  if (!row) throw new DomainError("not_found", "There is no such decision.");
  return row;
}

/** The newest decision of an assessment that was not withdrawn. */
export async function findDecisionOf(from: Reader, organisationId: string, assessmentId: string): Promise<DecisionRow | undefined> {
  const { decisions: t } = from.t;
  const rows = await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.assessmentId, assessmentId)))
    .orderBy(desc(t.signedAt), desc(t.id))
    .limit(5);
  return rows.find(({ status }) => status !== "withdrawn");
}

/** Final decisions of an engagement, newest first. */
export async function listFinalDecisions(from: Reader, organisationId: string, engagementId: string): Promise<DecisionRow[]> {
  const { decisions: t } = from.t;
  return await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.engagementId, engagementId), eq(t.status, "final")))
    .orderBy(desc(t.signedAt), desc(t.id))
    .limit(50);
}

export async function insertConditions(tx: Tx, rows: Tx["t"]["conditions"]["$inferInsert"][]): Promise<void> {
  if (rows.length > 0) await tx.db.insert(tx.t.conditions).values(rows);
}

export async function listConditions(from: Reader, organisationId: string, decisionId: string): Promise<ConditionRow[]> {
  const { conditions: t } = from.t;
  return await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.decisionId, decisionId)))
    .orderBy(asc(t.number));
}

export async function getCondition(from: Reader, organisationId: string, id: string): Promise<ConditionRow> {
  const { conditions: t } = from.t;
  const [row] = await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.id, id)))
    .limit(1);
  if (!row) throw new DomainError("not_found", "There is no such condition.");
  return row;
}

export async function setConditionMet(tx: Tx, organisationId: string, id: string, metAt: Date, metById: string): Promise<void> {
  const { conditions: t } = tx.t;
  await tx.db
    .update(t)
    .set({ metAt, metById })
    .where(and(eq(t.organisationId, organisationId), eq(t.id, id)));
}

export async function insertRiskAcceptance(tx: Tx, row: Tx["t"]["riskAcceptances"]["$inferInsert"]): Promise<void> {
  await tx.db.insert(tx.t.riskAcceptances).values(row);
}

export async function updateRiskAcceptance(tx: Tx, organisationId: string, id: string, change: Partial<RiskAcceptanceRow>): Promise<void> {
  const { riskAcceptances: t } = tx.t;
  await tx.db
    .update(t)
    .set(change)
    .where(and(eq(t.organisationId, organisationId), eq(t.id, id)));
}

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
