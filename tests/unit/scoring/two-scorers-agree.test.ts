import fc from "fast-check";
import { expect, it } from "vitest";
import { score } from "#app/domain/assessment/score.ts";
import { asOf, cases } from "#tests/support/generated-questionnaires.ts";
import { compiled } from "#tests/support/questionnaires.ts";
import { naiveScore } from "./naive-score.ts";

it("a second scorer written straight from the method gives the same numbers", () => {
  fc.assert(
    fc.property(cases(), ({ questionnaire, facts, answers }) => {
      const { method: _, complete, accepted, ...result } = score(compiled(questionnaire), { as: asOf, facts, answers });
      const { questionnaire: __, ...rest } = result as typeof result & { questionnaire: unknown };
      const naive = naiveScore(questionnaire, { as: asOf, facts, answers });
      expect(complete).toBe(naive.coverageBps === 10_000);
      expect({ ...rest, questions: rest.questions.map(({ weight: ___, ...row }) => row) }).toEqual(naive);
    }),
    { seed: 20261122, numRuns: 600 },
  );
});
