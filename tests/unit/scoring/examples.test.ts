// The examples worked by hand; the arithmetic is in the comments of tests/fixtures/scoring/*/expected.yaml.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { score } from "#app/domain/assessment/score.ts";
import { asGivenByVendor } from "#app/domain/assessment/score-input.ts";
import { compile } from "#app/domain/questionnaire/compile.ts";
import { parseAnswers } from "#app/server/questionnaires/parse-answers.server.ts";
import { parseQuestionnaire } from "#app/server/questionnaires/parse-questionnaire.server.ts";
import { type ScoringExample, scoringExamples } from "#tests/support/scoring-examples.ts";

const examples = scoringExamples();
const load = ({ questionnaires, answers }: ScoringExample) => ({
  set: compile(questionnaires.map((path) => parseQuestionnaire(readFileSync(path), path))),
  input: parseAnswers(readFileSync(answers), answers),
});

describe("the score worked by hand is the score computed", () => {
  it.each(examples.map((example) => [example.name, example] as const))("%s", (_, example) => {
    const { set, input } = load(example);
    const result = score(set, input);
    expect(result).toEqual(example.expected);
    expect(Object.keys(result)).toEqual([
      "method",
      "questionnaire" in result ? "questionnaire" : "questionnaires",
      ...["complete", "coverageBps", "uncappedBps", "scoreBps", "grade", "cappedBy", "heldBy", "accepted", "assuranceBps"],
      ...["sections", "questions", "findings"],
    ]);
  });
});

it("the vendor score leaves out what reviewers determined", () => {
  const { set, input } = load(examples.find(({ name }) => name === "determinations")!);
  const result = score(set, asGivenByVendor(input));
  // a: q1 1; b: q2, r, q3 1; c: 0.5 at weight 5: (1 + 2 + 2.5)/8; the gate says no, so the knock-out is not asked
  expect(result).toMatchObject({ uncappedBps: 6875, scoreBps: 6875, coverageBps: 10_000, grade: "D", cappedBy: [] });
});

it("without gains everything else is the same", () => {
  for (const example of examples) {
    const { set, input } = load(example);
    const { questions, ...rest } = score(set, input, { gains: false });
    const { questions: expected, ...expectedRest } = example.expected;
    expect(rest).toEqual(expectedRest);
    expect(questions).toEqual(expected.map((question) => ({ ...question, gainBps: null })));
  }
});
