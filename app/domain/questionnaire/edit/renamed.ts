// A question or an option under another name: every condition of the file that asks it follows.
import type { Compared, Cond, Questionnaire, Scalar } from "../questionnaire.ts";

/** The questionnaire with every condition exchanged. */
export function mapConditions(questionnaire: Questionnaire, change: (cond: Cond) => Cond): Questionnaire {
  const optional = <T extends { when?: Cond }>(holder: T): T => (holder.when ? { ...holder, when: change(holder.when) } : holder);
  return {
    ...questionnaire,
    ...(questionnaire.conflicts && { conflicts: questionnaire.conflicts.map((each) => ({ ...each, when: change(each.when) })) }),
    sections: questionnaire.sections.map((section) => ({
      ...optional(section),
      questions: section.questions.map((question) => ({
        ...optional(question),
        ...(question.evidence && { evidence: optional(question.evidence) }),
      })),
    })),
  };
}

/** The condition with every comparison exchanged. */
export function mapComparisons(cond: Cond, change: (comparison: Compared) => Compared): Cond {
  if ("all" in cond) return { all: cond.all.map((each) => mapComparisons(each, change)) };
  if ("any" in cond) return { any: cond.any.map((each) => mapComparisons(each, change)) };
  if ("not" in cond) return { not: mapComparisons(cond.not, change) };
  return change(cond);
}

export function withQuestionRenamed(questionnaire: Questionnaire, from: string, to: string): Questionnaire {
  if (from === to) return questionnaire;
  return mapConditions(questionnaire, (cond) =>
    mapComparisons(cond, (each) => ("q" in each && each.q === from ? { ...each, q: to } : each)),
  );
}

/** `codes`: old code -> new one, of the options of these questions. */
export function withCodesRenamed(
  questionnaire: Questionnaire,
  ofQuestions: ReadonlySet<string>,
  codes: ReadonlyMap<string, string>,
): Questionnaire {
  if (codes.size === 0) return questionnaire;
  const renamed = (value: Scalar): Scalar => codes.get(String(value)) ?? value;
  return mapConditions(questionnaire, (cond) =>
    mapComparisons(cond, (each) => {
      if (!("q" in each) || !ofQuestions.has(each.q)) return each;
      if ("is" in each) return { ...each, is: renamed(each.is) };
      if ("in" in each) return { ...each, in: each.in.map(renamed) };
      return "has" in each ? { ...each, has: String(renamed(each.has)) } : each;
    }),
  );
}
