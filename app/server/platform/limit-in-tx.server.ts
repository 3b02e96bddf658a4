// Counts a use of a rate limit inside a transaction that writes anyway, so that a hot verb needs no second COMMIT for its limit.
// A refusal rolls the count back with everything else, which leaves it at the limit.
import { createHash } from "node:crypto";
import { and, eq, gt, sql } from "drizzle-orm";
import type { LimitName } from "./config-variables.server.ts";
import type { Portal } from "./portal.server.ts";
import { refusal } from "./refusal.server.ts";
import { prepared, type Tx } from "./store.server.ts";

/** One more in the window that is running. Leaves the expiry alone: writing it, even unchanged, would rewrite its index. */
async function countInWindow(tx: Tx, key: string, now: Date) {
  const { rateLimits: t } = tx.t;
  const query = prepared(tx, "count_in_limit", ({ db }, statement) =>
    db
      .update(t)
      .set({ points: sql`${t.points} + 1` })
      .where(and(eq(t.key, sql.placeholder("key")), gt(t.expiresAt, sql.param(sql.placeholder("now"), t.expiresAt))))
      .returning({ points: t.points, expiresAt: t.expiresAt })
      .prepare(statement),
  );
  const [row] = await query.execute({ key, now });
  return row;
}

/** The first of a new window. Another transaction may have opened it in the meantime: then one more in that. */
async function openWindow(tx: Tx, key: string, now: Date, expiresAt: Date) {
  const { rateLimits: t } = tx.t;
  const query = prepared(tx, "open_limit", ({ db }, statement) => {
    const isOver = sql`${t.expiresAt} <= ${sql.param(sql.placeholder("now"), t.expiresAt)}`;
    return db
      .insert(t)
      .values({ key: sql.placeholder("key"), points: 1, expiresAt: sql.placeholder("expiresAt") })
      .onConflictDoUpdate({
        target: t.key,
        set: {
          points: sql`case when ${isOver} then 1 else ${t.points} + 1 end`,
          expiresAt: sql`case when ${isOver} then excluded.expires_at else ${t.expiresAt} end`,
        },
      })
      .returning({ points: t.points, expiresAt: t.expiresAt })
      .prepare(statement);
  });
  const [row] = await query.execute({ key, now, expiresAt });
  return row;
}

/** Throws DomainError rate_limited (data.retryAfterSeconds) when the window is used up. */
export async function consumeInTx(tx: Tx, portal: Portal, name: LimitName, key: string, now: Date): Promise<void> {
  const { points, seconds } = portal.config.limits[name];
  const expiresAt = new Date(now.getTime() + seconds * 1000);
  const hashed = `${name}:${createHash("sha256").update(key, "utf8").digest("base64url")}`;
  const row = (await countInWindow(tx, hashed, now)) ?? (await openWindow(tx, hashed, now, expiresAt));
  if (!row || row.points <= points) return;
  const retryAfterSeconds = Math.max(1, Math.ceil((row.expiresAt.getTime() - now.getTime()) / 1000));
  throw refusal("rate_limited", ({ refusals }) => refusals.tooManyChanges, {
    retryAfterSeconds,
    limit: name,
  });
}
