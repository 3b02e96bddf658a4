// Who did what before: the rules about the same person ask (docs: product, "Roles and separation of duties").
import { and, eq } from "drizzle-orm";
import type { Trail } from "#app/domain/access/separation-of-duties.ts";
import { unknownObject } from "#app/domain/errors.ts";
import type { Reader } from "../../platform/store.server.ts";
import { type DeterminationRow, listDeterminations } from "./determinations.repo.server.ts";

/** Everybody who determined something themselves; what was carried over counts for nobody. `except`: leave one question out. */
export const reviewersOf = (history: readonly DeterminationRow[], except?: string): string[] => [
  ...new Set(history.filter(({ carried, questionKey }) => !carried && questionKey !== except).map(({ byId }) => byId)),
];

export async function readTrail(from: Reader, organisationId: string, assessment: { id: string; vendorId: string }): Promise<Trail> {
  const history = await listDeterminations(from, organisationId, assessment.id);
  return { registeredById: await readRegistrar(from, organisationId, assessment.vendorId), reviewerIds: reviewersOf(history) };
}

export async function readRegistrar(from: Reader, organisationId: string, vendorId: string): Promise<string | null> {
  const { vendors: v } = from.t;
  const [row] = await from.db
    .select({ registeredById: v.registeredById })
    .from(v)
    .where(and(eq(v.organisationId, organisationId), eq(v.id, vendorId)))
    .limit(1);
  if (!row) throw unknownObject();
  return row.registeredById;
}
