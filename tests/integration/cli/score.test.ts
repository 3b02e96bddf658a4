// The command line on files: what it prints, where, and with which exit code.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { vouchsafe } from "#tests/support/command-line.ts";
import { scoringExamples } from "#tests/support/scoring-examples.ts";

const examples = scoringExamples();
const example = (name: string) => examples.find((each) => each.name === name)!;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vouchsafe-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const scoreArgs = ({ questionnaires, answers }: (typeof examples)[number]) => [
  "score",
  ...questionnaires.flatMap((path) => ["--questionnaire", path]),
  "--answers",
  answers,
];

describe("vouchsafe score", () => {
  it.each(examples.map((each) => [each.name, each] as const))(
    "prints the result of %s as one line of JSON and nothing else",
    async (_, each) => {
      const { code, out, err } = await vouchsafe(...scoreArgs(each), "--json");
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out.endsWith("}\n")).toBe(true);
      expect(JSON.parse(out)).toEqual(each.expected);
    },
  );

  it("prints for people a column that adds up to the score", async () => {
    const { out } = await vouchsafe(...scoreArgs(example("payment-capped")));
    const rows = out.split("\n").filter((line) => /^(pci_validation|ir_plan|ir_notice|dpa) /.test(line));
    const sum = rows.map((line) => Number(line.trim().split(/ +/)[4])).reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo(50, 10);
    expect(out).toMatch(/^limited by pci_validation +-11\.00$/m);
    expect(out).toMatch(/^score +39\.00$/m);
    expect(out).toContain("Grade F, 33.34 % of it verified.");
    expect(out).toContain("Risk accepted (changes no score): pci_validation.");
  });

  it("gives the same bytes from the shell", () => {
    const each = example("two-questionnaires");
    const out = execFileSync("npm", ["run", "-s", "vouchsafe", "--", ...scoreArgs(each), "--json"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    expect(JSON.parse(out)).toEqual(each.expected);
  });

  it("exits with 2 from the shell, with nothing on standard output", () => {
    const args = ["--import", "tsx", "app/cli/main.ts", "score", "--questionnaire", "nowhere.yaml", "--answers", "nowhere.json", "--json"];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("nowhere.yaml: there is no such file.");
  });

  const questionnaire = example("kinds-of-answers").questionnaires[0]!;
  const refused: [string, string, string[]][] = [
    ["an unknown question", '{"answers": {"nobody": {"value": 1}}}', ["answers.nobody"]],
    ["an unknown option", '{"answers": {"m1": {"value": ["z"]}}}', ["answers.m1.value", "“z”"]],
    ["an unknown key of the file", '{"answers": {}, "riskaccepted": []}', ["riskaccepted"]],
    ["an unknown key of an answer", '{\n"answers": {"hours": {"value": 1,\n"file": "x"}}}', [":3:", "answers.hours.file"]],
    ["an unknown key of a determination", '{"answers": {"hours": {"determination": {"is": "accepted", "value": 1}}}}', ["determination"]],
    ["an unknown evidence state", '{"answers": {"hours": {"value": 1, "evidence": "sure"}}}', ["answers.hours.evidence"]],
    ["an unknown determination", '{"answers": {"hours": {"value": 1, "determination": {"is": "fine"}}}}', ["answers.hours.determination"]],
    ["an unknown fact", '{"facts": {"cards": 3}, "answers": {}}', ["facts.cards"]],
    ["a fact out of range", '{"facts": {"card": 5}, "answers": {}}', ["facts.card"]],
    ["an accepted risk of an unknown question", '{"answers": {}, "riskAccepted": ["x"]}', ["riskAccepted[0]"]],
    ["a day that is none", '{"as": "2026-13-01", "answers": {}}', ["as"]],
    ["no answers", "{}", ["answers"]],
    ["broken JSON", '{"answers": {', ["answers.json:"]],
    ["a key that stands twice", '{"answers": {"hours": {"value": 1}, "hours": {"value": 2}}}', ["unique"]],
    ["a list", "[]", ["answers.json"]],
    ["nothing at all", "", ["answers.json"]],
  ];
  it.each(refused)("refuses %s with exit code 2, naming file and path on standard error", async (_, text, says) => {
    const answers = file("answers.json", text);
    const { code, out, err } = await vouchsafe("score", "--questionnaire", questionnaire, "--answers", answers, "--json");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    for (const part of [answers, ...says]) expect(err).toContain(part);
  });

  it("refuses a questionnaire that leaves the format, with its line and how to mend it", async () => {
    const broken = "tests/fixtures/questionnaires/unknown-field.yaml";
    const { code, out, err } = await vouchsafe("score", "--questionnaire", broken, "--answers", file("a.json", '{"answers":{}}'), "--json");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/unknown-field\.yaml:15:\d+: error: “guidence” is not part of vrq\/1 here\. Did you mean “guidance”\?/);
  });

  it("refuses a questionnaire whose conditions ask what is not there", async () => {
    for (const name of ["unknown-question", "later-question", "duplicate-question", "unknown-scale"]) {
      const path = `tests/fixtures/questionnaires/${name}.yaml`;
      const { code, out, err } = await vouchsafe("score", "--questionnaire", path, "--answers", file("a.json", '{"answers":{}}'));
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toContain(`${path}:`);
    }
  });

  it("says how it is called when an option is missing or unknown", async () => {
    for (const args of [["score"], ["score", "--questionnaire", questionnaire], ["score", "--what"], ["score", "--answers"]]) {
      const { code, out, err } = await vouchsafe(...args);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toContain("usage: vouchsafe score");
    }
  });
});

describe("vouchsafe", () => {
  it("lists its commands, and refuses one it does not have", async () => {
    expect((await vouchsafe()).out).toMatch(/score +Scores answers/);
    expect(await vouchsafe("conjure")).toMatchObject({ code: 2, out: "" });
    expect(await vouchsafe("constructor")).toMatchObject({ code: 2, out: "" });
    expect((await vouchsafe("score", "--help")).out).toContain("usage: vouchsafe score");
  });
});
