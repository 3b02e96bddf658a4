// `npm run journey` as a user runs it: the whole job over HTTP, with the portal's own answers and with somebody else's.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { describe, expect, it } from "vitest";
import { vouchsafe } from "#tests/support/command-line.ts";
import { noteNotRun, runFolder } from "#tests/support/engines.ts";
import { aPdf } from "#tests/support/sample-files.ts";

function journey(...args: string[]) {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "-s", "journey", ...(args.length > 0 ? ["--", ...args] : [])], {
    encoding: "utf8",
  });
  return { code: status, lines: stdout.trimEnd().split("\n"), err: stderr };
}

const hasPdfsig = spawnSync("pdfsig", ["-v"]).error === undefined;
if (!hasPdfsig) noteNotRun(1, "pdfsig on the journey's report: poppler-utils is not installed");

async function expectSignedReport(lines: string[]): Promise<void> {
  const path = lines.at(-1)!;
  expect(isAbsolute(path)).toBe(true);
  expect(readFileSync(path).subarray(0, 5).toString()).toBe("%PDF-");
  const certificate = join(dirname(path), "signing-certificate.pem");
  expect((await vouchsafe("verify", path, "--certificate", certificate)).out).toMatch(/^Ours and unaltered\./);
  if (hasPdfsig) expect(lines.join("\n")).toMatch(/^pdfsig +Signature is Valid\.$/m);
}

/** A file in a folder of its own, with a document beside it. */
function answersFile(text: string): string {
  const folder = mkdtempSync(join(runFolder(), "answers-"));
  writeFileSync(join(folder, "isolation.pdf"), aPdf("Separation of tenants, tested"));
  writeFileSync(join(folder, "answers.yaml"), text);
  return join(folder, "answers.yaml");
}

describe("npm run journey", () => {
  it("goes from registration to reassessment and leaves a signed report", async () => {
    const { code, lines, err } = journey();
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const said = lines.join("\n");
    for (const fact of [/^vendor +\S/m, /^tier +[1-4]$/m, /^score +\d+ [A-F]$/m, /^knock-outs +\S/m, /^sha-256 +[0-9a-f]{64}$/m])
      expect(said).toMatch(fact);
    expect(said).toMatch(/^next review +20\d\d-\d\d-\d\d$/m);
    await expectSignedReport(lines);
  }, 240_000);

  it("takes answers and documents of one's own", async () => {
    const good = readFileSync("app/cli/demo/answers/hosting-provider-good.yaml", "utf8");
    // Documents by path, and one question declined.
    const own = good
      .replaceAll("evidence: provided", "files: [isolation.pdf]")
      .replace(/ {2}region_choice: .*/, "  region_choice: { value: declined, reason: We do not tell our regions. }");
    const { code, lines, err } = journey("--answers", answersFile(own), "--questionnaire", "hosting-provider");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    await expectSignedReport(lines);
  }, 240_000);

  it("names what is missing when the answers are not enough to submit", () => {
    const few = "as: 2026-11-01\nanswers: { services: { value: [compute] } }\n";
    const { code, err } = journey("--answers", answersFile(few), "--questionnaire", "hosting-provider");
    expect(code).toBe(1);
    expect(err).toContain("It failed that nothing is missing before submitting.");
    expect(err).toMatch(/200 \/vendor\/check\n .*(?:need|missing)/);
    expect(err).not.toMatch(/^\s+at /m);
  }, 240_000);

  it.each([
    ["a question there is not", "answers: { nobody: { value: true } }", "nobody"],
    ["an option there is not", "answers: { tenant_isolation: { value: by_hope } }", "by_hope"],
    [
      "a document there is not",
      "answers: { tenant_isolation: { value: every_layer, files: [gone.pdf] } }",
      "gone.pdf: there is no such file",
    ],
    ["broken YAML", "answers: { tenant_isolation: ", "answers.yaml:1:"],
  ])("refuses %s in the answers with words, before anything is started", (_, text, words) => {
    const { code, lines, err } = journey("--answers", answersFile(text), "--questionnaire", "hosting-provider");
    expect({ code, lines }).toEqual({ code: 1, lines: [""] });
    expect(err).toContain(words);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it("refuses a questionnaire and an option there are not", () => {
    for (const args of [
      ["--questionnaire", "nowhere"],
      ["--answer", "x"],
      ["--answers", "nowhere.yaml"],
    ]) {
      const { code, err } = journey(...args);
      expect(code).toBe(1);
      expect(err).toContain("usage: npm run journey");
    }
    expect(existsSync("nowhere.yaml")).toBe(false);
  });
});
