// What sending needs to know of an engagement: the engagement itself, its vendor, and the people to write to.
import { and, asc, eq } from "drizzle-orm";
import { unknownObject } from "#app/domain/errors.ts";
import type { Category } from "#app/domain/vendor/categories.ts";
import type { Reader } from "../platform/store.server.ts";

export type EngagementRow = Reader["t"]["engagements"]["$inferSelect"];
export type ContactRow = Reader["t"]["contacts"]["$inferSelect"];

export interface Addressee {
  engagement: EngagementRow;
  vendor: { id: string; name: string; category: Category };
}

/** Throws not_found. */
export async function getAddressee(from: Reader, organisationId: string, engagementId: string): Promise<Addressee> {
  const { engagements, vendors } = from.t;
  const [row] = await from.db
    .select({ engagement: engagements, vendor: { id: vendors.id, name: vendors.name, category: vendors.category } })
    .from(engagements)
    .innerJoin(vendors, eq(vendors.id, engagements.vendorId))
    .where(and(eq(engagements.organisationId, organisationId), eq(engagements.id, engagementId)))
    .limit(1);
  if (!row) throw unknownObject();
  return row;
}

/** The vendor's contacts, by name. */
export async function listContacts(from: Reader, organisationId: string, vendorId: string): Promise<ContactRow[]> {
  const { contacts } = from.t;
  return await from.db
    .select()
    .from(contacts)
    .where(and(eq(contacts.organisationId, organisationId), eq(contacts.vendorId, vendorId)))
    .orderBy(asc(contacts.name), asc(contacts.id))
    .limit(200);
}

export async function findContact(from: Reader, organisationId: string, id: string): Promise<ContactRow | undefined> {
  const { contacts } = from.t;
  const [row] = await from.db
    .select()
    .from(contacts)
    .where(and(eq(contacts.organisationId, organisationId), eq(contacts.id, id)))
    .limit(1);
  return row;
}

/** Name and address of a person of ours, for "whom to ask"; undefined when it is gone. */
export async function findStaff(
  from: Reader,
  organisationId: string,
  id: string | null,
): Promise<{ name: string; email: string } | undefined> {
  if (id === null) return undefined;
  const { people } = from.t;
  const [row] = await from.db
    .select({ name: people.name, email: people.email })
    .from(people)
    .where(and(eq(people.organisationId, organisationId), eq(people.id, id)))
    .limit(1);
  return row;
}
