// CAIQ and HECVAT from the shell: questionnaire, report and answers are written and fit each other; hostile workbooks cost little.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { importReportSchema } from "#app/domain/questionnaire/import/import-report.schema.ts";
import { vouchsafe } from "#tests/support/command-line.ts";
import { heaviest, hostileWorkbooks } from "#tests/support/hostile-workbooks.ts";
import { aCaiq, aHecvat, hecvatQuestions } from "#tests/support/workbooks.ts";

const folder = mkdtempSync(join(tmpdir(), "vouchsafe-workbooks-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const inFolder = (name: string) => join(folder, name);

describe.each([
  ["caiq", () => aCaiq("4.1.0", { "I&S-01.1": { answer: "Yes", description: "Audited." }, "A&A-01.2": { answer: "NA" } }), 283],
  ["hecvat", () => aHecvat(Object.fromEntries(hecvatQuestions().map(({ id, good }) => [id, { answer: good ?? "Yes" }]))), 332],
] as const)("import %s", (kind, make, questions) => {
  it("writes questionnaire, report and answers, which lint and score without an error", async () => {
    const [file, out, report, answers] = ["in.xlsx", "out.yaml", "report.json", "answers.yaml"].map((name) => inFolder(`${kind}-${name}`));
    writeFileSync(file!, make().bytes);
    const said = await vouchsafe("import", kind, file!, "--out", out!, "--report", report!, "--answers", answers!);
    expect(said).toMatchObject({ code: 0, err: "" });
    expect(importReportSchema.parse(JSON.parse(readFileSync(report!, "utf8"))).questionnaire.questions).toBe(questions);
    expect((await vouchsafe("questionnaires", "lint", out!)).out).toContain("1 file: 0 errors, 0 warnings");
    const scored = await vouchsafe("score", "--questionnaire", out!, "--answers", answers!, "--json");
    expect(scored).toMatchObject({ code: 0, err: "" });
  });
});

it("a HECVAT with every good answer and no proof is worth 70 percent", async () => {
  const scored = await vouchsafe(
    "score",
    "--questionnaire",
    inFolder("hecvat-out.yaml"),
    "--answers",
    inFolder("hecvat-answers.yaml"),
    "--json",
  );
  expect(JSON.parse(scored.out)).toMatchObject({ complete: true, scoreBps: 7000, assuranceBps: 0 });
});

it("answers are asked for in vain of files that hold none", async () => {
  const args = [
    "import",
    "vsaq",
    "tests/fixtures/import/vsaq-everything.json",
    "--out",
    inFolder("v.yaml"),
    "--answers",
    inFolder("a.yaml"),
  ];
  const { code, err } = await vouchsafe(...args);
  expect({ code, wrote: existsSync(inFolder("v.yaml")) }).toEqual({ code: 2, wrote: false });
  expect(err).toContain("Files of kind vsaq hold no answers.");
});

describe("a hostile workbook", () => {
  it.each(hostileWorkbooks)("%s ends with a sentence within two seconds of work", async (_, make, says) => {
    const path = inFolder("hostile.xlsx");
    writeFileSync(path, make().bytes);
    const before = process.cpuUsage();
    const { code, err } = await vouchsafe("import", "caiq", path, "--out", inFolder("never.yaml"));
    const { user, system } = process.cpuUsage(before);
    expect(code).toBe(2);
    expect(err).toMatch(says);
    expect(err).not.toMatch(/\n\s+at /);
    expect((user + system) / 1e6).toBeLessThan(2);
    expect(existsSync(inFolder("never.yaml"))).toBe(false);
  });

  // Read from Linux: the peak that resourceUsage() tells begins with what the parent held when it forked.
  it("takes less than 200 MiB, the heaviest, too", () => {
    const script = `
      const { runCommand } = await import("#app/cli/run.ts");
      const code = await runCommand(process.argv.slice(1), { out() {}, err() {} });
      const { readFileSync } = await import("node:fs");
      const [, peak] = /VmHWM:\\s+(\\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"));
      console.log(JSON.stringify({ code, mebibytes: peak / 1024 }));`;
    for (const [what, make] of hostileWorkbooks.slice(0, heaviest)) {
      const path = inFolder("hostile.xlsx");
      writeFileSync(path, make().bytes);
      const args = ["--import", "tsx", "--input-type=module", "--eval", script, "import", "hecvat", path, "--out", inFolder("never.yaml")];
      const { code, mebibytes } = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as {
        code: number;
        mebibytes: number;
      };
      expect({ what, code, isSmall: mebibytes < 200 || mebibytes }).toEqual({ what, code: 2, isSmall: true });
    }
  }, 180_000);
});
