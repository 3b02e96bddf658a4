// People by id and name: who may be named as owner of something, and how those named before are called.
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { DomainError } from "#app/domain/errors.ts";
import { prepared, type Reader } from "../platform/store.server.ts";

/** Throws invalid on the field `ownerId`; null (nobody) is allowed. */
export async function requireOwner(from: Reader, organisationId: string, personId: string | null): Promise<void> {
  if (personId === null) return;
  const { people: t } = from.t;
  const [row] = await from.db
    .select({ id: t.id })
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.id, personId), isNull(t.disabledAt)))
    .limit(1);
  if (row) return;
  const message = "Choose a person who works here.";
  throw new DomainError("invalid", "Please check the marked fields. Nothing was saved.", { fields: { ownerId: message } });
}

/** People an owner is chosen from, by name: id and name. */
export async function listOwners(from: Reader, organisationId: string): Promise<{ id: string; name: string }[]> {
  const query = prepared(from, "owners", ({ db, t: { people: t } }, key) =>
    db
      .select({ id: t.id, name: t.name })
      .from(t)
      .where(and(eq(t.organisationId, sql.placeholder("organisationId")), isNull(t.disabledAt)))
      .orderBy(asc(t.nameKey), asc(t.id))
      .limit(500)
      .prepare(key),
  );
  return await query.execute({ organisationId });
}

/** Names by id; ids nobody has are left out, null is skipped. */
export async function namesOfPeople(from: Reader, organisationId: string, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const { people: t } = from.t;
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await from.db
    .select({ id: t.id, name: t.name })
    .from(t)
    .where(and(eq(t.organisationId, organisationId), inArray(t.id, wanted)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
