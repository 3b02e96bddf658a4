// `vouchsafe verify` for a stranger with a file and a certificate: plain words, JSON, and an exit code scripts can use.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "#app/cli/run.ts";
import { loadOrCreateSigner } from "#app/server/platform/signer.server.ts";
import { renderReport } from "#app/server/reports/render-report.server.ts";
import { aReport } from "#tests/support/report-facts.ts";

const at = new Date("2026-11-12T10:02:41.000Z");
let dir: string;
let certificate: string;
const file = (name: string) => join(dir, name);

async function verify(...args: string[]) {
  const said = { out: "", err: "" };
  const code = await runCommand(["verify", ...args], {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
  });
  return { code, ...said };
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "vouchsafe-verify-"));
  const signer = await loadOrCreateSigner({ dir: file("secrets"), organisationName: "Lantern & Larch", now: at });
  certificate = file("secrets/signing-certificate.pem");
  const signed = await signer.sign(await renderReport("decision-page", aReport()), {
    at,
    reason: "Decision page",
    name: "Lantern & Larch",
  });
  await writeFile(file("good.pdf"), signed);
  signed[2000] = (signed[2000] ?? 0) ^ 1;
  await writeFile(file("bad.pdf"), signed);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

test("a good file is named ours, with signer, time and hash, and exit code 0", async () => {
  const { code, out, err } = await verify(file("good.pdf"), "--certificate", certificate);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^Ours and unaltered\.\n/);
  expect(out).toContain("Lantern & Larch (Vouchsafe)");
  expect(out).toContain("2026-11-12T10:02:41.000Z");
});

test("a changed file is refused with the reason and exit code 1; with --json standard output holds the JSON alone", async () => {
  expect(await verify(file("bad.pdf"), "--certificate", certificate)).toMatchObject({
    code: 1,
    out: expect.stringContaining("changed after"),
  });
  const { code, out } = await verify(file("bad.pdf"), "--certificate", certificate, "--json");
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ ours: true, unaltered: false, reason: "altered" });
});

test("a missing file, a missing certificate and two files are errors of the call, exit code 2, nothing on standard output", async () => {
  for (const args of [
    [file("gone.pdf"), "--certificate", certificate],
    [file("good.pdf"), "--certificate", file("gone.pem")],
    [file("good.pdf"), "--certificate", file("good.pdf")],
    [file("good.pdf"), file("bad.pdf")],
    [],
  ]) {
    expect(await verify(...args)).toMatchObject({ code: 2, out: "", err: expect.stringContaining("usage: vouchsafe verify") });
  }
});
