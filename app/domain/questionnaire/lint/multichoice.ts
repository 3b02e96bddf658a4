// Options that cannot be true beside others: “none of these” ticked together with the rest would earn the rest's score.
import { type Problem, warning } from "../problem.ts";
import { type Option, optionsOf, type Questionnaire } from "../questionnaire.ts";
import { questionsOf } from "../structure.ts";

const saysNothing = /^(none|nothing|neither|never|no|not_.*|na|n_a|unknown|unsure)$/;

export function multichoiceMakesSense(questionnaire: Questionnaire): Problem[] {
  return questionsOf(questionnaire).flatMap(({ question, path }) => {
    if (question.type !== "multichoice") return [];
    const options = Object.entries(optionsOf(questionnaire, question) ?? {});
    const isScored = question.scored !== false && options.some(([, { score }]) => typeof score === "number");
    return options
      .filter(([code, option]) => option.exclusive !== true && cannotStandBeside(code, option, isScored))
      .map(([code]) =>
        warning(
          "exclusive",
          question.options ? [...path, "options", code] : path,
          `The option “${code}” of “${question.id}” can be ticked beside all others.`,
          "Add `exclusive: true`, or give it a code and a score that say what it adds.",
        ),
      );
  });
}

const cannotStandBeside = (code: string, { score }: Option, isScored: boolean): boolean =>
  saysNothing.test(code) || (isScored && score === 0);
