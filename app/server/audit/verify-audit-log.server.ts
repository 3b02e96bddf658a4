// Verifies the whole chain on request; the verdict names the first bad entry.
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { type ChainVerdict, verifyAuditChain } from "./verify-audit-chain.server.ts";

export async function verifyAuditLog(ctx: PersonContext): Promise<ChainVerdict> {
  const { organisationId } = ctx.actor;
  authorize(ctx, "audit.verify", { type: "audit_log", organisationId });
  return verifyAuditChain(ctx.portal.store, organisationId);
}
