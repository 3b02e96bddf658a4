// Builds the portal when its sources are newer than the build: the server and style sheet by Remix, the worker threads by Vite.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const stamp = "build/.stamp";
const sources = ["app", "db", "public", ".config", "package.json", "package-lock.json"];

/** Newest modification below a file or folder, in ms. */
function newest(path: string): number {
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(info.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** True when nothing changed since the last complete build. */
export function isBuilt(): boolean {
  return existsSync(stamp) && statSync(stamp).mtimeMs > Math.max(...sources.map(newest));
}

/** Builds if needed; throws with the tool's output when a step fails. `say` gets one line per step. */
export function buildIfNeeded(say: (line: string) => void = () => {}): void {
  if (isBuilt()) return;
  rmSync("build", { recursive: true, force: true });
  say("Building the portal …");
  step("node_modules/.bin/remix", ["vite:build", "--config", ".config/vite.config.ts"]);
  for (const program of ["main", "pdf.worker", "foreign-file.worker"]) {
    step("node_modules/.bin/vite", ["build", "--config", ".config/vite.workers.config.ts", "--mode", program]);
  }
  dropFrameworkScripts();
  writeFileSync(stamp, "");
}

/** Pages carry no framework script (ADR 2), so the browser bundles Remix writes all the same are not published. */
function dropFrameworkScripts(): void {
  const assets = "build/client/assets";
  for (const name of readdirSync(assets)) if (name.endsWith(".js") && !name.includes(".enhancer-")) rmSync(join(assets, name));
}

function step(file: string, args: string[]): void {
  const { status, stdout, stderr } = spawnSync(file, args, { encoding: "utf8", env: { ...process.env, NODE_ENV: "production" } });
  if (status !== 0) throw new Error(`${file} ${args.join(" ")} failed\n${stdout}\n${stderr}`);
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const started = performance.now();
  if (isBuilt()) console.log("The build is up to date.");
  else {
    buildIfNeeded((line) => console.log(line));
    console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  }
}
