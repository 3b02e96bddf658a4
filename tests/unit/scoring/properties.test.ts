// What must hold for every score, on generated questionnaires and answers.
import fc from "fast-check";
import { expect, it } from "vitest";
import { score } from "#app/domain/assessment/score.ts";
import type { Answer } from "#app/domain/questionnaire/answer.ts";
import { namesIn } from "#app/domain/questionnaire/condition.ts";
import { lintQuestionnaire } from "#app/domain/questionnaire/lint/lint-questionnaire.ts";
import type { Question, Questionnaire } from "#app/domain/questionnaire/questionnaire.ts";
import { asOf, type Case, cases } from "#tests/support/generated-questionnaires.ts";
import { compiled } from "#tests/support/questionnaires.ts";

const run = { seed: 20261122, numRuns: 300 };
const scoreOf = ({ questionnaire, facts, answers }: Case, riskAccepted?: string[]) =>
  score(compiled(questionnaire), { as: asOf, facts, answers, ...(riskAccepted ? { riskAccepted } : {}) });
const questionsOf = (questionnaire: Questionnaire): Question[] => questionnaire.sections.flatMap(({ questions }) => questions);

it("the contributions add up to the uncapped score, and every one lies between 0 and it", () => {
  fc.assert(
    fc.property(cases(), (each) => {
      const { uncappedBps, scoreBps, questions } = scoreOf(each);
      const contributions = questions.map(({ contributionBps }) => contributionBps).filter((bps) => bps !== null);
      if (uncappedBps === null) {
        expect(contributions).toEqual([]);
        return;
      }
      expect(contributions.reduce((sum, bps) => sum + bps, 0)).toBe(uncappedBps);
      expect(contributions.every((bps) => bps >= 0 && bps <= uncappedBps)).toBe(true);
      expect(scoreBps).toBeLessThanOrEqual(uncappedBps);
    }),
    run,
  );
});

it("a question worth nothing contributes nothing, and no gain is negative", () => {
  fc.assert(
    fc.property(cases(), (each) => {
      for (const { valueBps, contributionBps, gainBps } of scoreOf(each).questions) {
        if (valueBps === 0) expect(contributionBps).toBe(0);
        if (gainBps !== null) expect(gainBps).toBeGreaterThanOrEqual(0);
      }
    }),
    run,
  );
});

it("accepting any risks never changes a number", () => {
  fc.assert(
    fc.property(cases(), fc.infiniteStream(fc.boolean()), (each, coins) => {
      const ids = questionsOf(each.questionnaire).map(({ id }) => id);
      const { accepted, ...before } = scoreOf(each);
      const { accepted: listed, ...after } = scoreOf(
        each,
        ids.filter(() => coins.next().value),
      );
      expect(after).toEqual(before);
      expect(accepted).toEqual([]);
      expect([...before.cappedBy, ...before.heldBy]).toEqual(expect.arrayContaining(listed));
    }),
    run,
  );
});

it("the order of the answers and the answers of hidden questions are irrelevant", () => {
  fc.assert(
    fc.property(cases(), (each) => {
      const before = scoreOf(each);
      const hidden = new Set(before.questions.filter(({ visible }) => !visible).map(({ id }) => id));
      const answers = Object.fromEntries(
        Object.entries(each.answers)
          .reverse()
          .filter(([id]) => !hidden.has(id)),
      );
      expect(scoreOf({ ...each, answers })).toEqual(before);
    }),
    run,
  );
});

/** Questions that the condition of a section or of another question asks; an evidence rule may still ask its own question. */
const asked = (questionnaire: Questionnaire): Set<string> => {
  const conds = questionnaire.sections.flatMap(({ when, questions }) => [when, ...questions.map((question) => question.when)]);
  return new Set(conds.flatMap((cond) => (cond ? namesIn(cond).questions : [])));
};

