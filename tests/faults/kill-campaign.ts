// Kills a portal again and again while vendors work on it, starts it again on the same data, and looks whether everything that was
// acknowledged is there. The moments of the kills follow from the seed.
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { vi } from "vitest";
import { freePort } from "#app/cli/free-port.ts";
import { formOf } from "#app/server/questionnaires/questionnaire-versions.queries.server.ts";
import { filesBelow } from "#tests/integration/platform/a-vault.ts";
import { type PortalProcess, startPortalProcess } from "#tests/support/portal-process.ts";
import type { Engine } from "#tests/support/postgres.ts";
import { seeded } from "#tests/support/seeded.ts";
import { aSentAssessment } from "#tests/support/sending.ts";
import { aWorld } from "#tests/support/world.ts";
import { emptyLedger, type Installation, type Ledger, problemsOf } from "./ledger.ts";
import { type Invitation, vendorAtWork } from "./vendor-at-work.ts";

export interface Campaign {
  engine: Engine;
  seed: number;
  kills: number;
}

export interface CampaignResult {
  ledger: Ledger;
  /** What was lost or half written, each with the number of the kill after which it was seen. */
  problems: string[];
  /** Kills that hit a file half received. */
  halfFiles: number;
  installation: Installation;
  /** Starts the portal once more. */
  restart(): Promise<PortalProcess>;
}

const vendorsAtOnce = 4;
/** One address asks for everybody here; limits have their own tests. */
const wide = { LIMIT_LINK_OPEN_IP: "10000/1h", LIMIT_ANSWER_SAVE_VENDOR: "100000/1h", LIMIT_UPLOAD_VENDOR: "10000/1h" };

export async function runCampaign({ engine, seed, kills }: Campaign): Promise<CampaignResult> {
  const below = seeded(seed);
  const { installation, invitations } = await invite(engine, Math.ceil(kills * 1.6), below);
  const port = await freePort();
  const restart = () => startPortalProcess({ ...installation, port, env: { LOG_LEVEL: "info", ...wide } });
  const ledger = emptyLedger();
  const problems: string[] = [];
  let halfFiles = 0;
  let acknowledgements = 0;
  let whenAcknowledged: () => void = () => undefined;
  const hooks = {
    next: () => invitations.pop(),
    ledger,
    below,
    acknowledged() {
      acknowledgements += 1;
      whenAcknowledged();
    },
  };
  const names = ["Florian Teasel", "Ines Caldwell", "Ruth Abara", "Milo Brandt"].slice(0, vendorsAtOnce);
  const vendors = names.map((name) => vendorAtWork(`http://localhost:${port}`, name, hooks));
  let portal = await restart();
  for (let kill = 1; kill <= kills; kill += 1) {
    const wanted = acknowledgements + 5 + below(25);
    const reached = new Promise<void>((resolve) => {
      whenAcknowledged = () => acknowledgements >= wanted && resolve();
    });
    const filesBefore = ledger.files.length;
    const working = Promise.all(vendors.map((vendor) => vendor.work()));
    await Promise.race([reached, working]);
    // Somewhere within the requests that are under way.
    await pause(below(25));
    await portal.kill();
    await working;
    const incoming = join(installation.dataDir, "evidence", ".incoming");
    halfFiles += filesBelow(incoming).length;
    portal = await restart();
    await vi.waitFor(() => {
      if (filesBelow(incoming).length > 0) throw new Error(`After kill ${kill} the start left a half received file.`);
    }, 10_000);
    problems.push(...(await problemsOf(installation, ledger, filesBefore)).map((problem) => `kill ${kill}: ${problem}`));
  }
  problems.push(...(await problemsOf(installation, ledger)));
  await portal.stop();
  return { ledger, problems, halfFiles, installation, restart };
}

/** An installation with so many questionnaires sent and nobody at work on them yet. */
async function invite(
  engine: Engine,
  count: number,
  below: (limit: number) => number,
): Promise<{ installation: Installation; invitations: Invitation[] }> {
  const world = await aWorld({ engine, now: new Date().toISOString() });
  const { portal, organisationId, store } = world;
  const dueOn = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
  const invitations: Invitation[] = [];
  for (let number = 0; number < count; number += 1) {
    const { assessmentId, linkToken } = await aSentAssessment(world, { name: aName(below), category: "other", dueOn });
    const { keys } = await formOf(portal, store.read, organisationId, assessmentId);
    const document = { questionKey: keys.find((key) => key.endsWith("#dpa"))!, kind: "dpa" };
    invitations.push({ assessmentId, linkToken, questionKeys: keys, document });
  }
  return { installation: { ...(await world.leave()), organisationId }, invitations };
}

/** Like no other: vendors that look alike are not registered unasked. */
const aName = (below: (limit: number) => number): string =>
  Array.from({ length: 12 }, () => "abcdefghijklmnopqrstuvwxyz"[below(26)]).join("");
