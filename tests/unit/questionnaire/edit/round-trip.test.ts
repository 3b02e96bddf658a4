// What the editor and the file say of a questionnaire is the same thing: forms that are saved as they were opened, and files that are
// written, read and written again, change nothing.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conditionOf, rowsOf } from "#app/domain/questionnaire/edit/condition-rows.ts";
import { questionFields } from "#app/domain/questionnaire/edit/question-fields.ts";
import { questionTyped } from "#app/domain/questionnaire/edit/question-typed.ts";
import type { Questionnaire } from "#app/domain/questionnaire/questionnaire.ts";
import { writeQuestionnaire } from "#app/server/questionnaires/write-questionnaire.server.ts";
import { questionnaires } from "#tests/support/generated-questionnaires.ts";
import { fromYaml } from "#tests/support/questionnaires.ts";

const shipped = readdirSync("questionnaires", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => [name, fromYaml(readFileSync(`questionnaires/${name}`, "utf8"))] as const);

const allQuestions = ({ sections }: Questionnaire) => sections.flatMap(({ questions }) => questions);

const savedAsOpened = (questionnaire: Questionnaire): Questionnaire => ({
  ...questionnaire,
  sections: questionnaire.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => questionTyped(questionnaire, question, questionFields(question)).question),
  })),
});

describe("A question whose form is saved as it was opened stays byte for byte the same", () => {
  it.each(shipped)("in %s", (_, questionnaire) => {
    expect(writeQuestionnaire(savedAsOpened(questionnaire))).toBe(writeQuestionnaire(questionnaire));
  });

  it("in any questionnaire", () => {
    fc.assert(
      fc.property(questionnaires(), (questionnaire) => {
        expect(writeQuestionnaire(savedAsOpened(questionnaire))).toBe(writeQuestionnaire(questionnaire));
      }),
      { numRuns: 60 },
    );
  });
});

describe("Export, import and export again gives the same bytes", () => {
  it.each(shipped)("of %s", (_, questionnaire) => {
    const once = writeQuestionnaire(questionnaire);
    expect(fromYaml(once)).toEqual(questionnaire);
    expect(writeQuestionnaire(fromYaml(once))).toBe(once);
  });

  it("of any questionnaire, whatever its words", () => {
    const words = fc.oneof(fc.string({ minLength: 1, maxLength: 60 }), fc.string({ unit: "binary", minLength: 1, maxLength: 20 }));
    fc.assert(
      fc.property(questionnaires(), fc.array(words, { minLength: 3, maxLength: 3 }), (plain, hostile) => {
        const texts = hostile.map((text) => text.replaceAll("\0", "").trim()).filter((text) => text !== "" && text.isWellFormed());
        const questionnaire: Questionnaire = {
          ...plain,
          sections: plain.sections.map((section, at) => ({ ...section, title: { en: texts[at] ?? "Plain" } })),
        };
        const once = writeQuestionnaire(questionnaire);
        expect(fromYaml(once)).toEqual(questionnaire);
        expect(writeQuestionnaire(fromYaml(once))).toBe(once);
      }),
      { numRuns: 60 },
    );
  });
});

it("Every condition of every shipped questionnaire is in the builder as it is in the file, or is kept whole", () => {
  for (const [, questionnaire] of shipped) {
    for (const { when, evidence } of allQuestions(questionnaire)) {
      for (const cond of [when, evidence?.when]) if (cond) expect(conditionOf(rowsOf(cond))).toEqual(cond);
    }
  }
});
