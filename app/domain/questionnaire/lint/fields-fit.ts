// Fields that mean something only for some types of question.
import { error, type Problem } from "../problem.ts";
import type { Question, Questionnaire, QuestionType } from "../questionnaire.ts";
import { questionsOf } from "../structure.ts";

const belongsTo: Partial<Record<keyof Question, readonly QuestionType[]>> = {
  options: ["boolean", "choice", "multichoice"],
  scale: ["boolean", "choice", "multichoice"],
  bands: ["number", "date"],
  unit: ["number"],
  min: ["number"],
  max: ["number"],
  maxLength: ["text"],
  multiline: ["text"],
  columns: ["table"],
  maxRows: ["table"],
  kinds: ["file"],
  accept: ["file"],
};

export function fieldsFitType(questionnaire: Questionnaire): Problem[] {
  return questionsOf(questionnaire).flatMap(({ question, path }) => {
    const { id, type, min, max } = question;
    const problems = Object.entries(belongsTo).flatMap(([field, types]) =>
      question[field as keyof Question] === undefined || types.includes(type)
        ? []
        : [error("field", [...path, field], `“${field}” means nothing for a ${type}.`, `Remove it; it belongs to ${types.join(", ")}.`)],
    );
    if (type === "table" && !question.columns) problems.push(error("field", path, `The table “${id}” has no columns.`, "Add `columns`."));
    if (type === "file" && !question.kinds)
      problems.push(error("field", path, `The file “${id}” has no kinds.`, "Say in `kinds` what may be uploaded."));
    if (type === "file" && question.evidence) {
      const mend = "Use `kinds` and `accept` of the question.";
      problems.push(error("field", [...path, "evidence"], `The file “${id}” is evidence itself.`, mend));
    }
    if (min !== undefined && max !== undefined && min > max)
      problems.push(error("field", [...path, "min"], "min is above max.", "Swap them."));
    if (question.fact !== undefined && questionnaire.audience !== "internal") {
      problems.push(
        error("field", [...path, "fact"], "Only internal questionnaires make facts.", "Remove `fact`, or make the audience internal."),
      );
    }
    return problems;
  });
}
