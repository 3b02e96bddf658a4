// What a report says of scores, knock-outs, controls and changes follows from the scoring method's own results.
import fc from "fast-check";
import { expect, test } from "vitest";
import { score } from "#app/domain/assessment/score.ts";
import type { CompiledSet } from "#app/domain/questionnaire/compiled.ts";
import { changesBetween } from "#app/domain/report/report-changes.ts";
import type { ReportFacts, ReportQuestion, ReportSection } from "#app/domain/report/report-facts.ts";
import { controlCrosswalk, reportKnockOuts, reportScore } from "#app/domain/report/report-score.ts";
import { scoreTrace } from "#app/domain/report/score-trace.ts";
import { asOf, cases } from "#tests/support/generated-questionnaires.ts";
import { compiled } from "#tests/support/questionnaires.ts";
import { aReport } from "#tests/support/report-facts.ts";

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const anyQuestion = aReport().sections[0]?.questions[0] as ReportQuestion;

/** The report of any result: sections and questions of the set, everything else from the sample. */
function reportOf(set: CompiledSet, result: ReturnType<typeof score>): ReportFacts {
  const reviewed = reportScore(result);
  const blockers = set.questions.flatMap((question) => (question.capBps === null ? [] : [{ id: question.key, capBps: question.capBps }]));
  return aReport((facts) => ({
    ...facts,
    score: { ...facts.score, reviewed },
    sections: set.sections.map(
      (section): ReportSection => ({
        id: section.key,
        questionnaire: String(section.questionnaire),
        title: section.key,
        weight: section.weight,
        questions: set.questions
          .filter((question) => question.section === section.index)
          .map((question) => ({ ...anyQuestion, id: question.key })),
      }),
    ),
    knockOuts: reportKnockOuts(blockers, reviewed, () => null),
  }));
}

test("for any questionnaires and answers the printed trace adds up to the score of the method, and a cap names its knock-outs", () => {
  fc.assert(
    fc.property(cases(), cases(), ({ questionnaire, facts, answers }, other) => {
      const two = compiled({ ...questionnaire, id: "first" }, { ...other.questionnaire, id: "second" });
      const prefixed = (id: string, given: typeof answers) =>
        Object.fromEntries(Object.entries(given).map(([key, answer]) => [`${id}#${key}`, answer]));
      for (const [set, given] of [
        [compiled(questionnaire), answers],
        [two, { ...prefixed("first", answers), ...prefixed("second", other.answers) }],
      ] as const) {
        const report = reportOf(set, score(set, { as: asOf, facts, answers: given }));
        const trace = scoreTrace(report);
        if (trace.uncappedBps === null) continue;
        expect(sum(trace.sections.map((section) => section.pointsBps))).toBe(trace.uncappedBps);
        expect(sum(trace.rows.map((row) => row.lostBps))).toBe(10_000 - trace.uncappedBps);
        expect(Math.min(...trace.rows.map((row) => row.lostBps))).toBeGreaterThanOrEqual(0);
        expect(sum(trace.sections.map((section) => section.ofBps))).toBe(10_000);
        expect(trace.limitedBy.length > 0).toBe(trace.limitedByBps > 0);
      }
    }),
    { seed: 417, numRuns: 200 },
  );
});

test("a control is met only when every scored question mapped to it is", () => {
  const facts = aReport();
  const crosswalk = controlCrosswalk(facts.sections, facts.score.reviewed);
  const state = (framework: string, id: string) =>
    crosswalk.find((item) => item.id === framework)?.controls.find((control) => control.id === id)?.state;
  expect(state("pci-dss-4.0.1", "8.4.2")).toBe("not_met");
  expect(state("pci-dss-4.0.1", "11.6.1")).toBe("partly_met");
  expect(state("pci-dss-4.0.1", "12.8.4")).toBe("met");
});

test("the next report shows regressions first, then lost proof, and nothing that stayed", () => {
  const before = aReport(
    (facts) => ({
      ...facts,
      sections: facts.sections.map((section) => ({
        ...section,
        questions: section.questions
          .filter((question) => question.id !== "gov1")
          .map((question) =>
            question.id === "acc1"
              ? { ...question, determination: null }
              : question.id === "bcp1"
                ? { ...question, evidenceState: "verified" as const }
                : question,
          ),
      })),
    }),
    (id, mark) => (id === "acc1" ? "yes" : mark),
  );
  expect(changesBetween(before, aReport())).toEqual([
    { kind: "regression", questionId: "acc1", what: expect.stringContaining("multi-factor"), before: "Yes", after: "No" },
    { kind: "evidence_dropped", questionId: "bcp1", what: expect.stringContaining("restore test"), before: "Verified", after: "Expired" },
    { kind: "new_question", questionId: "gov1", what: expect.stringContaining("policy"), before: null, after: "Yes" },
  ]);
  expect(changesBetween(aReport(), aReport())).toEqual([]);
});
