// Rows of organisations. One installation shows one; tests make more.
import { eq } from "drizzle-orm";
import { DomainError } from "#app/domain/errors.ts";
import type { Reader, Tx } from "../platform/store.server.ts";

export async function insertOrganisation(tx: Tx, row: { id: string; name: string; timeZone: string; createdAt: Date }): Promise<void> {
  await tx.db.insert(tx.t.organisations).values(row);
  await tx.db.insert(tx.t.auditHeads).values({ organisationId: row.id, seq: 0, hash: "0".repeat(64) });
}

export async function getOrganisation(tx: Reader, organisationId: string) {
  const { organisations } = tx.t;
  const [row] = await tx.db.select().from(organisations).where(eq(organisations.id, organisationId)).limit(1);
  if (!row) throw new DomainError("not_found", "There is no such organisation.");
  return row;
}
