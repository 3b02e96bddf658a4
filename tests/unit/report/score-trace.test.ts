// The printed columns of a report can be re-added by hand, whatever the answers.
import { expect, test } from "vitest";
import { scoreTrace } from "#app/domain/report/score-trace.ts";
import { aReport, type Mark } from "#tests/support/report-facts.ts";
import { seeded } from "#tests/support/seeded.ts";

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const markList: Mark[] = ["yes", "partly", "no", "provided", "expired", "na", "declined", "unscored"];

test("the points of all questions add up to the uncapped score, and with the cap to the printed one", () => {
  const trace = scoreTrace(aReport());
  expect(sum(trace.rows.map((row) => row.pointsBps))).toBe(trace.uncappedBps);
  expect(sum(trace.sections.map((section) => section.pointsBps)) - trace.limitedByBps).toBe(6900);
  expect(trace.limitedBy).toEqual(["acc1"]);
});

test("each section can give exactly its weight", () => {
  expect(scoreTrace(aReport()).sections.map((section) => section.ofBps)).toEqual([1000, 2000, 1500, 1500, 1000, 1000, 1000, 500, 500]);
});

test("whatever the answers, points and lost points add up, and a fully met question has lost nothing", () => {
  const random = seeded(20_261_112);
  for (let round = 0; round < 200; round++) {
    const drawn = new Map<string, Mark>();
    const facts = aReport(
      (all) => all,
      (id) => {
        const mark = drawn.get(id) ?? markList[random(markList.length)] ?? "yes";
        drawn.set(id, mark);
        return mark;
      },
    );
    const trace = scoreTrace(facts);
    const lost = trace.rows.map((row) => row.lostBps);
    expect(sum(lost) + (trace.uncappedBps ?? 0)).toBe(10_000);
    expect(Math.min(...lost)).toBeGreaterThanOrEqual(0);
    expect(sum(trace.sections.map((section) => section.ofBps))).toBe(10_000);
    for (const row of trace.rows) if (row.countsAsBps === 10_000) expect(row.lostBps).toBe(0);
  }
});

test("without a counting question there is no score and nothing to add", () => {
  const facts = aReport((all) => ({
    ...all,
    score: {
      ...all.score,
      reviewed: {
        ...all.score.reviewed,
        uncappedBps: null,
        scoreBps: null,
        grade: null,
        questions: all.score.reviewed.questions.map((item) => ({
          ...item,
          counts: false,
          valueBps: null,
          factorBps: null,
          contributionBps: null,
          gainBps: null,
        })),
      },
    },
  }));
  expect(scoreTrace(facts)).toMatchObject({ rows: [], uncappedBps: null, scoreBps: null, limitedByBps: 0 });
});
