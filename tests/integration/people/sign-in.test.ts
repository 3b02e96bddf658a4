// Signing in: what happens to a password whose hash was made with less effort than today's.
import { type Algorithm, hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { signIn } from "#app/server/people/sign-in.server.ts";
import { hashPassword, isOutdatedHash } from "#app/server/platform/password.server.ts";
import type { AnonymousContext } from "#app/server/platform/request-context.server.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aWorld, type World } from "#tests/support/world.ts";

const password = "seven lanterns on the quay";
const argon2id = 2 as Algorithm.Argon2id;

async function hashOf(world: World, personId: string): Promise<string | null | undefined> {
  const { people: p } = world.store.read.t;
  const [row] = await world.store.read.db.select({ passwordHash: p.passwordHash }).from(p).where(eq(p.id, personId));
  return row?.passwordHash;
}

onEveryEngine("signing in", (engine) => {
  it("renews a hash made with weaker parameters, only with the right password, and leaves a present one alone", async () => {
    const world = await aWorld({ engine });
    const { actor } = await world.asPerson(["procurement"], "Ida Buyer");
    const { email, personId, organisationId } = actor;
    const anybody = world.as({ kind: "anonymous", organisationId }) as AnonymousContext;
    const setHash = (passwordHash: string) =>
      world.store.systemTx((tx) => tx.db.update(tx.t.people).set({ passwordHash }).where(eq(tx.t.people.id, personId)));
    const weak = await hash(password, { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    await setHash(weak);
    await expect(signIn(anybody, { email, password: "eight lanterns on the quay" })).rejects.toMatchObject({ code: "invalid" });
    expect(await hashOf(world, personId)).toBe(weak);
    await signIn(anybody, { email, password });
    const renewed = await hashOf(world, personId);
    expect(renewed).not.toBe(weak);
    expect(isOutdatedHash(renewed ?? "")).toBe(false);
    await signIn(anybody, { email, password });
    expect(await hashOf(world, personId)).toBe(renewed);
    const present = await hashPassword(password);
    await setHash(present);
    await signIn(anybody, { email, password });
    expect(await hashOf(world, personId)).toBe(present);
  });
});
