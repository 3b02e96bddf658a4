// Counts a use of a rate limit inside a transaction that writes anyway, so that a hot verb needs no second COMMIT for its limit.
// A refusal rolls the count back with everything else, which leaves it at the limit.
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { DomainError } from "#app/domain/errors.ts";
import type { LimitName } from "./config-variables.server.ts";
import type { Portal } from "./portal.server.ts";
import { prepared, type Tx } from "./store.server.ts";

/** Throws DomainError rate_limited (data.retryAfterSeconds) when the window is used up. */
export async function consumeInTx(tx: Tx, portal: Portal, name: LimitName, key: string, now: Date): Promise<void> {
  const { points, seconds } = portal.config.limits[name];
  const { rateLimits: t } = tx.t;
  const expiresAt = new Date(now.getTime() + seconds * 1000);
  const query = prepared(tx, "consume_limit", ({ db }, statement) =>
    db
      .insert(t)
      .values({ key: sql.placeholder("key"), points: 1, expiresAt: sql.placeholder("expiresAt") })
      .onConflictDoUpdate({
        target: t.key,
        set: {
          points: sql`case when ${t.expiresAt} <= ${sql.param(sql.placeholder("now"), t.expiresAt)} then 1 else ${t.points} + 1 end`,
          expiresAt: sql`case when ${t.expiresAt} <= ${sql.param(sql.placeholder("now"), t.expiresAt)} then excluded.expires_at else ${t.expiresAt} end`,
        },
      })
      .returning({ points: t.points, expiresAt: t.expiresAt })
      .prepare(statement),
  );
  const hashed = `${name}:${createHash("sha256").update(key, "utf8").digest("base64url")}`;
  const [row] = await query.execute({ key: hashed, expiresAt, now });
  if (!row || row.points <= points) return;
  const retryAfterSeconds = Math.max(1, Math.ceil((row.expiresAt.getTime() - now.getTime()) / 1000));
  throw new DomainError("rate_limited", "Too many changes in a short time. Wait a little, then try again.", {
    retryAfterSeconds,
    limit: name,
  });
}
