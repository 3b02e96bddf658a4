// The audit log as people read it: newest first, by keyset, filtered by type, person, object or vendor; and a stream for export.
import { and, desc, eq, gte, inArray, lt, type SQL } from "drizzle-orm";
import type { AuditEntry } from "#app/domain/audit/audit-chain.ts";
import { type AuditEventType, auditEventTexts } from "#app/domain/audit/audit-event.ts";
import { denialWords } from "#app/domain/audit/denial-words.ts";
import { authorize } from "../platform/authorize.server.ts";
import { organisationFacts } from "../platform/organisation.queries.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import type { Reader } from "../platform/store.server.ts";

export interface AuditFilter {
  /** First part of an event's name, such as `decision`; or a whole name. */
  type?: string | undefined;
  actorId?: string | undefined;
  /** Id of a vendor, or of anything it happened to. */
  objectId?: string | undefined;
  /** Entries before this number: the next page. */
  before?: number | undefined;
}

export interface AuditLine {
  seq: number;
  at: Date;
  type: string;
  text: string;
  by: string;
  objectId: string | null;
  vendorId: string | null;
  vendorName: string | null;
  /** The event's own data, as written. */
  data: string;
  hash: string;
}

export interface AuditLogView {
  lines: AuditLine[];
  next: number | undefined;
  head: { seq: number; hash: string };
  /** Of the organisation: the same moment reads alike on every page. */
  timeZone: string;
}

export async function viewAuditLog(ctx: PersonContext, filter: AuditFilter): Promise<AuditLogView> {
  const { organisationId } = ctx.actor;
  authorize(ctx, "audit.view", { type: "audit_log", organisationId });
  const from = ctx.portal.store.read;
  const { auditEntries: t, vendors, auditHeads } = from.t;
  const size = ctx.portal.config.pageSize;
  const rows = await from.db
    .select({
      seq: t.seq,
      at: t.at,
      type: t.type,
      actorKind: t.actorKind,
      actorId: t.actorId,
      objectId: t.objectId,
      vendorId: t.vendorId,
      vendorName: vendors.name,
      entry: t.entry,
      hash: t.hash,
    })
    .from(t)
    .leftJoin(vendors, eq(vendors.id, t.vendorId))
    .where(and(eq(t.organisationId, organisationId), ...conditions(from, filter)))
    .orderBy(desc(t.seq))
    .limit(size + 1);
  const shown = rows.slice(0, size);
  const names = await namesOf(from, organisationId, shown);
  const [head] = await from.db.select().from(auditHeads).where(eq(auditHeads.organisationId, organisationId)).limit(1);
  const { timeZone } = await organisationFacts(from, organisationId);
  return {
    timeZone,
    lines: shown.map(({ actorKind, actorId, entry, ...line }) => {
      const { data = {} } = (JSON.parse(entry) as AuditEntry).event;
      return { ...line, text: sentence(line.type, data), by: byWhom(actorKind, actorId, names), data: JSON.stringify(data) };
    }),
    next: rows.length > size ? shown.at(-1)?.seq : undefined,
    head: { seq: head?.seq ?? 0, hash: head?.hash ?? "" },
  };
}

/** Raw entries in order of writing, `size` at a time, beginning after number `after`: for export and outside verification. */
export async function readAuditEntries(ctx: PersonContext, after: number, size: number) {
  const { organisationId } = ctx.actor;
  authorize(ctx, "audit.view", { type: "audit_log", organisationId });
  const { db, t } = ctx.portal.store.read;
  const { auditEntries: a } = t;
  return await db
    .select({ seq: a.seq, entry: a.entry, previousHash: a.previousHash, hash: a.hash })
    .from(a)
    .where(and(eq(a.organisationId, organisationId), gte(a.seq, after + 1)))
    .orderBy(a.seq)
    .limit(size);
}

export interface Activity {
  seq: number;
  at: Date;
  type: string;
  text: string;
  by: string;
}

/** The newest events in a vendor's history, autosaves left out. For queries that already authorised the vendor. */
export async function listActivity(from: Reader, organisationId: string, vendorId: string, limit: number): Promise<Activity[]> {
  const { auditEntries: t } = from.t;
  const rows = await from.db
    .select({ seq: t.seq, at: t.at, type: t.type, actorKind: t.actorKind, actorId: t.actorId })
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.vendorId, vendorId)))
    .orderBy(desc(t.seq))
    .limit(limit * 20);
  const shown = rows.filter(({ type }) => type !== "answer.saved").slice(0, limit);
  const names = await namesOf(from, organisationId, shown);
  return shown.map(({ actorKind, actorId, ...line }) => ({
    ...line,
    text: auditEventTexts[line.type as AuditEventType] ?? line.type,
    by: byWhom(actorKind, actorId, names),
  }));
}

function conditions(from: Reader, { type, actorId, objectId, before }: AuditFilter): SQL[] {
  const { auditEntries: t } = from.t;
  const all: SQL[] = [];
  if (type) all.push(gte(t.type, type), lt(t.type, `${type}\u{10ffff}`));
  if (actorId) all.push(eq(t.actorId, actorId));
  if (objectId) all.push(objectId.startsWith("ven_") ? eq(t.vendorId, objectId) : eq(t.objectId, objectId));
  if (before) all.push(lt(t.seq, before));
  return all;
}

/** Names of the people and of the vendors' contacts behind some entries. */
async function namesOf(
  from: Reader,
  organisationId: string,
  rows: readonly { actorKind: string; actorId: string | null }[],
): Promise<Map<string, string>> {
  const { people, vendorSessions } = from.t;
  const idsOf = (kind: string) => [...new Set(rows.flatMap(({ actorKind, actorId }) => (actorKind === kind && actorId ? [actorId] : [])))];
  const [persons, sessions] = [idsOf("person"), idsOf("vendor")];
  const found = [
    ...(persons.length === 0
      ? []
      : await from.db
          .select({ id: people.id, name: people.name })
          .from(people)
          .where(and(eq(people.organisationId, organisationId), inArray(people.id, persons)))),
    ...(sessions.length === 0
      ? []
      : await from.db
          .select({ id: vendorSessions.id, name: vendorSessions.name })
          .from(vendorSessions)
          .where(and(eq(vendorSessions.organisationId, organisationId), inArray(vendorSessions.id, sessions)))),
  ];
  return new Map(found.map(({ id, name }) => [id, name]));
}

function sentence(type: string, data: unknown): string {
  if (type === "access.denied") return denialWords(data as Parameters<typeof denialWords>[0]);
  return auditEventTexts[type as AuditEventType] ?? type;
}

function byWhom(kind: string, id: string | null, names: Map<string, string>): string {
  if (kind === "system") return `Vouchsafe, ${id ?? "job"}`;
  if (kind === "anonymous") return "Not signed in";
  const name = (id && names.get(id)) || "Unknown";
  return kind === "vendor" ? `${name} (vendor)` : name;
}
