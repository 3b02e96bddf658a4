// `npm test`: checks, build, then every test on every engine this machine has. The last line counts them.
// `npm run test:long` sets VOUCHSAFE_LONG=1: the same tests with longer campaigns.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numFailedTestSuites: number;
  testResults: { name: string; status: string; message: string }[];
}

const folder = mkdtempSync(join(tmpdir(), "vouchsafe-tests-"));
const notRun = join(folder, "not-run.txt");
const reportFile = join(folder, "report.json");
let passed = 0;
let failed = 0;

for (const [name, command] of [
  ["npm run check", ["node_modules/.bin/tsx", "tests/check.ts"]],
  ["npm run build", ["node_modules/.bin/tsx", "app/cli/build.ts"]],
] as const) {
  console.log(`\n> ${name}`);
  const { status } = spawnSync(command[0], command.slice(1), { stdio: "inherit" });
  if (status === 0) passed += 1;
  else failed += 1;
}

if (failed === 0) {
  console.log("\n> tests");
  const { status } = spawnSync(
    "node_modules/.bin/vitest",
    [
      "run",
      "--config",
      ".config/vitest.config.ts",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${reportFile}`,
      ...process.argv.slice(2),
    ],
    { stdio: "inherit", env: { ...process.env, VOUCHSAFE_NOT_RUN: notRun } },
  );
  if (existsSync(reportFile)) {
    const report = JSON.parse(readFileSync(reportFile, "utf8")) as Report;
    passed += report.numPassedTests;
    failed +=
      report.numFailedTests + report.numPendingTests + report.testResults.filter((file) => file.status === "failed" && file.message).length;
  }
  if (status !== 0 && failed === 0) failed += 1;
}

for (const line of existsSync(notRun) ? readFileSync(notRun, "utf8").trim().split("\n") : []) {
  const [count, reason] = line.split("\t");
  console.log(`not run: ${count} (${reason})`);
}
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
