// Rows of organisations. One installation shows one; tests make more.
import { eq, sql } from "drizzle-orm";
import { DomainError } from "#app/domain/errors.ts";
import { prepared, type Reader, type Tx } from "../platform/store.server.ts";

export async function insertOrganisation(tx: Tx, row: { id: string; name: string; timeZone: string; createdAt: Date }): Promise<void> {
  await tx.db.insert(tx.t.organisations).values(row);
  await tx.db.insert(tx.t.auditHeads).values({ organisationId: row.id, seq: 0, hash: "0".repeat(64) });
}

export async function updateOrganisation(
  tx: Tx,
  organisationId: string,
  change: Partial<Tx["t"]["organisations"]["$inferInsert"]>,
): Promise<void> {
  const { organisations } = tx.t;
  await tx.db.update(organisations).set(change).where(eq(organisations.id, organisationId));
}

export async function getOrganisation(tx: Reader, organisationId: string) {
  const query = prepared(tx, "organisation", ({ db, t: { organisations } }, key) =>
    db
      .select()
      .from(organisations)
      .where(eq(organisations.id, sql.placeholder("organisationId")))
      .limit(1)
      .prepare(key),
  );
  const [row] = await query.execute({ organisationId });
  if (!row) throw new DomainError("not_found", "There is no such organisation.");
  return row;
}
