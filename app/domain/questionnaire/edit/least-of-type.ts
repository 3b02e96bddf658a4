// What a question of a type begins with: an answer that can be given at once, to be changed by whoever writes it.
import type { Question, Questionnaire, QuestionType } from "../questionnaire.ts";

/** What a question of a type begins with, so that it can be asked at once. */
export function leastOf(type: QuestionType, { languages }: Pick<Questionnaire, "languages">): Omit<Question, "id" | "text"> {
  const say = (en: string, de: string) => Object.fromEntries(languages.map((language) => [language, language === "en" ? en : de]));
  switch (type) {
    case "boolean":
      return { type, weight: 10, options: { true: { score: 1, label: say("Yes", "Ja") }, false: { score: 0, label: say("No", "Nein") } } };
    case "choice":
      return {
        type,
        weight: 10,
        options: {
          yes: { score: 1, label: say("Yes", "Ja") },
          partial: { score: 0.5, label: say("Partially", "Teilweise"), require: ["comment"] },
          no: { score: 0, label: say("No", "Nein"), require: ["comment"] },
        },
      };
    case "multichoice":
      return { type, scored: false, options: { none: { label: say("None of these", "Nichts davon"), exclusive: true } } };
    case "table":
      return { type, scored: false, maxRows: 50, columns: [{ id: "name", type: "text", required: true, label: say("Name", "Name") }] };
    case "file":
      return { type, scored: false, na: false, kinds: ["policy"] };
    case "text":
      return { type, scored: false, multiline: true, maxLength: 2000 };
    default:
      return { type, scored: false, na: false };
  }
}
