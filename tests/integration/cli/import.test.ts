import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { importReportSchema } from "#app/domain/questionnaire/import/import-report.schema.ts";
import { vouchsafe } from "#tests/support/command-line.ts";
import { hostileFiles } from "#tests/support/hostile-files.ts";

const folder = mkdtempSync(join(tmpdir(), "vouchsafe-import-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (name: string, content?: string): string => {
  const path = join(folder, name);
  if (content !== undefined) writeFileSync(path, content);
  return path;
};
const fixture = (name: string) => `tests/fixtures/import/${name}`;

it("import writes a questionnaire the linter finds no error in, and a report of its shape, without a database", async () => {
  const out = inFolder("everything.yaml");
  const report = inFolder("everything.json");
  const said = await vouchsafe("import", "vsaq", fixture("vsaq-everything.json"), "--out", out, "--report", report, "--id", "everything");
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(said.out).toMatch(/everything 1\.2\.0, 3 sections, 10 questions\.\n/);
  expect(said.out).toContain("lost: line 9, questionnaire[0].items[2].items[0].choicesConds");
  const linted = await vouchsafe("questionnaires", "lint", out);
  expect(linted.out).toMatch(/1 file: 0 errors, \d+ warnings?, \d+ notes?\./);
  const written = importReportSchema.parse(JSON.parse(readFileSync(report, "utf8")));
  expect(written).toMatchObject({ kind: "vsaq", questionnaire: { id: "everything", version: "1.2.0", sections: 3, questions: 10 } });
});

it("import takes id, version and licence from whoever imports, and says with --json what it reports", async () => {
  const out = inFolder("rules.yaml");
  const args = ["--out", out, "--id", "rules", "--version", "4.5.6", "--license", "CC-BY-4.0", "--json"];
  const { code, out: printed } = await vouchsafe("import", "oscal", fixture("oscal-everything.json"), ...args);
  expect(code).toBe(0);
  expect(importReportSchema.parse(JSON.parse(printed)).questionnaire).toMatchObject({ id: "rules", version: "4.5.6", questions: 4 });
  const written = readFileSync(out, "utf8");
  expect(written).toMatch(/^format: vrq\/1\nid: rules\nversion: 4\.5\.6\n/);
  expect(written).toContain("license: CC-BY-4.0");
});

it("import takes a file of our own byte for byte, with its comments, and refuses one that leaves the grammar", async () => {
  const shipped = "questionnaires/starter/1.0.0.yaml";
  const out = inFolder("starter.yaml");
  const said = await vouchsafe("import", "vrq", shipped, "--out", out, "--json");
  expect(importReportSchema.parse(JSON.parse(said.out))).toMatchObject({
    kind: "vrq",
    lost: [],
    questionnaire: { id: "starter", questions: 12 },
  });
  expect(readFileSync(out).equals(readFileSync(shipped))).toBe(true);
  const refused = await vouchsafe("import", "vrq", "tests/fixtures/questionnaires/unknown-field.yaml", "--out", inFolder("never.yaml"));
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("Did you mean “guidance”?")]);
  expect(existsSync(inFolder("never.yaml"))).toBe(false);
});

it.each([
  [["import"], "Say what kind of file it is: vsaq, oscal, ciso-assistant, caiq, hecvat, vrq."],
  [["import", "word", "x"], "Say what kind of file it is"],
  [["import", "vsaq"], "Name one file."],
  [["import", "vsaq", "x.json"], "Say with --out where the questionnaire goes."],
  [["import", "vsaq", "nowhere.json", "--out", "x.yaml"], "nowhere.json: there is no such file."],
  [["import", "vsaq", "tests", "--out", "x.yaml"], "tests: is no file."],
  [["import", "vsaq", fixture("vsaq-everything.json"), "--out", "no/such/folder.yaml"], "cannot be written"],
  [["import", "vsaq", fixture("vsaq-everything.json"), "--out", "x.yaml", "--id", "1 2"], "is no id"],
  [["import", "vsaq", fixture("vsaq-everything.json"), "--out", "x.yaml", "--version", "1"], "is no version"],
  [
    ["import", "oscal", fixture("oscal-everything.json"), "--out", "x.yaml", "--extension", fixture("oscal-everything.json")],
    "has no extensions",
  ],
])("%j is refused with a sentence", async (args, says) => {
  const { code, out, err } = await vouchsafe(...args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(says);
  expect(existsSync("x.yaml")).toBe(false);
});

describe("a hostile file", () => {
  it.each(hostileFiles)("of kind %s, %s, ends with a sentence within two seconds of work", async (kind, _, content, says) => {
    const path = inFolder("hostile", content);
    await vouchsafe("import", kind, fixture("oscal-everything.json"), "--out", inFolder("warm.yaml"));
    const before = process.cpuUsage();
    const { code, err } = await vouchsafe("import", kind, path, "--out", inFolder("never.yaml"));
    const { user, system } = process.cpuUsage(before);
    expect(code).toBe(2);
    expect(err).toMatch(says);
    expect(err).not.toMatch(/\n\s+at /);
    expect((user + system) / 1e6).toBeLessThan(2);
  });

  it("takes less than 200 MiB, whichever it is", () => {
    const script = `
      const { runCommand } = await import("#app/cli/run.ts");
      const code = await runCommand(process.argv.slice(1), { out() {}, err() {} });
      console.log(JSON.stringify({ code, mebibytes: process.resourceUsage().maxRSS / 1024 }));`;
    for (const [kind, , content] of hostileFiles) {
      const path = inFolder("hostile", content);
      const args = ["--import", "tsx", "--input-type=module", "--eval", script, "import", kind, path, "--out", inFolder("never.yaml")];
      const { code, mebibytes } = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as {
        code: number;
        mebibytes: number;
      };
      expect(code).toBe(2);
      expect(mebibytes).toBeLessThan(200);
    }
  }, 180_000);

  it("from a shell leaves no stack trace either", () => {
    const path = inFolder("hostile", "{");
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", "app/cli/main.ts", "import", "vsaq", path, "--out", inFolder("never.yaml")],
      { encoding: "utf8" },
    );
    expect(status).toBe(2);
    expect(stderr).toBe(`vouchsafe import: ${path}:1:2: Here a name in quotes is expected.\n`);
  });
});
