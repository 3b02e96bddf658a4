// `npm run dev`: started as a developer starts it, asked for a page, its style sheet and the page of all parts, and stopped.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "#app/cli/free-port.ts";

describe("the portal in development", () => {
  const folder = mkdtempSync(join(tmpdir(), "vouchsafe-dev-"));
  let server: ChildProcess;
  let origin: string;
  let said = "";

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://localhost:${port}`;
    server = spawn(process.execPath, ["--import", "tsx", "app/cli/dev.ts"], {
      env: { ...process.env, PORT: String(port), PUBLIC_URL: "", DATABASE_URL: "", DATA_DIR: folder },
    });
    await new Promise<void>((resolve, reject) => {
      const listen = (chunk: Buffer) => {
        said += chunk;
        if (said.includes(`Open at ${origin}`)) resolve();
      };
      server.stdout?.on("data", listen);
      server.stderr?.on("data", listen);
      server.once("exit", (code) => reject(new Error(`It ended with ${code}:\n${said}`)));
    });
  });
  afterAll(() => {
    server.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  it("shows its pages from the sources, with their style sheet", async () => {
    const page = await fetch(`${origin}/setup`);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain("Create administrator");
    const sheet = /<link rel="stylesheet" href="([^"]+)"/.exec(html)?.[1] ?? "";
    const css = await fetch(origin + sheet, { headers: { Accept: "text/css" } });
    expect(css.headers.get("Content-Type")).toMatch(/^text\/css/);
    expect(await css.text()).toContain("--accent");
  });

  it("shows all parts of the interface on one page", async () => {
    const page = await fetch(`${origin}/ui-kit`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("UI kit");
  });

  it("answers on this machine only, and ends when told to", async () => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    expect(await ended).toBe(0);
  });
});
