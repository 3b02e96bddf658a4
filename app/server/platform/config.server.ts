// Reads and checks the whole configuration once, at start. Code gets it as ctx.portal.config and never looks at process.env.
// Start-up must stop on a ConfigError: it names every wrong variable at once, with what to write instead.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseEnv } from "node:util";
import type { z } from "zod";
import type { Limit } from "./config-values.server.ts";
import { type LimitName, limitSettings, settings, type Variable } from "./config-variables.server.ts";

type Settings = typeof settings;

/** Checked values; `dataDir` is absolute, `publicUrl` an origin without a slash at its end, sizes in bytes. */
export type Config = { readonly [K in keyof Settings]: z.output<Settings[K]["schema"]> } & {
  readonly limits: Readonly<Record<LimitName, Limit>>;
};

export type Environment = Readonly<Record<string, string | undefined>>;

/** One wrong variable and what to write instead; never holds the value. */
export interface ConfigProblem {
  name: string;
  mend: string;
}

export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    const lines = problems.map((problem) => `  ${problem.name}: ${problem.mend}`);
    super(`The configuration is wrong; nothing was started.\n${lines.join("\n")}\nAll variables: npm run vouchsafe -- config`);
    this.problems = problems;
  }
}

/** The variables of this process; those of a file `.env` in `folder` count where the process has none of that name. */
export function environment(folder = process.cwd()): Environment {
  const path = join(folder, ".env");
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  return { ...(existsSync(path) ? parseEnv(readFileSync(path, "utf8")) : {}), ...given };
}

/** Every row of the table, in the order in which it is printed. */
export const allVariables: readonly Variable<unknown>[] = [...Object.values(settings), ...Object.values(limitSettings)];

function rawValue(env: Environment, name: string, problems: ConfigProblem[]): string | undefined {
  const direct = env[name];
  const file = env[`${name}_FILE`];
  if (file === undefined || file === "") return direct === "" ? undefined : direct;
  if (direct !== undefined && direct !== "") problems.push({ name, mend: `set ${name} or ${name}_FILE, not both` });
  try {
    return readFileSync(file, "utf8").replace(/\r?\n$/, "");
  } catch (error) {
    problems.push({
      name: `${name}_FILE`,
      mend: `the file cannot be read (${(error as NodeJS.ErrnoException).code ?? "error"}); check path and rights`,
    });
    return undefined;
  }
}

function readTable<T extends Record<string, Variable<unknown>>>(table: T, env: Environment, problems: ConfigProblem[]) {
  const values: Record<string, unknown> = {};
  for (const [key, variable] of Object.entries(table)) {
    const result = variable.schema.safeParse(rawValue(env, variable.name, problems) ?? variable.fallback);
    if (result.success) values[key] = result.data;
    else problems.push({ name: variable.name, mend: result.error.issues[0]?.message ?? "write another value" });
  }
  return values;
}

const loopbackHost = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/;

export function isLoopbackUrl(url: string): boolean {
  return loopbackHost.test(new URL(url).hostname);
}

const wellKnownPasswords = new Set([
  "postgres",
  "password",
  "passwort",
  "secret",
  "changeme",
  "change-me",
  "admin",
  "vouchsafe",
  "example",
  "test",
  "123456",
]);

function usesWellKnownPassword(url: string): boolean {
  if (url === "" || isLoopbackUrl(url)) return false;
  return wellKnownPasswords.has(decodeURIComponent(new URL(url).password).toLowerCase());
}

function productionProblems(config: Config): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  if (!isLoopbackUrl(config.publicUrl)) {
    if (config.publicUrl.startsWith("http:"))
      problems.push({ name: "PUBLIC_URL", mend: "must begin with https:// outside localhost: the session cookie is sent over TLS only" });
    if (config.trustedProxy.length === 0)
      problems.push({
        name: "TRUSTED_PROXY",
        mend: "name the reverse proxy that ends TLS (such as loopback): the portal itself speaks plain HTTP",
      });
  }
  for (const key of ["databaseUrl", "smtpUrl"] as const)
    if (usesWellKnownPassword(config[key]))
      problems.push({ name: settings[key].name, mend: "replace the default password by one of your own" });
  return problems;
}

/** Takes all values from `env` (and the files it names, see environment); throws ConfigError naming every wrong variable. */
export function readConfig(env: Environment): Config {
  const problems: ConfigProblem[] = [];
  const values = readTable(settings, env, problems);
  const limits = readTable(limitSettings, env, problems);
  if (problems.length > 0) throw new ConfigError(problems);
  const read = { ...values, limits } as unknown as Config;
  const config: Config = { ...read, dataDir: resolve(read.dataDir), publicUrl: read.publicUrl || `http://localhost:${read.port}` };
  const inProduction = config.mode === "production" ? productionProblems(config) : [];
  if (inProduction.length > 0) throw new ConfigError(inProduction);
  return config;
}

/** The text of `.env.example`: every variable, commented out, with its default. */
export function envExample(): string {
  const rows = allVariables.map(({ name, description, fallback, isSecret }) => {
    const value = /[\s<>#"]/.test(fallback) ? `"${fallback}"` : fallback;
    return `# ${description}${isSecret ? " (secret)" : ""}\n# ${name}=${value}\n`;
  });
  const head =
    "# Configuration of Vouchsafe, made by: npm run -s vouchsafe -- config --env-example\n# Copy it to .env, or set the variables. Each may also be given as NAME_FILE, the path of a file that holds the value.\n";
  return `${head}\n${rows.join("\n")}`;
}
