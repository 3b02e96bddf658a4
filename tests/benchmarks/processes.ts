// Servers in processes of their own, and what they cost: CPU and memory as the kernel counts them (Linux, /proc).
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { freePort } from "#app/cli/free-port.ts";
import type { Filled } from "./fill-vendors.ts";

export interface Served {
  origin: string;
  agent: Agent;
  pid: number;
  stop(): Promise<void>;
}

function stopper(child: ChildProcess, agent: Agent): () => Promise<void> {
  return () =>
    new Promise((resolve) => {
      child.once("close", () => resolve());
      agent.destroy();
      child.kill("SIGTERM");
    });
}

const newAgent = () => new Agent({ keepAlive: true, maxSockets: 4 });

/** The built portal, as `npm start` runs it. */
export async function servePortal({ dataDir }: Filled): Promise<Served> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const limits = { LIMIT_ANSWER_SAVE_VENDOR: "100000/1h" };
  const env = {
    PATH: process.env.PATH,
    PORT: String(port),
    PUBLIC_URL: origin,
    DATA_DIR: dataDir,
    LOG_LEVEL: "error",
    HOST: "127.0.0.1",
    ...limits,
  };
  const child = spawn(process.execPath, ["build/main.js"], {
    env: { ...env, NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const agent = newAgent();
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The portal did not start (exit ${child.exitCode}).`);
    const isUp = await fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return { origin, agent, pid: child.pid ?? 0, stop: stopper(child, agent) };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function serveBaseline({ dataDir, organisationId, assessmentId }: Filled): Promise<Served> {
  const args = ["tests/benchmarks/baseline.mjs", `${dataDir}/vouchsafe.sqlite`, organisationId, assessmentId];
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "inherit"],
    env: { PATH: process.env.PATH, NODE_ENV: "production" },
  });
  const agent = newAgent();
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout?.once("data", (chunk) => resolve(String(chunk).trim()));
    child.once("close", () => reject(new Error("The baseline did not start.")));
  });
  return { origin: `http://127.0.0.1:${port}`, agent, pid: child.pid ?? 0, stop: stopper(child, agent) };
}

/** CPU ticks of all threads of a process, user and system; a tick is 10 ms. */
export function cpuTicks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

export function memoryMiB(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
}

export interface Asked {
  path: string;
  cookie: string;
  /** A form: makes it a POST. */
  form?: string;
}

/** One request over a kept connection; resolves to status and milliseconds. */
export function askOnce(served: Served, { path, cookie, form }: Asked): Promise<{ status: number; ms: number; text: () => string }> {
  const { origin, agent } = served;
  const started = performance.now();
  const headers: Record<string, string> = { Cookie: cookie, "Accept-Encoding": form === undefined ? "gzip" : "identity" };
  if (form !== undefined) {
    headers["Content-Type"] = "application/x-www-form-urlencoded";
    headers["Content-Length"] = String(Buffer.byteLength(form));
    headers.Origin = origin;
    headers["Sec-Fetch-Site"] = "same-origin";
  }
  return new Promise((resolve, reject) => {
    const asked = request(origin + path, { agent, headers, method: form === undefined ? "GET" : "POST" }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      const text = () => Buffer.concat(chunks).toString();
      response.on("end", () => resolve({ status: response.statusCode ?? 0, ms: performance.now() - started, text }));
    });
    // The server may close a kept connection in the moment it is used again: asking anew is then right, for what only reads.
    asked.on("error", (error) => {
      const again = asked.reusedSocket && form === undefined && (error as NodeJS.ErrnoException).code === "ECONNRESET";
      if (again) resolve(askOnce(served, { path, cookie }));
      else reject(error);
    });
    asked.end(form);
  });
}
