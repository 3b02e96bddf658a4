// Reading questionnaire and answer files: limits, positions, and what a hostile file can do (nothing).
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseAnswers, parseJourneyAnswers } from "#app/server/questionnaires/parse-answers.server.ts";
import { parseQuestionnaire, readQuestionnaire } from "#app/server/questionnaires/parse-questionnaire.server.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const firstProblem = (content: Uint8Array | string) =>
  readQuestionnaire(typeof content === "string" ? bytes(content) : content, "x.yaml").problems[0]!;

describe("a questionnaire file is refused", () => {
  const aliases = ["a: &a [x,x,x,x,x,x]", "b: &b [*a,*a,*a,*a,*a,*a]", "c: &c [*b,*b,*b,*b,*b,*b]", "d: [*c,*c,*c,*c,*c,*c]"].join("\n");
  it.each([
    ["larger than 1 MiB", new Uint8Array(1024 * 1024 + 1), "larger than 1 MiB"],
    ["not in UTF-8", new Uint8Array([0x66, 0xff, 0xfe]), "not UTF-8"],
    ["with aliases that multiply", aliases, "alias"],
    ["of several documents", "a: 1\n---\nb: 2\n", "multiple documents"],
    ["with a tag of another language", "a: !!js/function x\n", "tag"],
    ["with a key that stands twice", "format: vrq/1\nformat: vrq/1\n", "unique"],
    ["nested beyond reason", "[".repeat(20_000), "stack"],
    ["that is empty", "", "expected object"],
    ["that is a list", "- a\n", "expected object"],
  ])("%s", (_, content, says) => {
    expect(firstProblem(content).message).toContain(says);
  });

  it("with twenty thousand strange keys, soon and without listing them all", () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join("\n");
    expect(readQuestionnaire(bytes(text), "x.yaml").problems.length).toBeLessThanOrEqual(200);
  });

  it("by start-up with file, line and mend in one sentence", () => {
    const text = readFileSync("tests/fixtures/questionnaires/unknown-question.yaml");
    expect(() => parseQuestionnaire(text, "q.yaml")).toThrow(
      /q\.yaml:16:\d+: error: The condition asks “nobody”.*Name an earlier question\./,
    );
  });
});

it("the hash of a questionnaire is that of its bytes", () => {
  const text = readFileSync("tests/fixtures/questionnaires/clean.yaml");
  const { sha256 } = parseQuestionnaire(text, "clean.yaml");
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(parseQuestionnaire(Buffer.concat([text, Buffer.from("# more\n")]), "clean.yaml").sha256).not.toBe(sha256);
});

describe("an answer file", () => {
  it("may be YAML or JSON, tabs included", () => {
    const expected = { facts: {}, answers: { a: { value: 1 }, b: { value: ["x"] } } };
    expect(parseAnswers(bytes("answers:\n  a: { value: 1 }\n  b: { value: [x] }\n"), "a.yaml")).toEqual(expected);
    expect(parseAnswers(bytes('{\n\t"answers": {\n\t\t"a": {"value": 1},\n\t\t"b": {"value": ["x"]}\n\t}\n}'), "a.json")).toEqual(expected);
  });

  it("names evidence files for a journey only", () => {
    const text = bytes("answers: { a: { value: yes, files: [policy.pdf] } }");
    expect(parseJourneyAnswers(text, "a.yaml").answers.a).toEqual({ value: "yes", files: ["policy.pdf"] });
    expect(() => parseAnswers(text, "a.yaml")).toThrow("files");
  });
});
