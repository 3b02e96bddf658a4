// The portal under kill -9, over HTTP, on every engine this machine has: two installations are killed side by side, because most of
// the time goes into starting again. `npm run test:long` kills more often and with other seeds.
import { readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { filesBelow } from "#tests/integration/platform/a-vault.ts";
import { engines } from "#tests/support/engines.ts";
import { type CampaignResult, runCampaign } from "./kill-campaign.ts";
import { problemsOf } from "./ledger.ts";

const isLong = process.env.VOUCHSAFE_LONG === "1";
const kills = isLong ? 250 : 25;
const second = engines[1] === "postgres" ? "postgres" : "sqlite";
const seed = isLong ? Date.now() % 1_000_000 : 20_261_123;

/** Bytes that got their name and then no row: nobody can read them. A day later a start removes them. */
async function clearedByJanitor({ installation, restart, ledger }: CampaignResult): Promise<void> {
  const folder = join(installation.dataDir, "evidence");
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
  for (const path of filesBelow(folder)) utimesSync(path, twoDaysAgo, twoDaysAgo);
  const portal = await restart();
  await vi.waitFor(() => expect(portal.lines.join("\n")).toContain("the vault was swept"), 20_000);
  expect(readdirSync(join(folder, ".incoming"))).toEqual([]);
  expect(await problemsOf(installation, ledger)).toEqual([]);
  await portal.stop();
}

it(
  "loses no acknowledged answer, submission or document in fifty kills, and leaves nothing half written",
  async () => {
    console.log(`kill -9: ${kills * 2} kills, sqlite and ${second}, seed ${seed}`);
    const results = await Promise.all([
      runCampaign({ engine: "sqlite", seed, kills }),
      runCampaign({ engine: second, seed: seed + 1, kills }),
    ]);
    for (const result of results) {
      expect(result.problems).toEqual([]);
      const { answers, files, submissions } = result.ledger;
      console.log(`${answers.length} answers, ${files.length} documents, ${submissions.size} submissions; ${result.halfFiles} half files`);
      expect(answers.length).toBeGreaterThan(kills * 8);
      expect(files.length).toBeGreaterThan(kills / 2);
      expect(submissions.size).toBeGreaterThan(kills / 2);
    }
    expect(results[0]!.halfFiles + results[1]!.halfFiles, "no kill hit a file half received: the test shows nothing").toBeGreaterThan(0);
    for (const result of results) await clearedByJanitor(result);
  },
  isLong ? 3_600_000 : 600_000,
);
