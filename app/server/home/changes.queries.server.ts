// What happened around vendors since the person was here last, newest first, from the audit log: what people want to know, not each row.
import { and, desc, eq, gt, inArray, ne } from "drizzle-orm";
import { type AuditEventType, auditEventTexts } from "#app/domain/audit/audit-event.ts";
import type { PersonContext } from "../platform/request-context.server.ts";

const told: readonly AuditEventType[] = [
  "vendor.registered",
  "engagement.status_changed",
  "assessment.opened",
  "assessment.submitted",
  "clarification.answered",
  "review.closed",
  "score.recorded",
  "finding.opened",
  "finding.closed",
  "finding.reopened",
  "evidence_request.fulfilled",
  "risk_acceptance.countersigned",
  "risk_acceptance.expired",
  "decision.signed",
  "decision.countersigned",
  "condition.lapsed",
  "condition.met",
  "report.stored",
];

/** Shown to somebody who was never here before, or not for long: the last week at least. */
const shortestMs = 12 * 3_600_000;
const firstMs = 7 * 86_400_000;
/** Entries looked through; far more than a person reads. */
const reach = 4000;

export interface Change {
  seq: number;
  at: Date;
  type: AuditEventType;
  text: string;
  vendorId: string;
  vendor: string;
  /** Undefined for the portal itself. */
  by: string | undefined;
}

export async function changesSinceLastVisit(ctx: PersonContext, size = 6): Promise<{ since: Date; total: number; changes: Change[] }> {
  const { organisationId, personId, sessionId } = ctx.actor;
  const from = ctx.portal.store.read;
  const { auditEntries: a, auditHeads: h, sessions: s, vendors: v } = from.t;
  const [visit] = await from.db
    .select({ at: s.lastSeenAt })
    .from(s)
    .where(and(eq(s.organisationId, organisationId), eq(s.personId, personId), ne(s.id, sessionId)))
    .orderBy(desc(s.lastSeenAt))
    .limit(1);
  const atLeast = new Date(ctx.now.getTime() - (visit ? shortestMs : firstMs));
  const since = visit && visit.at < atLeast ? visit.at : atLeast;
  const [head] = await from.db.select({ seq: h.seq }).from(h).where(eq(h.organisationId, organisationId)).limit(1);
  const rows = await from.db
    .select({ seq: a.seq, at: a.at, type: a.type, vendorId: a.vendorId, vendor: v.name, actorKind: a.actorKind, actorId: a.actorId })
    .from(a)
    .innerJoin(v, eq(v.id, a.vendorId))
    .where(and(eq(a.organisationId, organisationId), gt(a.seq, (head?.seq ?? 0) - reach), gt(a.at, since), inArray(a.type, [...told])))
    .orderBy(desc(a.seq))
    .limit(100);
  const others = rows.filter(({ actorKind, actorId }) => actorKind !== "person" || actorId !== personId);
  const shown = others.slice(0, size);
  const names = await namesOf(ctx, shown);
  const changes = shown.map(({ seq, at, type, vendorId, vendor, actorId }) => ({
    seq,
    at,
    type: type as AuditEventType,
    text: auditEventTexts[type as AuditEventType],
    vendorId: vendorId!,
    vendor,
    by: actorId === null ? undefined : names.get(actorId),
  }));
  return { since, total: others.length, changes };
}

async function namesOf(ctx: PersonContext, rows: readonly { actorKind: string; actorId: string | null }[]): Promise<Map<string, string>> {
  const from = ctx.portal.store.read;
  const { organisationId } = ctx.actor;
  const names = new Map<string, string>();
  for (const [kind, t] of [
    ["person", from.t.people],
    ["vendor", from.t.vendorSessions],
  ] as const) {
    const ids = rows.flatMap(({ actorKind, actorId }) => (actorKind === kind && actorId ? [actorId] : []));
    if (ids.length === 0) continue;
    const found = await from.db
      .select({ id: t.id, name: t.name })
      .from(t)
      .where(and(eq(t.organisationId, organisationId), inArray(t.id, ids)));
    for (const { id, name } of found) names.set(id, name);
  }
  return names;
}
