// Records which contract clauses are agreed and where each stands (GDPR 28(3), CCPA, PCI DSS 4.0.1 12.8.2). One event per changed clause.
import { DomainError } from "#app/domain/errors.ts";
import { contractClauses } from "#app/domain/report/contract-clauses.ts";
import type { ClauseState } from "#app/domain/report/report-facts.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getEngagement } from "./engagements.queries.server.ts";
import { updateEngagement } from "./engagements.repo.server.ts";

export interface ClauseInput {
  /** Id of the clause list, such as `28(3)(h)`. */
  clause: string;
  state: ClauseState;
  /** Paragraph or annex of the contract. */
  where?: string | undefined;
  /** Of the clause on breach notices: within how many hours. */
  hours?: number | undefined;
}

/** Clauses not named stay as they are. */
export async function recordClauses(ctx: PersonContext, engagementId: string, inputs: readonly ClauseInput[]): Promise<void> {
  const { organisationId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const { vendorId, clauses } = await getEngagement(tx, organisationId, engagementId);
    const grant = authorize(ctx, "engagement.record_clause", { type: "engagement", organisationId, id: engagementId, vendorId });
    const after = { ...clauses };
    for (const { clause, state, where, hours } of inputs) {
      if (!contractClauses.some(({ id }) => id === clause)) {
        throw new DomainError("invalid", "There is no such clause.", { fields: { clause: "There is no such clause." } });
      }
      const before = clauses[clause] ?? { state: "unknown" };
      const text = where?.trim() || undefined;
      if (before.state === state && before.where === text && before.hours === hours) continue;
      after[clause] = { state, ...(text === undefined ? {} : { where: text }), ...(hours === undefined ? {} : { hours }) };
      const event = { type: "engagement.clause_recorded", objectId: engagementId, vendorId, data: { clause, state } } as const;
      await recordAuditEvent(tx, grant, event, ctx.now);
    }
    await updateEngagement(tx, organisationId, engagementId, { clauses: after, updatedAt: ctx.now });
  });
}