it("attaching a document, whatever becomes of it, never lowers a score", () => {
  const attached = fc.constantFrom<Answer["evidence"][]>("verified", "provided", "late", "expired", "rejected");
  fc.assert(
    fc.property(cases(), fc.nat(), attached, (each, pick, evidence) => {
      const bare = Object.entries(each.answers).filter(([, { evidence: state }]) => state === undefined || state === "attested");
      fc.pre(bare.length > 0);
      const [id, answer] = bare[pick % bare.length]!;
      const { type } = questionsOf(each.questionnaire).find((question) => question.id === id)!;
      const isFile = type === "file";
      fc.pre(!isFile || (answer.value === null && !answer.determination && !asked(each.questionnaire).has(id)));
      const after: Answer = { ...answer, evidence: evidence!, ...(isFile ? { value: "document.pdf" } : {}) };
      const before = scoreOf(each).scoreBps;
      const with_ = scoreOf({ ...each, answers: { ...each.answers, [id]: after } }).scoreBps;
      if (before !== null) expect(with_).toBeGreaterThanOrEqual(before);
    }),
    run,
  );
});

/** The answer's worth by its code, where it has one of its own: choice and boolean without a rule that asks for it. */
function worth({ options, type }: Question, value: unknown): number | null | undefined {
  if (type !== "choice" && type !== "boolean") return undefined;
  return options?.[String(value)]?.score;
}

it("on files that lint clean and with equal evidence, a worse answer that no condition asks never raises the score", () => {
  let compared = 0;
  fc.assert(
    fc.property(cases({ lintClean: true }), fc.nat(), fc.nat(), (each, pick, other) => {
      const scoringProblems = lintQuestionnaire(each.questionnaire).filter(({ rule }) => rule === "worse-pays" || rule === "evidence-gap");
      fc.pre(scoringProblems.length === 0);
      const conditions = asked(each.questionnaire);
      const candidates = questionsOf(each.questionnaire).filter(
        (question) => typeof worth(question, each.answers[question.id]?.value) === "number" && !conditions.has(question.id),
      );
      fc.pre(candidates.length > 0);
      const question = candidates[pick % candidates.length]!;
      const answer = each.answers[question.id]!;
      const worse = Object.keys(question.options!).filter((code) => (worth(question, code) ?? 2) < worth(question, answer.value)!);
      fc.pre(worse.length > 0);
      const code = worse[other % worse.length]!;
      const value = question.type === "boolean" ? code === "true" : code;
      const { determination: _, ...plain } = answer;
      const before = scoreOf({ ...each, answers: { ...each.answers, [question.id]: plain } }).scoreBps;
      const after = scoreOf({ ...each, answers: { ...each.answers, [question.id]: { ...plain, value } } }).scoreBps;
      compared += 1;
      if (before !== null) expect(after).toBeLessThanOrEqual(before);
    }),
    { ...run, numRuns: 200 },
  );
  expect(compared).toBeGreaterThan(100);
});

it("a gain is what scoring again with that question perfect and proven would give", () => {
  fc.assert(
    fc.property(cases(), (each) => {
      const { questionnaire, answers } = each;
      const before = scoreOf(each);
      for (const { id, gainBps } of before.questions) {
        if (gainBps === null) continue;
        const question = questionsOf(questionnaire).find((item) => item.id === id)!;
        const perfect: Question = {
          id,
          type: "file",
          text: question.text,
          weight: question.weight!,
          kinds: ["policy"],
          ...(question.when ? { when: question.when } : {}),
        };
        // The perfect answer stands under an id that no condition asks; the old one stays unscored, so that visibility does not change.
        const swapped: Questionnaire = {
          ...questionnaire,
          sections: questionnaire.sections.map((section) => ({
            ...section,
            questions: section.questions.flatMap((item) =>
              item.id === id
                ? [
                    { ...item, scored: false },
                    { ...perfect, id: `${id}_perfect` },
                  ]
                : [item],
            ),
          })),
        };
        const after = scoreOf({
          ...each,
          questionnaire: swapped,
          answers: { ...answers, [`${id}_perfect`]: { value: "x", evidence: "verified" } },
        });
        expect(after.scoreBps! - before.scoreBps!).toBe(gainBps);
      }
    }),
    { ...run, numRuns: 60 },
  );
});
