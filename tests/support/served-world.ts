// An organisation in the built portal on a real socket, on the engine of choice, with cookies of people and vendors who are signed in.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Role } from "#app/domain/access/roles.ts";
import { createOrganisation } from "#app/server/people/create-organisation.server.ts";
import type { PersonContext } from "#app/server/platform/request-context.server.ts";
import { newToken } from "#app/server/platform/tokens.server.ts";
import { aClock } from "./clock.ts";
import { freshDatabase } from "./databases.ts";
import { runFolder } from "./engines.ts";
import { type PortalServer, startPortalServer } from "./portal-server.ts";
import type { Engine } from "./postgres.ts";
import type { World } from "./world.ts";

export interface ServedWorld {
  server: PortalServer;
  /** As much of a world as the helpers that send and answer need. */
  world: World;
  /** Cookie of somebody who signed in with these roles. */
  staffCookie(roles: readonly Role[], person?: PersonContext): Promise<string>;
  /** Cookie of a browser in which Start was pressed for this assessment. */
  vendorCookie(assessment: { assessmentId: string; vendorId: string }): Promise<string>;
  close(): Promise<void>;
}

export async function aServedWorld({
  engine = "sqlite",
  at = "2026-11-23T09:00:00Z",
  env = {},
}: {
  engine?: Exclude<Engine, "pglite">;
  at?: string;
  env?: Record<string, string>;
} = {}): Promise<ServedWorld> {
  const clock = aClock(at);
  const dataDir = mkdtempSync(join(runFolder(), "served-"));
  const database = await freshDatabase(engine, dataDir);
  const server = await startPortalServer({ clock, dataDir, databaseUrl: database.url, env });
  const { portal } = server;
  const as = (actor: object) => ({ portal, actor, traceId: "test", ip: "127.0.0.1", now: clock.now() });
  const anybody = as({ kind: "anonymous", organisationId: "" }) as unknown as Parameters<typeof createOrganisation>[0];
  const organisationId = await createOrganisation(anybody, { name: "Lantern Shop", timeZone: "UTC" });
  const asPerson = async (roles: readonly Role[], name = "Kim Example") => {
    const personId = portal.ids.next("person");
    const email = `${personId}@shop.example`;
    const row = { id: personId, organisationId, name, nameKey: name.toLowerCase(), email, emailKey: email, roles: [...roles] };
    await portal.store.systemTx((tx) => tx.db.insert(tx.t.people).values({ ...row, createdAt: clock.now() }));
    return as({ kind: "person", organisationId, personId, name, email, roles, sessionId: "ses" }) as unknown as PersonContext;
  };
  const later = () => new Date(clock.now().getTime() + 3_600_000);
  return {
    server,
    world: { engine, portal, store: portal.store, organisationId, clock, as, asPerson, sql: database.sql } as unknown as World,
    async staffCookie(roles, person) {
      const { token, tokenHash } = newToken();
      const { personId } = (person ?? (await asPerson(roles))).actor;
      const row = { id: portal.ids.next("session"), organisationId, personId, tokenHash };
      const now = clock.now();
      await portal.store.systemTx((tx) =>
        tx.db.insert(tx.t.sessions).values({ ...row, createdAt: now, lastSeenAt: now, expiresAt: later() }),
      );
      return `__Host-session=${token}`;
    },
    async vendorCookie({ assessmentId, vendorId }) {
      const { token, tokenHash } = newToken();
      const now = clock.now();
      const linkId = portal.ids.next("vendorLink");
      await portal.store.systemTx(async (tx) => {
        const link = { id: linkId, organisationId, assessmentId, vendorId, tokenHash: newToken().tokenHash, channel: "copy" as const };
        await tx.db.insert(tx.t.vendorLinks).values({ ...link, createdAt: now, expiresAt: later(), uses: 0 });
        const session = {
          id: portal.ids.next("vendorSession"),
          organisationId,
          linkId,
          assessmentId,
          vendorId,
          tokenHash,
          name: "Florian",
        };
        await tx.db.insert(tx.t.vendorSessions).values({ ...session, createdAt: now, lastSeenAt: now, expiresAt: later() });
      });
      return `__Host-vendor=${token}`;
    },
    async close() {
      await server.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
