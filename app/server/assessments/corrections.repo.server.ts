// Rows of corrections as the vendor makes them: asked for, then sent.
import { and, eq } from "drizzle-orm";
import type { Tx } from "../platform/store.server.ts";
import type { CorrectionRow } from "./corrections.queries.server.ts";

export async function insertCorrection(tx: Tx, row: Omit<CorrectionRow, "revision" | "sentAt">): Promise<void> {
  await tx.db.insert(tx.t.corrections).values({ ...row, revision: null, sentAt: null });
}

export async function updateCorrection(
  tx: Tx,
  organisationId: string,
  id: string,
  change: Partial<Pick<CorrectionRow, "why" | "follows" | "revision" | "sentAt">>,
): Promise<void> {
  const { corrections: c } = tx.t;
  await tx.db
    .update(c)
    .set(change)
    .where(and(eq(c.organisationId, organisationId), eq(c.id, id)));
}
