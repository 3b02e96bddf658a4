import { expect, test } from "vitest";
import { isClean, lintQuestionnaire } from "#app/domain/questionnaire/lint/lint-questionnaire.ts";
import { questionsOf, shippedQuestionnaires } from "./shipped-files.ts";

test.each(shippedQuestionnaires.map((questionnaire) => [questionnaire.id, questionnaire] as const))(
  "%s lints clean",
  (_, questionnaire) => {
    const problems = lintQuestionnaire(questionnaire);
    expect(problems.filter(({ level }) => level !== "note")).toEqual([]);
    expect(isClean(problems)).toBe(true);
  },
);

test("every pack for a trade asks first, and without a score, what the vendor does for us", () => {
  for (const questionnaire of shippedQuestionnaires.filter(({ audience, id }) => audience === "vendor" && id !== "starter")) {
    const first = questionnaire.sections[0]!;
    expect([questionnaire.id, first.id]).toEqual([questionnaire.id, "scope"]);
    expect(first.when).toBeUndefined();
    expect(questionsOf({ ...questionnaire, sections: [first] }).filter(({ scored }) => scored !== false)).toEqual([]);
  }
});
