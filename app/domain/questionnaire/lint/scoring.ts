// Decisions about scoring that a file must take expressly.
import { error, type Path, type Problem, warning } from "../problem.ts";
import { optionsOf, type Question, type Questionnaire } from "../questionnaire.ts";
import { questionsOf } from "../structure.ts";

export function scoringIsDecided(questionnaire: Questionnaire): Problem[] {
  return questionsOf(questionnaire).flatMap(({ question, path }) => [
    ...naIsDecided(question, path),
    ...scoresAreWhole(questionnaire, question, path),
    ...requiredIsKept(question, path),
  ]);
}

const asksNa = new Set(["number", "date", "file"]);

function naIsDecided({ id, type, na }: Question, path: Path): Problem[] {
  if (!asksNa.has(type) || na !== undefined) return [];
  const mend = "Write `na: true` where it may be answered so, `na: false` where not.";
  return [warning("na", path, `The ${type} “${id}” does not say whether “not applicable” may be answered.`, mend)];
}

function scoresAreWhole(questionnaire: Questionnaire, question: Question, path: Path): Problem[] {
  const { id, type, scored, bands } = question;
  const options = Object.entries(optionsOf(questionnaire, question) ?? {});
  const hasScores = options.some(([, { score }]) => typeof score === "number");
  const silent = options.filter(([, { score }]) => score === undefined).map(([code]) => code);
  const canScore = type === "file" || bands !== undefined || hasScores;
  if (scored === true && !canScore) {
    return [
      error(
        "unscored",
        [...path, "scored"],
        `“${id}” says it is scored, but nothing in it carries a score.`,
        "Give its options scores, or bands.",
      ),
    ];
  }
  if (scored !== false && hasScores && silent.length > 0) {
    const mend = "Give every option a score; null leaves the question out.";
    return [error("unscored", path, `“${id}” has scores, but not for ${silent.join(", ")}.`, mend)];
  }
  return [];
}

function requiredIsKept({ id, required, scored }: Question, path: Path): Problem[] {
  if (required !== false || scored === false) return [];
  const mend = "Remove `required: false`, or make it `scored: false`.";
  return [warning("required", [...path, "required"], `“${id}” may stay unanswered without being missed.`, mend)];
}
