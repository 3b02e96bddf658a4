// A PostgreSQL server for the tests of one run: TEST_DATABASE_URL, else a cluster started here from the machine's own binaries.
// It is started by the first test that needs it, lives in the run's temporary folder and is stopped with the run.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

const installed = "/usr/lib/postgresql";

/** Debian's folder of server programs, the newest version; undefined when there is none. */
export function findPostgresPrograms(): string | undefined {
  if (!existsSync(installed)) return undefined;
  const versions = readdirSync(installed).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(installed, version, "bin")).find((bin) => existsSync(join(bin, "initdb")));
}

export type Engine = "sqlite" | "postgres" | "pglite";

/** The second engine: a server that is there, one we can start, or PGlite, which has one connection only. */
export function postgresKind(): { engine: Engine; words: string } {
  if (process.env.VOUCHSAFE_TEST_ENGINE === "pglite") return { engine: "pglite", words: "PGlite (VOUCHSAFE_TEST_ENGINE asks for it)" };
  if (process.env.TEST_DATABASE_URL) return { engine: "postgres", words: "PostgreSQL at TEST_DATABASE_URL" };
  const bin = findPostgresPrograms();
  if (bin !== undefined) return { engine: "postgres", words: `PostgreSQL of ${bin}, started for this run` };
  return { engine: "pglite", words: "PGlite (no PostgreSQL server on this machine)" };
}

/** Every database of a run has this prefix, so that the run's end finds them. */
export function databasePrefix(folder: string): string {
  return basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_");
}

interface Account {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root: then it runs as Debian's user `postgres`. */
function account(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((row) => row.startsWith("postgres:"));
  const [, , uid, gid] = line?.split(":") ?? [];
  if (uid === undefined || gid === undefined) throw new Error("PostgreSQL cannot run as root and there is no user postgres.");
  return { uid: Number(uid), gid: Number(gid) };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** Tests lose nothing that matters in a crash of the machine. */
const fast = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200", "shared_buffers=64MB"];

async function waitUntilReady(url: string, server: ChildProcess, log: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      if (server.exitCode !== null) break;
      await sleep(50);
    }
  }
  throw new Error(`PostgreSQL did not start:\n${readFileSync(log, "utf8").slice(-2000)}`);
}

/** Makes and starts a cluster in `folder`; returns the URL of its superuser. Stop it with `stopPostgres(folder)`. */
export async function startPostgres(bin: string, folder: string): Promise<string> {
  const owner = account();
  const data = join(folder, "data");
  const passwordFile = join(folder, "password");
  const password = randomBytes(12).toString("hex");
  mkdirSync(folder, { recursive: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (owner) for (const path of [folder, passwordFile]) chownSync(path, owner.uid, owner.gid);
  const locale = ["--encoding=UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256", "--no-sync"];
  const made = spawnSync(join(bin, "initdb"), ["-D", data, "-U", "vouchsafe", `--pwfile=${passwordFile}`, ...locale], {
    ...owner,
    cwd: folder,
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(`initdb failed:\n${made.stderr ?? made.error}`);
  const port = await freePort();
  const log = join(folder, "log");
  const settings = [...fast, "listen_addresses=127.0.0.1", `port=${port}`, `unix_socket_directories=${folder}`];
  const output = openSync(log, "a");
  const server = spawn(join(bin, "postgres"), ["-D", data, ...settings.flatMap((setting) => ["-c", setting])], {
    ...owner,
    cwd: folder,
    detached: true,
    stdio: ["ignore", output, output],
  });
  writeFileSync(join(folder, "pid"), String(server.pid));
  const url = `postgres://vouchsafe:${password}@127.0.0.1:${port}/postgres`;
  await waitUntilReady(url, server, log);
  server.unref();
  return url;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export async function stopPostgres(folder: string): Promise<void> {
  const file = join(folder, "pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8"));
  // SIGINT is PostgreSQL's fast shutdown: it ends open connections.
  if (isRunning(pid)) process.kill(pid, "SIGINT");
  for (let tries = 0; isRunning(pid) && tries < 200; tries++) await sleep(50);
  if (isRunning(pid)) process.kill(pid, "SIGKILL");
}
