// Risk acceptances, as every area reads them.
import { and, asc, eq, ne } from "drizzle-orm";
import { unknownObject } from "#app/domain/errors.ts";
import type { Reader, Tx } from "../platform/store.server.ts";

export type RiskAcceptanceRow = Tx["t"]["riskAcceptances"]["$inferSelect"];

export async function getRiskAcceptance(from: Reader, organisationId: string, id: string): Promise<RiskAcceptanceRow> {
  const { riskAcceptances: t } = from.t;
  const [row] = await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.id, id)))
    .limit(1);
  if (!row) throw unknownObject();
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

/** Undefined when it is no longer, or not yet, in force. */
export async function findAcceptanceInForce(from: Reader, organisationId: string, id: string): Promise<RiskAcceptanceRow | undefined> {
  const row = await getRiskAcceptance(from, organisationId, id);
  return row.status === "in_force" ? row : undefined;
}

/** Another acceptance of the same subject is in force and runs longer. */
export async function isContinued(
  from: Reader,
  { organisationId, assessmentId, subject, id, expiresOn }: RiskAcceptanceRow,
): Promise<boolean> {
  const { riskAcceptances: t } = from.t;
  const others = await from.db
    .select({ expiresOn: t.expiresOn })
    .from(t)
    .where(
      and(
        eq(t.organisationId, organisationId),
        eq(t.assessmentId, assessmentId),
        eq(t.subject, subject),
        eq(t.status, "in_force"),
        ne(t.id, id),
      ),
    );
  return others.some((other) => other.expiresOn > expiresOn);
}
