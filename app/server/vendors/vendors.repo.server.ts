// Rows of vendors, their search terms and contacts.
import { and, asc, eq, gte, inArray, lt, or, sql } from "drizzle-orm";
import { DomainError, unknownObject } from "#app/domain/errors.ts";
import type { Reader, Tx } from "../platform/store.server.ts";

export type NewVendorRow = Tx["t"]["vendors"]["$inferInsert"];

export async function insertVendor(tx: Tx, row: NewVendorRow): Promise<void> {
  await tx.db.insert(tx.t.vendors).values(row);
}

export async function updateVendor(tx: Tx, organisationId: string, id: string, change: Partial<NewVendorRow>): Promise<void> {
  const { vendors } = tx.t;
  await tx.db
    .update(vendors)
    .set(change)
    .where(and(eq(vendors.organisationId, organisationId), eq(vendors.id, id)));
}

/** Replaces the words a vendor is found by. */
export async function setVendorTerms(tx: Tx, organisationId: string, vendorId: string, terms: readonly string[]): Promise<void> {
  const { vendorTerms } = tx.t;
  await tx.db.delete(vendorTerms).where(and(eq(vendorTerms.organisationId, organisationId), eq(vendorTerms.vendorId, vendorId)));
  if (terms.length > 0) await tx.db.insert(vendorTerms).values(terms.map((term) => ({ organisationId, term, vendorId })));
}

/**
 * Vendors that might be the same: domain the same, above or below, same registration id or name key, or sharing the first word of the
 * name. At most 50.
 */
export async function listLookAlikes(
  from: Reader,
  organisationId: string,
  keys: { duplicateKey: string; domain: string | null; registrationId: string | null; firstWord: string },
) {
  const { vendors, vendorTerms } = from.t;
  const labels = keys.domain?.split(".") ?? [];
  const above = labels.slice(0, -1).map((_, index) => labels.slice(index).join("."));
  const sharing = (term: string) =>
    from.db
      .select({ id: vendorTerms.vendorId })
      .from(vendorTerms)
      .where(and(eq(vendorTerms.organisationId, organisationId), eq(vendorTerms.term, term)))
      .limit(50);
  const same = [
    eq(vendors.duplicateKey, keys.duplicateKey),
    // Domains below this one have its first label among their words.
    ...(keys.domain === null ? [] : [inArray(vendors.domain, above), inArray(vendors.id, sharing(labels[0]!))]),
    ...(keys.registrationId === null ? [] : [eq(vendors.registrationId, keys.registrationId)]),
    inArray(vendors.id, sharing(keys.firstWord)),
  ];
  return await from.db
    .select({
      id: vendors.id,
      name: vendors.name,
      standing: vendors.standing,
      tier: vendors.tier,
      duplicateKey: vendors.duplicateKey,
      domain: vendors.domain,
      registrationKey: vendors.registrationId,
    })
    .from(vendors)
    .where(and(eq(vendors.organisationId, organisationId), or(...same)))
    .orderBy(asc(vendors.nameKey), asc(vendors.id))
    .limit(50);
}

export async function insertContact(tx: Tx, row: Tx["t"]["contacts"]["$inferInsert"]): Promise<void> {
  await tx.db.insert(tx.t.contacts).values(row);
}

export async function getContact(from: Reader, organisationId: string, id: string) {
  const { contacts } = from.t;
  const [row] = await from.db
    .select()
    .from(contacts)
    .where(and(eq(contacts.organisationId, organisationId), eq(contacts.id, id)))
    .limit(1);
  if (!row) throw unknownObject();
  return row;
}

export async function updateContact(
  tx: Tx,
  organisationId: string,
  id: string,
  change: { name: string; email: string; emailKey: string },
): Promise<void> {
  const { contacts } = tx.t;
  await tx.db
    .update(contacts)
    .set(change)
    .where(and(eq(contacts.organisationId, organisationId), eq(contacts.id, id)));
}

/** Throws conflict on the field `email` when the vendor has a contact with this address. */
export async function refuseTakenEmail(tx: Tx, organisationId: string, vendorId: string, emailKey: string): Promise<void> {
  const { contacts } = tx.t;
  const [taken] = await tx.db
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.organisationId, organisationId), eq(contacts.vendorId, vendorId), eq(contacts.emailKey, emailKey)))
    .limit(1);
  if (!taken) return;
  const fields = { email: "This vendor has a contact with this address already." };
  throw new DomainError("conflict", "This contact is here already. Nothing was saved.", { fields });
}

export async function listContacts(from: Reader, organisationId: string, vendorId: string) {
  const { contacts } = from.t;
  return await from.db
    .select()
    .from(contacts)
    .where(and(eq(contacts.organisationId, organisationId), eq(contacts.vendorId, vendorId)))
    .orderBy(asc(contacts.createdAt), asc(contacts.id))
    .limit(100);
}

export interface TallyKey {
  tier: number;
  residual: string;
  grade: string;
  standing: string;
  category: string;
}

/** Adds to the count of one combination; negative to take away. A combination nobody has keeps a row with 0. */
export async function addToTally(tx: Tx, organisationId: string, key: TallyKey, change: 1 | -1): Promise<void> {
  const { vendorTallies: t } = tx.t;
  const where = and(
    eq(t.organisationId, organisationId),
    eq(t.tier, key.tier),
    eq(t.residual, key.residual),
    eq(t.grade, key.grade),
    eq(t.standing, key.standing),
    eq(t.category, key.category),
  );
  const [row] = await tx.db.select({ vendors: t.vendors }).from(t).where(where).limit(1);
  if (row)
    await tx.db
      .update(t)
      .set({ vendors: row.vendors + change })
      .where(where);
  else await tx.db.insert(t).values({ organisationId, ...key, vendors: change });
}

/** Ids of vendors one of whose words begins with the value `q`; `qEnd` is what no such word reaches. A subquery of prepared lists. */
export function vendorsByPrefix(from: Reader) {
  const { vendorTerms: t } = from.t;
  return from.db
    .select({ id: t.vendorId })
    .from(t)
    .where(
      and(eq(t.organisationId, sql.placeholder("organisationId")), gte(t.term, sql.placeholder("q")), lt(t.term, sql.placeholder("qEnd"))),
    );
}
