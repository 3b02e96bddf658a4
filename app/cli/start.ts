// `npm start`: checks the configuration, builds when sources are newer than the build, refuses a demo's data folder, then runs the production server.
import "../node-version.ts";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ConfigError, environment, readConfig } from "#app/server/platform/config.server.ts";
import { buildIfNeeded } from "./build.ts";
import { demoMarker } from "./demo/marker.ts";

function checkedDataDir(): string {
  try {
    return readConfig({ ...environment(), NODE_ENV: "production" }).dataDir;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

const dataDir = checkedDataDir();
if (existsSync(join(dataDir, demoMarker))) {
  console.error(`${dataDir} holds the demo company. Set DATA_DIR to another folder, or run "npm run demo".`);
  process.exit(1);
}
buildIfNeeded((line) => console.log(line));
const server = spawn(process.execPath, ["--enable-source-maps", "build/main.js"], {
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: "production" },
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.kill(signal));
server.on("close", (code) => process.exit(code ?? 0));
