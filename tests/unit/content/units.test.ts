import { expect, it } from "vitest";
import { unitIn } from "#app/domain/questionnaire/units.ts";
import { questionsOf, shippedQuestionnaires } from "./shipped-files.ts";

it("every unit of a shipped questionnaire has a German word", () => {
  const units = new Set(shippedQuestionnaires.flatMap(questionsOf).flatMap(({ unit }) => unit ?? []));
  expect([...units].filter((unit) => unit !== "%" && unitIn(unit, "de") === unit)).toEqual([]);
  expect([unitIn("days", "de"), unitIn("days", "en"), unitIn("parsec", "de")]).toEqual(["Tage", "days", "parsec"]);
});
