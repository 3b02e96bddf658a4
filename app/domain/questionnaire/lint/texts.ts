// Wording: every text in every language of the file, and help for whoever answers.
import { type Problem, warning } from "../problem.ts";
import type { Questionnaire } from "../questionnaire.ts";
import { questionsOf } from "../structure.ts";
import { textsOf } from "../texts.ts";

export function textsAreComplete(questionnaire: Questionnaire): Problem[] {
  const [source, ...others] = questionnaire.languages;
  const translations = textsOf(questionnaire).flatMap(({ text, path }) =>
    others
      .filter((language) => text[language] === undefined)
      .map((language) =>
        warning("translation", path, `The text is missing in “${language}”.`, `Translate it; until then readers see “${source}”.`),
      ),
  );
  const guidance = questionsOf(questionnaire)
    .filter(({ question }) => question.guidance === undefined)
    .map(({ question, path }) =>
      warning(
        "guidance",
        path,
        `“${question.id}” has no guidance.`,
        "Say in `guidance` what a good answer looks like, or where to find it.",
      ),
    );
  return [...translations, ...guidance];
}
