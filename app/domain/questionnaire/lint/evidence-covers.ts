// An evidence rule that no answer scoring above 0 can do without: otherwise that answer earns full points unproven.
import type { AnswerValue } from "../answer.ts";
import type { CompiledQuestion, CompiledSet } from "../compiled.ts";
import { type Problem, warning } from "../problem.ts";
import type { Questionnaire } from "../questionnaire.ts";
import { questionsOf } from "../structure.ts";
import { answersTo, type Budget, type Operands, operandsOf, someWorld } from "./worlds.ts";

export function evidenceCoversGoodAnswers(set: CompiledSet, questionnaire: Questionnaire, budget?: Budget): Problem[] {
  const operands = operandsOf(questionnaire);
  const paths = questionsOf(questionnaire).map(({ path }) => path);
  return set.questions.flatMap((question) => {
    const { index, evidenceWhen, key, isScored } = question;
    if (!isScored || evidenceWhen === null) return [];
    const cond = question.question.evidence!.when;
    return goodAnswers(question, operands).flatMap((value) => {
      const walk = { set, operands, questions: [index], cond, fixed: new Map([[index, [value]]]), budget };
      if (someWorld({ ...walk, cond: undefined }, ({ visible }) => visible[index] === 1) === false) return [];
      if (someWorld(walk, (state) => state.visible[index] === 1 && evidenceWhen(state)) !== false) return [];
      const said = `The evidence rule of “${key}” misses the answer ${JSON.stringify(value)}, which scores above 0.`;
      return [warning("evidence-gap", [...paths[index]!, "evidence", "when"], said, "Let the rule hold for it, too.")];
    });
  });
}

/** One answer for each way to score above 0. Of dates, one stands for all: how old they are depends on the day. */
function goodAnswers(question: CompiledQuestion, operands: Operands): AnswerValue[] {
  const { type, options, bands } = question;
  const isGood = (code: string) => (options?.get(code)?.bps ?? 0) > 0;
  switch (type) {
    case "boolean":
      return [true, false].filter((value) => isGood(String(value)));
    case "choice":
      return [...options!.keys()].filter(isGood);
    case "multichoice":
      return [...options!.keys()].filter(isGood).map((code) => [code]);
    case "number":
      return answersTo(question, operands).filter((value) => bands!.find(({ upTo }) => (value as number) <= upTo)!.bps > 0);
    case "date":
      return answersTo(question, operands).slice(0, 1);
    default:
      return [];
  }
}
