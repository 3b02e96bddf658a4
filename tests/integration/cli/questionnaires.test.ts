import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { vouchsafe } from "#tests/support/command-line.ts";
import { scoringExamples } from "#tests/support/scoring-examples.ts";

const fixture = (name: string) => `tests/fixtures/questionnaires/${name}.yaml`;

const questionnaires = (...args: string[]) => vouchsafe("questionnaires", ...args);

it("lint says of every shipped file that it is clean, with its counts and gates", async () => {
  const { code, out } = await questionnaires("lint");
  expect(code).toBe(0);
  expect(out).toMatch(/questionnaires\/payment-provider\/1\.0\.0\.yaml: clean; \d+ sections, \d+ questions, \d+ knock-outs, \d+ gates\./);
  expect(out).toMatch(/note: “\w+” is a gate: its answer can hide/);
  expect(out).toMatch(/\d+ files: 0 errors, 0 warnings, \d+ notes\.\n$/);
});

it("lint exits with 1 on a warning and on an error, naming file, line, column, mend and rule", async () => {
  const warned = await questionnaires("lint", fixture("no-guidance"));
  expect(warned.code).toBe(1);
  expect(warned.out).toContain("no-guidance.yaml:13:9: warning: “one” has no guidance. Say in `guidance`");
  expect(warned.out).toContain("[guidance]\n");
  expect((await questionnaires("lint", fixture("clean"), fixture("bad-score"))).code).toBe(1);
  expect((await questionnaires("lint", fixture("clean"))).code).toBe(0);
});

it("lint refuses a file that is not there with 2", async () => {
  expect(await questionnaires("lint", "nowhere.yaml")).toMatchObject({ code: 2, out: "" });
});

it("lint gives its findings as JSON, too", async () => {
  const { out } = await questionnaires("lint", fixture("no-guidance"), "--json");
  expect(JSON.parse(out)[0].problems[0]).toMatchObject({ level: "warning", rule: "guidance", line: 13, column: 9 });
});

it("preview says what is visible, missing and found with the answers given", async () => {
  const { questionnaires: files, answers } = scoringExamples().find(({ name }) => name === "determinations")!;
  const { code, out } = await questionnaires("preview", files[0]!, "--answers", answers, "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    visible: ["gate", "k", "q1", "q2", "q3"],
    missing: ["k"],
    findings: [{ question: "q2", severity: "high", title: "Q2 fails" }],
  });
});

it("preview without answers shows the questions a vendor starts with", async () => {
  const { questionnaires: files } = scoringExamples().find(({ name }) => name === "payment-b")!;
  const { visible, missing } = JSON.parse((await questionnaires("preview", files[0]!, "--json")).out);
  expect(visible).toEqual(["touches_card_data", "ir_plan", "ir_notice", "regions", "subprocessors"]);
  expect(missing).toEqual(["touches_card_data", "ir_plan", "ir_notice", "regions"]);
  const { out } = await questionnaires("preview", files[0]!);
  expect(out).toContain("○ touches_card_data: Do you store, process or transmit card data");
  expect(out).toContain("5 of 9 questions are visible, 4 still need an answer (○).");
});

it("preview refuses wrong answers with 2 and nothing on standard output", async () => {
  const { questionnaires: files } = scoringExamples().find(({ name }) => name === "payment-b")!;
  const { answers } = scoringExamples().find(({ name }) => name === "determinations")!;
  const { code, out, err } = await questionnaires("preview", files[0]!, "--answers", answers, "--json");
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("answers.gate: There is no such question.");
});

it("schema prints the JSON Schema of the format", async () => {
  const schema = JSON.parse((await questionnaires("schema")).out);
  expect(schema).toMatchObject({ type: "object", additionalProperties: false });
  expect(schema.required).toEqual(expect.arrayContaining(["format", "id", "version", "languages", "sections"]));
  expect(JSON.stringify(schema)).toContain('"$ref":"#/$defs/cond"');
});

it("without a verb it says how it is called", async () => {
  expect(await questionnaires()).toMatchObject({ code: 2, out: "" });
  expect((await questionnaires("dance")).err).toContain("usage: vouchsafe questionnaires lint");
});

it("show prints every question with its facts, its condition in words and its proof", async () => {
  const { code, out } = await questionnaires("show", "questionnaires/starter/1.0.0.yaml");
  expect(code).toBe(0);
  expect(out).toContain("Starter (starter 1.0.0), for vendors\nlanguages en, de; SHA-256 ");
  expect(out).toContain(
    "  dpa: Is there a data processing agreement between us?\n    choice, weight 20, knock-out, caps at 39; when fact personal_data ≥ 3 or",
  );
  const json = JSON.parse((await questionnaires("show", "questionnaires/starter/1.0.0.yaml", "--json")).out);
  expect(json).toMatchObject({ id: "starter", version: "1.0.0" });
});

it("diff says what changed and refuses a number that says less, as it refuses another questionnaire", async () => {
  const folder = mkdtempSync(join(tmpdir(), "diff-"));
  const source = readFileSync("questionnaires/starter/1.0.0.yaml", "utf8");
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const older = write("older.yaml", source);
  const next = source.replace("version: 1.0.0", "version: 1.1.0").replace("weight: 20", "weight: 10");
  const tooLittle = await questionnaires("diff", older, write("minor.yaml", next));
  expect(tooLittle.code).toBe(1);
  expect(tooLittle.out).toMatch(/^~ \w+: scoring; answers are carried over\n0 added, 0 removed, 1 changed, 11 the same\.\n/);
  expect(tooLittle.out).toContain("ask for a new major version.\n1.1.0 after 1.0.0 is not enough.\n");
  const enough = await questionnaires("diff", older, write("major.yaml", next.replace("1.1.0", "2.0.0")), "--json");
  expect(enough.code).toBe(0);
  expect(JSON.parse(enough.out)).toMatchObject({ asksFor: "major", isNumbered: true });
  expect((await questionnaires("diff", older, "questionnaires/payment-provider/1.0.0.yaml")).code).toBe(2);
  rmSync(folder, { recursive: true });
});

it("coverage counts topics and listed requirements and names those nobody asks about", async () => {
  const { code, out } = await questionnaires("coverage", "questionnaires/starter/1.0.0.yaml");
  expect(code).toBe(0);
  expect(out).toMatch(/^12 questions; \d+ of 120 topics\nPCI DSS v4\.0\.1: \d+ of \d+ listed\n/);
  expect(out).toContain("No question: topic PAY-01 (K) PCI DSS validation scope\n");
  expect(JSON.parse((await questionnaires("coverage", "--json")).out).topics).toHaveLength(120);
});
