// Appends to the audit log inside the transaction that makes the change: both are saved or neither is.
// One chain per organisation; its head is locked by the tx, so sequence numbers have no gaps. Changing the entry's form breaks verification.
import { eq, sql } from "drizzle-orm";
import { type AuditEntry, auditGenesis, canonicalJson } from "#app/domain/audit/audit-chain.ts";
import type { AuditEvent } from "#app/domain/audit/audit-event.schema.ts";
import { actorId, type Grant, requireGrant } from "#app/server/platform/authorize.server.ts";
import type { Context } from "#app/server/platform/context.server.ts";
import { type AuditHead, prepared, type Tx } from "#app/server/platform/store.server.ts";
import { hashEntry } from "./hash-entry.server.ts";

async function headOf(tx: Tx, organisationId: string): Promise<AuditHead> {
  if (tx.auditHead !== undefined) return tx.auditHead;
  const { auditHeads } = tx.t;
  const query = prepared(tx, "audit_head", ({ db }, key) =>
    db
      .select({ seq: auditHeads.seq, hash: auditHeads.hash })
      .from(auditHeads)
      .where(eq(auditHeads.organisationId, sql.placeholder("organisationId")))
      .prepare(key),
  );
  const [head] = await query.execute({ organisationId });
  return head ?? auditGenesis;
}

function whoOf({ actor }: Grant): AuditEntry["actor"] {
  const who = { kind: actor.kind, id: actorId(actor) };
  return actor.kind === "vendor" ? { ...who, vendorId: actor.vendorId, assessmentId: actor.assessmentId } : who;
}

async function insertEntry(tx: Tx, entry: AuditEntry, head: AuditHead, now: Date): Promise<AuditHead> {
  const { auditEntries } = tx.t;
  const written = canonicalJson(entry);
  const hash = hashEntry(head.hash, written);
  const query = prepared(tx, "insert_audit_entry", ({ db }, key) =>
    db
      .insert(auditEntries)
      .values({
        organisationId: sql.placeholder("organisationId"),
        seq: sql.placeholder("seq"),
        id: sql.placeholder("id"),
        at: sql.placeholder("at"),
        type: sql.placeholder("type"),
        actorKind: sql.placeholder("actorKind"),
        actorId: sql.placeholder("actorId"),
        objectId: sql.placeholder("objectId"),
        vendorId: sql.placeholder("vendorId"),
        entry: sql.placeholder("entry"),
        previousHash: sql.placeholder("previousHash"),
        hash: sql.placeholder("hash"),
      })
      .prepare(key),
  );
  await query.execute({
    organisationId: entry.organisationId,
    seq: entry.seq,
    id: `aud_${hash.slice(0, 32)}`,
    at: now,
    type: entry.event.type,
    actorKind: entry.actor.kind,
    actorId: entry.actor.id,
    objectId: entry.event.objectId ?? null,
    vendorId: entry.event.vendorId ?? null,
    entry: written,
    previousHash: head.hash,
    hash,
  });
  return { seq: entry.seq, hash };
}

async function moveHead(tx: Tx, organisationId: string, head: AuditHead): Promise<void> {
  const { auditHeads } = tx.t;
  const query = prepared(tx, "move_audit_head", ({ db }, key) =>
    db
      .insert(auditHeads)
      .values({ organisationId: sql.placeholder("organisationId"), seq: sql.placeholder("seq"), hash: sql.placeholder("hash") })
      .onConflictDoUpdate({ target: auditHeads.organisationId, set: { seq: sql`excluded.seq`, hash: sql`excluded.hash` } })
      .prepare(key),
  );
  await query.execute({ organisationId, ...head });
}

/** Appends one event, done by the Grant's actor at `now`. Only inside `store.tx` of the Grant's organisation. */
export async function recordAuditEvent(tx: Tx, grant: Grant, event: AuditEvent, now: Date): Promise<void> {
  requireGrant(grant);
  const { organisationId } = grant;
  if ((grant.refusal !== undefined) !== (event.type === "access.denied"))
    throw new Error(`"${event.type}" cannot be recorded with ${grant.refusal ? "a refusal" : "a right"}.`);
  if (tx.organisationId !== organisationId)
    throw new Error(`The transaction is of ${tx.organisationId ?? "no organisation"}, the Grant of ${organisationId}.`);
  const head = await headOf(tx, organisationId);
  const entry: AuditEntry = {
    version: 1,
    organisationId,
    seq: head.seq + 1,
    at: now.toISOString(),
    permission: grant.permission,
    actor: whoOf(grant),
    traceId: grant.traceId,
    event,
  };
  const next = await insertEntry(tx, entry, head, now);
  await moveHead(tx, organisationId, next);
  tx.auditHead = next;
}

/** Records that somebody read something sensitive, in a transaction of its own. Call it before the bytes leave. */
export async function recordRead(ctx: Context, grant: Grant, event: AuditEvent): Promise<void> {
  await ctx.portal.store.tx(grant.organisationId, (tx) => recordAuditEvent(tx, grant, event, ctx.now));
}
