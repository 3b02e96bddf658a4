// What callers and supervisors are told when the database or the file store is away: 503, a hint when to ask again, and nothing else.
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { takePostgresAway } from "#tests/support/databases.ts";
import { onEveryServer } from "#tests/support/engines.ts";
import { type PortalServer, startPortalServer } from "#tests/support/portal-server.ts";
import { aWorld } from "#tests/support/world.ts";

async function aPortal(engine: "sqlite" | "postgres") {
  const world = await aWorld({ engine });
  const left = await world.leave();
  const server = await startPortalServer({ ...left, env: { LOG_LEVEL: "silent" } });
  return { world, server };
}

const ask = (server: PortalServer, path: string, host?: string) =>
  fetch(server.origin.replace("localhost", "127.0.0.1") + path, { headers: host ? { Host: host } : {}, redirect: "manual" });

onEveryServer("a portal", 2, (engine) => {
  it("is ready when everything answers, and says so to a supervisor that asks by address", async () => {
    const { server } = await aPortal(engine as "sqlite");
    const ready = await ask(server, "/readyz");
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ status: "ready", database: true, blobs: true, migrations: true });
    expect((await ask(server, "/healthz")).status).toBe(200);
    expect((await ask(server, "/login")).status).toBe(421);
    await server.close();
  });

  it("whose file store is away lives, but is not ready", async () => {
    const { server } = await aPortal(engine as "sqlite");
    const folder = join(server.dataDir, "evidence");
    renameSync(folder, `${folder}.away`);
    writeFileSync(folder, "");
    const away = await ask(server, "/readyz");
    expect(away.status).toBe(503);
    expect(away.headers.get("Retry-After")).toBe("5");
    expect(await away.json()).toMatchObject({
      status: "unavailable",
      database: true,
      blobs: false,
      hint: expect.stringContaining("ask again"),
    });
    expect((await ask(server, "/healthz")).status).toBe(200);
    await server.close();
  });
});

onEveryServer(
  "a portal whose database is away",
  1,
  () => {
    it("still closes when it is told to", async () => {
      const { server } = await aPortal("postgres");
      const comeBack = await takePostgresAway(server.portal.config.databaseUrl);
      await server.close();
      await comeBack();
    });
  },
  ["postgres"],
);
