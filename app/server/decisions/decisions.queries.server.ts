// Decisions and their conditions, as every area reads them.
import { and, asc, desc, eq, ne } from "drizzle-orm";
import { unknownObject } from "#app/domain/errors.ts";
import type { Reader, Tx } from "../platform/store.server.ts";

export type DecisionRow = Tx["t"]["decisions"]["$inferSelect"];

export type ConditionRow = Tx["t"]["conditions"]["$inferSelect"];

export async function getDecision(from: Reader, organisationId: string, id: string): Promise<DecisionRow> {
  const { decisions: t } = from.t;
  const [row] = await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.id, id)))
    .limit(1);
  if (!row) throw unknownObject();
  return row;
}

/** The newest decision of an assessment that was not withdrawn. */
export async function findDecisionOf(from: Reader, organisationId: string, assessmentId: string): Promise<DecisionRow | undefined> {
  const { decisions: t } = from.t;
  const [row] = await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.assessmentId, assessmentId), ne(t.status, "withdrawn")))
    .orderBy(desc(t.signedAt), desc(t.id))
    .limit(1);
  return row;
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
  if (!row) throw unknownObject();
  return row;
}
