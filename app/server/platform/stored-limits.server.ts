// Counters of the rate limits in a table that all processes share. One statement per use, so two processes cannot both take the last one.
import { eq, lt, sql } from "drizzle-orm";
import type { LimitStore } from "./limits.server.ts";
import type { Store } from "./store.server.ts";

export function storedLimits(store: Store): LimitStore {
  return {
    increment(key, now, windowSeconds) {
      return store.systemTx(async (tx) => {
        const { rateLimits: t } = tx.t;
        const expiresAt = new Date(now.getTime() + windowSeconds * 1000);
        const [row] = await tx.db
          .insert(t)
          .values({ key, points: 1, expiresAt })
          .onConflictDoUpdate({
            target: t.key,
            set: { points: sql`${t.points} + 1` },
          })
          .returning();
        if (row && row.expiresAt > now) return { points: row.points, expiresAt: row.expiresAt };
        await tx.db.delete(t).where(lt(t.expiresAt, now));
        await tx.db
          .insert(t)
          .values({ key, points: 1, expiresAt })
          .onConflictDoUpdate({ target: t.key, set: { points: 1, expiresAt } });
        return { points: 1, expiresAt };
      });
    },
    async remove(key) {
      await store.systemTx(async (tx) => {
        await tx.db.delete(tx.t.rateLimits).where(eq(tx.t.rateLimits.key, key));
      });
    },
  };
}
