// `npm run check`: types, formatting and lint, import rules, forgotten promises, lockfile. All run, all failures are shown.
import { spawn } from "node:child_process";

interface Check {
  name: string;
  command: string[];
}

const bin = (name: string) => `node_modules/.bin/${name}`;
const checks: Check[] = [
  // The native compiler: a fifth of the time of the one in JavaScript, which typescript-eslint still needs (docs/decisions/0008).
  { name: "types", command: ["node", "node_modules/typescript-native/bin/tsc", "--noEmit", "-p", "."] },
  { name: "format and lint", command: [bin("biome"), "check", "--error-on-warnings", "."] },
  {
    name: "import rules",
    command: [bin("depcruise"), "--config", ".config/dependency-cruiser.cjs", "--output-type", "err", "app", "db"],
  },
  { name: "forgotten promises", command: [bin("eslint"), "--config", ".config/eslint.config.js", "app", "db"] },
  { name: "lockfile", command: [bin("tsx"), "tests/support/lockfile.ts"] },
];

const results = await Promise.all(checks.map(run));
for (const { name, code, output, seconds } of results) {
  console.log(`${code === 0 ? "ok    " : "FAILED"} ${name} (${seconds.toFixed(1)} s)`);
  if (code !== 0) console.log(output);
}
process.exit(results.every(({ code }) => code === 0) ? 0 : 1);

function run({ name, command }: Check): Promise<{ name: string; code: number; output: string; seconds: number }> {
  const started = performance.now();
  const [file = "", ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NODE_OPTIONS: "--max-semi-space-size=64" },
    });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    child.on("close", (code) => {
      resolve({ name, code: code ?? 1, output: Buffer.concat(chunks).toString(), seconds: (performance.now() - started) / 1000 });
    });
  });
}
