// Every rule of the linter on a file that breaks it; `# here` in the fixture marks the line it must name.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lintSet } from "#app/domain/questionnaire/lint/lint-set.ts";
import type { ProblemLevel } from "#app/domain/questionnaire/problem.ts";
import { lintQuestionnaires } from "#app/server/questionnaires/lint-questionnaires.server.ts";
import { aQuestionnaire, scores } from "#tests/support/questionnaires.ts";

const folder = "tests/fixtures/questionnaires";
const lint = (name: string) => {
  const bytes = readFileSync(`${folder}/${name}.yaml`);
  const here =
    bytes
      .toString("utf8")
      .split("\n")
      .findIndex((line) => line.includes("# here")) + 1;
  return { here, problems: lintQuestionnaires([{ file: `${name}.yaml`, bytes }])[0]!.problems };
};

const broken: Record<string, [level: ProblemLevel, rule: string, says: string]> = {
  "duplicate-question": ["error", "duplicate-id", "“one”"],
  "duplicate-section": ["error", "duplicate-id", "“a”"],
  "unknown-question": ["error", "unknown-question", "“nobody”"],
  "later-question": ["error", "later-question", "“two”"],
  "own-condition": ["error", "later-question", "“one”"],
  "unknown-option": ["error", "unknown-option", "“maybe”"],
  "unknown-fact-code": ["error", "unknown-option", "“mars”"],
  unreachable: ["error", "unreachable", "“two”"],
  "unreachable-tier": ["error", "unreachable", "“one”"],
  "unreachable-section": ["error", "unreachable", "“b”"],
  "section-without-weight": ["error", "grammar", "“weight” is missing"],
  "missing-translation": ["warning", "translation", "“de”"],
  "missing-source-text": ["error", "source-text", "“en”"],
  "unknown-kind": ["error", "evidence-kind", "“horoscope”"],
  "unknown-covering-kind": ["error", "evidence-kind", "“horoscope”"],
  "unknown-control": ["error", "control", "A.9.99"],
  "unknown-topic": ["error", "topic", "COM-99"],
  "knock-out-without-cap": ["error", "cap", "no cap"],
  "knock-out-unscored": ["error", "cap", "never counts"],
  "cap-without-knock-out": ["warning", "cap", "no knock-out"],
  "no-guidance": ["warning", "guidance", "“one”"],
  "evidence-gap": ["warning", "evidence-gap", '"half"'],
  "evidence-gap-number": ["warning", "evidence-gap", "25"],
  "worse-pays": ["warning", "worse-pays", "“two” shows only for a better answer of “one”"],
  "worse-pays-afar": ["warning", "worse-pays", "“two” shows only for a better answer of “one”"],
  gate: ["note", "gate", "can hide two"],
  "na-undecided": ["warning", "na", "“one”"],
  "same-control": ["warning", "same-control", "iso27001-2022#A.5.24"],
  "asked-per-fact": ["warning", "asked-per", "(card)"],
  "asked-per-internal": ["warning", "asked-per", "no vendor answers"],
  "not-exclusive": ["warning", "exclusive", "“none”"],
  "may-stay-unanswered": ["warning", "required", "“one”"],
  "nothing-scored": ["error", "unscored", "“one”"],
  "half-scored": ["error", "unscored", "not for b"],
  "operator-misfit": ["error", "operator", "“has”"],
  "field-misfit": ["error", "field", "“unit”"],
  "unknown-scale": ["error", "unknown-scale", "“nothing”"],
  "no-options": ["error", "options", "without options"],
  "unknown-field": ["error", "grammar", "“guidence” is not part of vrq/1 here. Did you mean “guidance”?"],
  "unknown-operator": ["error", "grammar", "“matches”"],
  "bad-score": ["error", "grammar", "four decimals"],
  "bad-weight": ["error", "grammar", "1 to 1000"],
  "wrong-type": ["error", "grammar", "whole number"],
  "wrong-code": ["error", "grammar", "Use one of boolean, choice"],
  "bad-cap": ["error", "grammar", "0 to 79"],
  "bad-bands": ["error", "grammar", "rises"],
  "reserved-code": ["error", "grammar", "reserved"],
  "twice-the-same-key": ["error", "syntax", "unique"],
  "too-deep": ["error", "grammar", "deeper than 20"],
};

