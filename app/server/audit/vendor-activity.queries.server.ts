// What happened around one vendor, newest first, read from its entries of the audit log.
import { and, desc, eq, inArray, lt, ne } from "drizzle-orm";
import type { AuditEntry } from "#app/domain/audit/audit-chain.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import type { Reader } from "../platform/store.server.ts";

export interface Activity {
  seq: number;
  at: Date;
  type: string;
  /** Person, contact of the vendor, or undefined for the portal itself. */
  who: string | undefined;
  objectId: string | null;
  data: Record<string, unknown>;
}

export interface ActivityPage {
  entries: Activity[];
  /** Place of the next older entry. */
  olderThan: number | undefined;
}

/** Autosaves are left out: a person reading what happened wants the submission, not each keystroke's row. */
const unspoken = "answer.saved";

export async function viewVendorActivity(
  ctx: PersonContext,
  vendorId: string,
  { before, size }: { before?: number | undefined; size: number },
): Promise<ActivityPage> {
  const { organisationId } = ctx.actor;
  authorize(ctx, "vendor.view", { type: "vendor", organisationId, id: vendorId, vendorId });
  const from = ctx.portal.store.read;
  const { auditEntries: t } = from.t;
  const rows = await from.db
    .select({ seq: t.seq, at: t.at, type: t.type, actorKind: t.actorKind, actorId: t.actorId, objectId: t.objectId, entry: t.entry })
    .from(t)
    .where(
      and(
        eq(t.organisationId, organisationId),
        eq(t.vendorId, vendorId),
        ne(t.type, unspoken),
        before === undefined ? undefined : lt(t.seq, before),
      ),
    )
    .orderBy(desc(t.seq))
    .limit(size + 1);
  const shown = rows.slice(0, size);
  const names = await namesOf(from, organisationId, shown);
  return {
    entries: shown.map(({ seq, at, type, actorKind, actorId, objectId, entry }) => ({
      seq,
      at,
      type,
      who: actorId === null ? undefined : names.get(`${actorKind} ${actorId}`),
      objectId,
      data: ((JSON.parse(entry) as AuditEntry).event.data ?? {}) as Record<string, unknown>,
    })),
    olderThan: rows.length > size ? shown.at(-1)?.seq : undefined,
  };
}

async function namesOf(
  from: Reader,
  organisationId: string,
  rows: readonly { actorKind: string; actorId: string | null }[],
): Promise<Map<string, string>> {
  const idsOf = (kind: string) => [...new Set(rows.flatMap((row) => (row.actorKind === kind && row.actorId ? [row.actorId] : [])))];
  const { people, vendorSessions } = from.t;
  const [staff, contacts] = [idsOf("person"), idsOf("vendor")];
  const names = new Map<string, string>();
  if (staff.length > 0) {
    const found = await from.db
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(and(eq(people.organisationId, organisationId), inArray(people.id, staff)));
    for (const { id, name } of found) names.set(`person ${id}`, name);
  }
  if (contacts.length > 0) {
    const found = await from.db
      .select({ id: vendorSessions.id, name: vendorSessions.name })
      .from(vendorSessions)
      .where(and(eq(vendorSessions.organisationId, organisationId), inArray(vendorSessions.id, contacts)));
    for (const { id, name } of found) names.set(`vendor ${id}`, name);
  }
  return names;
}
