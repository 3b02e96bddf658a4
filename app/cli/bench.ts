// `npm run bench` (`-- --json`): what the portal costs beside a bare server that does the same reading and writing. Targets that do not hold are
// printed as such; the exit code says only whether measuring worked.
import { type Measured, runBench } from "#tests/benchmarks/run-bench.ts";
import { buildIfNeeded } from "./build.ts";

const isJson = process.argv.includes("--json");
const say = (line: string) => void process.stderr.write(`${line}\n`);

function row({ name, ratio, target, ok }: Measured): string {
  return `${ok ? "ok    " : "NOT OK"}  ${name.padEnd(52)} ${ratio.toLocaleString("en").padStart(12)}  (target ${target.toLocaleString("en")})`;
}

buildIfNeeded(say);
const results = await runBench(say, (measured) => {
  if (!isJson) console.log(row(measured));
});
if (isJson) console.log(JSON.stringify(results));