describe("the linter finds, with its line and a way to mend it,", () => {
  it.each(Object.entries(broken))("%s", (name, [level, rule, says]) => {
    const { here, problems } = lint(name);
    const found = problems.filter((problem) => problem.level !== "note" || level === "note");
    expect(found.map((problem) => [problem.level, problem.rule, problem.line])).toContainEqual([level, rule, here]);
    const { message, mend } = found.find((problem) => problem.rule === rule)!;
    expect(`${message} ${mend}`).toContain(says);
    if (level !== "note") expect(mend).toMatch(/^[A-Z“].*[.:)?]$/s);
  });

  it("and every fixture but the clean one has its row here", () => {
    const names = readdirSync(folder).map((name) => name.replace(".yaml", ""));
    expect(names.filter((name) => name !== "clean").sort()).toEqual(Object.keys(broken).sort());
  });
});

it("a clean file has nothing but its gates noted", () => {
  expect(lint("clean").problems.map(({ level, rule }) => [level, rule])).toEqual([["note", "gate"]]);
});

it("a file in the questionnaires' folder is named after id and version", () => {
  const bytes = readFileSync(`${folder}/clean.yaml`);
  const rules = (file: string) => lintQuestionnaires([{ file, bytes }])[0]!.problems.map(({ rule }) => rule);
  expect(rules("questionnaires/clean/1.0.1.yaml")).toContain("file-name");
  expect(rules("questionnaires/clean/1.0.0.yaml")).not.toContain("file-name");
});

describe("the shipped questionnaires", () => {
  const shipped = readdirSync("questionnaires", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
  it("are clean", () => {
    const files = shipped.map((name) => ({ file: `questionnaires/${name}`, bytes: readFileSync(`questionnaires/${name}`) }));
    const problems = lintQuestionnaires(files).flatMap((linted) => linted.problems);
    expect(problems.filter(({ level }) => level !== "note")).toEqual([]);
    expect(files.length).toBeGreaterThan(0);
  });
});

describe("files seen together", () => {
  const options = scores({ good: 1, bad: 0 });
  const first = aQuestionnaire(
    [
      { id: "a", type: "choice", options },
      { id: "b", type: "text" },
    ],
    { id: "core" },
  );
  const rules = (...files: Parameters<typeof lintSet>[0]) =>
    lintSet(files).map((problems) => problems.map(({ level, rule }) => `${level} ${rule}`));

  it("a minor version that changes scoring or loses a question must be a major one", () => {
    const rescored = aQuestionnaire(
      [
        { id: "a", type: "choice", options: scores({ good: 1, bad: 0.5 }) },
        { id: "b", type: "text" },
      ],
      { id: "core", version: "1.1.0" },
    );
    const lost = aQuestionnaire([{ id: "a", type: "choice", options }], { id: "core", version: "1.1.0" });
    const reworded = aQuestionnaire(
      [
        { id: "a", type: "choice", options, text: { en: "Other words" } },
        { id: "b", type: "text" },
      ],
      { id: "core", version: "1.1.0" },
    );
    expect(rules(first, rescored)).toEqual([[], ["error version"]]);
    expect(rules(first, lost)).toEqual([[], ["error version"]]);
    expect(rules(first, reworded)).toEqual([[], []]);
  });

  it("a major version says of each changed question whether its answer is carried over", () => {
    const next = { id: "core", version: "2.0.0" };
    const silent = aQuestionnaire([{ id: "a", type: "choice", options }], next);
    const said = aQuestionnaire([{ id: "a", type: "choice", options }], {
      ...next,
      changes: { b: { carry: false, note: { en: "Gone." } } },
    });
    expect(rules(first, silent)).toEqual([[], ["warning version"]]);
    expect(rules(first, said)).toEqual([[], []]);
  });

  it("a version stands once, and the owner of a question exists and takes the same answers", () => {
    expect(rules(first, first)[1]).toEqual(["error duplicate-id"]);
    const pack = (sameAs: string, codes = options) => aQuestionnaire([{ id: "x", type: "choice", options: codes, sameAs }], { id: "pack" });
    expect(rules(first, pack("core#a"))[1]).toEqual([]);
    expect(rules(first, pack("core#nobody"))[1]).toEqual(["error same-as"]);
    expect(rules(first, pack("core#a", scores({ other: 1 })))[1]).toEqual(["error same-as"]);
    expect(rules(first, pack("elsewhere#a"))[1]).toEqual(["note same-as"]);
  });
});
