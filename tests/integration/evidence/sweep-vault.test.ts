import { utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { sweepVault } from "#app/server/evidence/sweep-vault.server.ts";
import { runSweeps } from "#app/server/jobs/run-sweeps.server.ts";
import { sweeps } from "#app/server/jobs/sweeps.server.ts";
import { startTicking } from "#app/server/jobs/tick.server.ts";
import { aStoreRequest, filesBelow } from "#tests/integration/platform/a-vault.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aPdf } from "#tests/support/sample-files.ts";
import { aWorld, type World } from "#tests/support/world.ts";

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

async function aStoredFile(world: World, evidenceId: string, hasRow: boolean): Promise<string> {
  const { portal, organisationId } = world;
  const { flags: _, ...file } = await portal.vault.store(aStoreRequest("report.pdf", aPdf(), { evidenceId, organisationId }));
  const described = {
    kind: "policy",
    verdict: "none" as const,
    verification: null,
    uploadedBy: "Kim Example",
    uploadedAt: world.clock.now(),
  };
  const row = { id: evidenceId, organisationId, vendorId: "ven_1", ...file, ...described };
  if (hasRow) await world.store.systemTx((tx) => tx.db.insert(tx.t.evidence).values(row));
  const path = join(portal.config.dataDir, "evidence", file.blobKey);
  utimesSync(path, daysAgo(3), daysAgo(3));
  return path;
}

onEveryEngine("the janitor of the vault", (engine) => {
  it("removes what a crash left between bytes and row, and keeps every file that a row names, whatever the portal's clock says", async () => {
    const world = await aWorld({ engine, now: "2031-01-01T09:00:00Z" });
    const folder = join(world.portal.config.dataDir, "evidence");
    const kept = await aStoredFile(world, "evd_kept", true);
    await aStoredFile(world, "evd_orphan", false);
    const fresh = await aStoredFile(world, "evd_fresh", false);
    utimesSync(fresh, new Date(), new Date());
    const halves = ["old", "new"].map((name) => join(folder, ".incoming", `${name}.part`));
    for (const half of halves) writeFileSync(half, "half a file");
    utimesSync(halves[0]!, daysAgo(1), daysAgo(1));
    await sweepVault(world.asSystem("sweep-vault"));
    expect(filesBelow(folder).sort()).toEqual([kept, fresh, halves[1]].sort());
    expect(world.logs.at(-1)).toMatchObject({ temporary: 1, orphans: 1 });
  });

  it("removes nothing when most files have no row, for then the database is not the vault's", async () => {
    const world = await aWorld({ engine });
    const files = [
      await aStoredFile(world, "evd_1", true),
      await aStoredFile(world, "evd_2", false),
      await aStoredFile(world, "evd_3", false),
    ];
    await sweepVault(world.asSystem("sweep-vault"));
    expect(filesBelow(join(world.portal.config.dataDir, "evidence")).sort()).toEqual(files.sort());
    expect(world.logs.at(-1)).toMatchObject({ files: 3, withoutRow: 2 });
  });

  it("comes by every hour, and at a start even when the process that died had the hour", async () => {
    expect(sweeps["sweep-vault"]?.run).toBe(sweepVault);
    const world = await aWorld({ engine });
    await runSweeps(world.portal);
    await aStoredFile(world, "evd_1", true);
    await aStoredFile(world, "evd_orphan", false);
    await startTicking(world.portal)();
    expect(filesBelow(join(world.portal.config.dataDir, "evidence"))).toHaveLength(1);
    expect(world.logs.filter(({ msg }) => msg === "the vault was swept")).toHaveLength(1);
  });
});
