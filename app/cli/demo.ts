// `npm run demo`: builds, fills data/demo with the demo company once, and opens the portal. `-- --reset` begins anew.
import "../node-version.ts";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { copyLink } from "#app/server/assessments/sending/copy-link.server.ts";
import { assemblePortal } from "#app/server/platform/assemble-portal.server.ts";
import { readConfig } from "#app/server/platform/config.server.ts";
import type { Portal } from "#app/server/platform/portal.server.ts";
import { startRefusal } from "#app/server/platform/start-refusal.server.ts";
import { buildIfNeeded } from "./build.ts";
import { demoPassword, people } from "./demo/company.ts";
import { demoMarker } from "./demo/marker.ts";
import { type SeededDemo, seedDemo } from "./demo/seed.ts";
import { storyClock } from "./demo/timeline.ts";
import { startPortalServer } from "./portal-server.ts";

const { values } = parseArgs({ options: { reset: { type: "boolean", default: false } } });
const started = performance.now();
const folder = resolve(process.env.DATA_DIR ?? "data/demo");
const marker = join(folder, demoMarker);
const say = (line: string) => console.log(line);

if (existsSync(folder) && !existsSync(marker)) {
  console.error(
    `${folder} exists and is not a demo's folder (it has no file ${demoMarker}). Nothing was touched; set DATA_DIR to another folder.`,
  );
  process.exit(1);
}
// A demo that was interrupted while it was being filled begins anew, too.
if (values.reset || (existsSync(marker) && !readFileSync(marker, "utf8").startsWith("ready")))
  rmSync(folder, { recursive: true, force: true });

buildIfNeeded(say);
if (!existsSync(marker)) await fill();
await open().catch((error: unknown) => {
  console.error(startRefusal(error) ?? error);
  process.exit(1);
});

async function fill(): Promise<void> {
  say("Filling the demo company …");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(marker, "filling\n");
  const today = new Date();
  const clock = storyClock(new Date(today.getTime() - 800 * 24 * 3_600_000));
  const config = readConfig({
    ...process.env,
    NODE_ENV: "development",
    DATA_DIR: folder,
    LOG_LEVEL: "error",
    LIMIT_UPLOAD_VENDOR: "1000/1h",
  });
  const workerUrl = pathToFileURL(resolve("build/workers/pdf.worker.js"));
  const portal = await assemblePortal(config, { clock, workerUrl, runsJobsByItself: false });
  const seeded = await seedDemo(portal, clock, today, say);
  await portal.waker.stop();
  await portal.pdf.close();
  await portal.store.close();
  writeFileSync(marker, `ready ${JSON.stringify(seeded)}\n`);
}

/** A live link of a vendor, made as procurement would. */
async function freshLink(portal: Portal): Promise<string> {
  const { organisationId, procurementId, openAssessmentId } = JSON.parse(readFileSync(marker, "utf8").slice("ready ".length)) as SeededDemo;
  const [{ name, email, roles }] = people;
  const actor = { kind: "person" as const, organisationId, personId: procurementId, name, email, roles, sessionId: "demo" };
  const { url } = await copyLink({ portal, actor, now: portal.clock.now(), traceId: "demo", ip: "127.0.0.1" }, openAssessmentId);
  return url;
}

async function open(): Promise<void> {
  const port = Number(process.env.PORT ?? 3000);
  const server = await startPortalServer({
    dataDir: folder,
    port,
    env: { NODE_ENV: "development", LOG_LEVEL: process.env.LOG_LEVEL ?? "warn" },
  });
  server.startTicking();
  const link = await freshLink(server.portal);
  const width = Math.max(...people.map(({ email }) => email.length));
  say(`\nThe demo is open after ${((performance.now() - started) / 1000).toFixed(0)} s: ${server.origin}\n`);
  say(`Sign in with any of these; the password is “${demoPassword}”.`);
  for (const { email, name, roles } of people) say(`  ${email.padEnd(width)}  ${name}, ${roles.join(", ").replaceAll("_", " ")}`);
  say(`\nA vendor's link, as it would come by mail (no account needed):\n  ${link}\n\nCtrl-C ends the demo; its data stay in ${folder}.`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.close().then(() => process.exit(0)));
}
