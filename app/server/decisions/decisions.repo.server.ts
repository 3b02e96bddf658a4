// Rows of decisions, their conditions, and risk acceptances.
import { and, eq } from "drizzle-orm";
import type { Tx } from "../platform/store.server.ts";
import type { DecisionRow } from "./decisions.queries.server.ts";
import type { RiskAcceptanceRow } from "./risk-acceptances.queries.server.ts";

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

export async function insertConditions(tx: Tx, rows: Tx["t"]["conditions"]["$inferInsert"][]): Promise<void> {
  if (rows.length > 0) await tx.db.insert(tx.t.conditions).values(rows);
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
