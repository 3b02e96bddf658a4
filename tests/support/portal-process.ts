// The built portal as a process of its own, as `npm start` runs it, so that a test can kill it. Build first.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll } from "vitest";

export interface PortalProcess {
  readonly origin: string;
  /** The log so far, one line per entry. */
  readonly lines: readonly string[];
  /** SIGKILL: nothing of the process runs after this. Resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM, as a supervisor ends it. Resolves with the exit code. */
  stop(): Promise<number | null>;
}

export interface PortalProcessOptions {
  dataDir: string;
  port: number;
  databaseUrl?: string;
  env?: Record<string, string>;
}

const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
});

/** Resolves when the portal is open; rejects with what it said when it ends before. */
export async function startPortalProcess({ dataDir, port, databaseUrl = "", env = {} }: PortalProcessOptions): Promise<PortalProcess> {
  const given = { NODE_ENV: "production" as const, PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: databaseUrl, ...env };
  const child = spawn(process.execPath, ["--enable-source-maps", "build/main.js"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH ?? "", ...given },
  });
  const lines: string[] = [];
  running.add(child);
  const gone = once(child, "close").finally(() => running.delete(child));
  await isOpen(child, lines);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await gone;
  };
  return {
    origin: `http://localhost:${port}`,
    lines,
    kill: () => end("SIGKILL"),
    async stop() {
      await end("SIGTERM");
      return child.exitCode;
    },
  };
}

function isOpen(child: ChildProcess, lines: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let rest = "";
    let errors = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      const whole = (rest + text).split("\n");
      rest = whole.pop() ?? "";
      lines.push(...whole);
      if (whole.some((line) => line.includes('"portal is open"'))) resolve();
    });
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      errors += text;
    });
    child.once("error", reject);
    child.once("close", (code, signal) =>
      reject(new Error(`The portal ended with ${code ?? signal}.\n${[...lines.slice(-5), errors].join("\n")}`)),
    );
  });
}
