// The lockfile must name every optional platform package, else `npm ci` breaks on other machines; and every version is exact.
import { readFileSync } from "node:fs";

interface Locked {
  version?: string;
  optionalDependencies?: Record<string, string>;
}

/** Problems of a lockfile and its manifest, as sentences; none when complete. */
export function lockfileProblems(lock: { packages: Record<string, Locked> }, manifest: Record<string, Record<string, string>>): string[] {
  const problems: string[] = [];
  for (const group of ["dependencies", "devDependencies"]) {
    for (const [name, version] of Object.entries(manifest[group] ?? {})) {
      if (!/^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) problems.push(`${name} is not pinned exactly: ${version}`);
    }
  }
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!resolves(lock.packages, path, name)) problems.push(`${path} needs the optional package ${name}, which the lockfile lacks`);
    }
  }
  return problems;
}

/** As Node looks it up: in the package's own folder, then in each folder above. */
function resolves(packages: Record<string, Locked>, from: string, name: string): boolean {
  for (let at = from; ; at = at.includes("/node_modules/") ? at.slice(0, at.lastIndexOf("/node_modules/")) : "") {
    if (packages[`${at === "" ? "" : `${at}/`}node_modules/${name}`]) return true;
    if (at === "") return false;
  }
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const problems = lockfileProblems(
    JSON.parse(readFileSync("package-lock.json", "utf8")),
    JSON.parse(readFileSync("package.json", "utf8")),
  );
  for (const problem of problems) console.log(problem);
  process.exit(problems.length === 0 ? 0 : 1);
}
