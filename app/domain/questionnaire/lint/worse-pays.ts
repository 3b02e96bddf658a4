// A scored question that shows only for a better answer of another scored one: answering worse there would hide it, and could pay.
import type { AnswerValue } from "../answer.ts";
import type { CompiledQuestion, CompiledSet } from "../compiled.ts";
import { type Problem, warning } from "../problem.ts";
import type { Questionnaire } from "../questionnaire.ts";
import { questionsOf } from "../structure.ts";
import { answersTo, type Budget, type Operands, operandsOf, someWorld, walkableClosureOf } from "./worlds.ts";

export function worseNeverPays(set: CompiledSet, questionnaire: Questionnaire, budget?: Budget): Problem[] {
  const operands = operandsOf(questionnaire);
  const paths = questionsOf(questionnaire).map(({ path }) => path);
  return set.questions
    .filter(({ isScored }) => isScored)
    .flatMap(({ index, key }) =>
      (walkableClosureOf(set, [index]) ?? [])
        .map((at) => set.questions[at]!)
        .filter((asked) => asked.index !== index && asked.isScored && paysToHide(set, operands, index, asked, budget))
        .map((asked) => {
          const said = `“${key}” shows only for a better answer of “${asked.key}”, and both are scored: answering worse could pay.`;
          const mend = `Make one of them unscored, or show “${key}” whatever the answer.`;
          return warning("worse-pays", paths[index]!, said, mend);
        }),
    );
}

/** Whether, all else being equal, a better answer shows the question and a worse one hides it. */
function paysToHide(set: CompiledSet, operands: Operands, index: number, asked: CompiledQuestion, budget?: Budget): boolean {
  const values = answersTo(asked, operands).filter((value) => scoreOf(asked, value) !== undefined);
  const others = walkableClosureOf(set, [index])!.filter((at) => at !== asked.index);
  const best = new Map<string, { shown: number; hidden: number }>();
  const walk = { set, operands, questions: [index], fixed: new Map([[asked.index, values]]), budget };
  const found = someWorld(walk, ({ given, facts, visible }) => {
    const elsewhere = JSON.stringify([others.map((at) => given[at]?.value ?? null), facts]);
    const seen = best.get(elsewhere) ?? { shown: -1, hidden: Number.POSITIVE_INFINITY };
    const score = scoreOf(asked, given[asked.index]!.value!)!;
    if (visible[index] === 1) seen.shown = Math.max(seen.shown, score);
    else seen.hidden = Math.min(seen.hidden, score);
    best.set(elsewhere, seen);
    return seen.hidden < seen.shown;
  });
  return found === true;
}

/** What an answer is worth; undefined where it depends on the day, on a file, or is left out. */
function scoreOf({ type, options, bands }: CompiledQuestion, value: AnswerValue): number | undefined {
  if (type === "boolean" || type === "choice") return options!.get(String(value))?.bps ?? undefined;
  if (type === "number") return bands!.find(({ upTo }) => (value as number) <= upTo)!.bps;
  if (type !== "multichoice") return undefined;
  const scores = (value as string[]).flatMap((code) => options!.get(code)!.bps ?? []);
  return scores.length > 0 ? scores.reduce((sum, bps) => sum + bps, 0) : undefined;
}
