// The addition behind a score, as printed: points and points lost per question and section. Both columns add up in whole
// basis points (docs: scoring, "Trace"), so a reader with a pencil gets the printed score.
import type { ReportFacts, ReportQuestion, ReportScoreQuestion } from "./report-facts.ts";

export interface TraceRow {
  question: ReportQuestion;
  sectionId: string;
  /** Value times evidence factor, cut. */
  countsAsBps: number;
  /** Value alone; differs from countsAsBps when proof is missing, old or unverified. */
  valueBps: number;
  ofBps: number;
  pointsBps: number;
  lostBps: number;
  gainBps: number;
}

export interface TraceSection {
  id: string;
  title: string;
  counting: number;
  /** Null when nothing in it counts: the section drops out. */
  countsAsBps: number | null;
  /** What it could give, from its weight; these add up to 10000. */
  ofBps: number;
  pointsBps: number;
}

export interface ScoreTrace {
  rows: TraceRow[];
  sections: TraceSection[];
  /** Sum of the points; null when no question counts. */
  uncappedBps: number | null;
  scoreBps: number | null;
  /** What the cap takes away; 0 without one that binds. */
  limitedByBps: number;
  /** Knock-outs whose cap is the score. */
  limitedBy: string[];
}

interface Share {
  section: ReportFacts["sections"][number];
  question: ReportQuestion;
  score: ReportScoreQuestion;
  /** Points lost. */
  lost: Fraction;
  /** What its section could give. */
  ofSection: Fraction;
}

/** Exact, in basis points. */
interface Fraction {
  numerator: bigint;
  denominator: bigint;
}

const full = 10_000n;

/** As much of a report as its trace needs. */
export type Traced = Pick<ReportFacts, "sections" | "knockOuts"> & { score: Pick<ReportFacts["score"], "reviewed"> };

/** Builds the printed trace of the reviewed score. */
export function scoreTrace(facts: Traced): ScoreTrace {
  const result = facts.score.reviewed;
  const shares = sharesOf(facts);
  const lost =
    result.uncappedBps === null
      ? []
      : apportion(
          shares.map((share) => share.lost),
          10_000 - result.uncappedBps,
        );
  const rows = shares.map((share, index): TraceRow => {
    const pointsBps = share.score.contributionBps ?? 0;
    const lostBps = lost[index] ?? 0;
    const valueBps = share.score.valueBps ?? 0;
    return {
      question: share.question,
      sectionId: share.section.id,
      valueBps,
      countsAsBps: Math.floor((valueBps * (share.score.factorBps ?? 10_000)) / 10_000),
      ofBps: pointsBps + lostBps,
      pointsBps,
      lostBps,
      gainBps: share.score.gainBps ?? 0,
    };
  });
  const ofBps = sectionShares(shares);
  const sectionBps = new Map(result.sections.map((section) => [section.id, section.bps]));
  const sections = facts.sections.map((section): TraceSection => {
    const own = rows.filter((row) => row.sectionId === section.id);
    return {
      id: section.id,
      title: section.title,
      counting: own.length,
      countsAsBps: own.length === 0 ? null : (sectionBps.get(section.id) ?? null),
      ofBps: ofBps.get(section.id) ?? 0,
      pointsBps: sum(own.map((row) => row.pointsBps)),
    };
  });
  const limitedByBps = (result.uncappedBps ?? 0) - (result.scoreBps ?? 0);
  return {
    rows,
    sections,
    uncappedBps: result.uncappedBps,
    scoreBps: result.scoreBps,
    limitedByBps,
    limitedBy:
      limitedByBps > 0
        ? facts.knockOuts.filter((item) => item.state !== "passed" && item.capBps === result.scoreBps).map((item) => item.questionId)
        : [],
  };
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Per counting question: N/ΣN · W/ΣW · w/Σw · (1 − v·e), with N the counting weight of its questionnaire. */
function sharesOf(facts: Traced): Share[] {
  const scores = new Map(facts.score.reviewed.questions.filter((item) => item.counts).map((item) => [item.id, item]));
  const counting = facts.sections
    .map((section) => {
      const items = section.questions.flatMap((question) => {
        const score = scores.get(question.id);
        return score ? [{ question, score }] : [];
      });
      return { section, items, weight: sum(items.map((item) => item.score.weight)) };
    })
    .filter((entry) => entry.items.length > 0);
  const weightOf = new Map<string, { questions: number; sections: number }>();
  for (const { section, weight } of counting) {
    const entry = weightOf.get(section.questionnaire) ?? { questions: 0, sections: 0 };
    weightOf.set(section.questionnaire, { questions: entry.questions + weight, sections: entry.sections + section.weight });
  }
  const all = sum([...weightOf.values()].map((entry) => entry.questions));
  return counting.flatMap(({ section, items, weight }) =>
    items.map(({ question, score }) => {
      const own = weightOf.get(section.questionnaire) ?? { questions: 0, sections: 0 };
      const met = BigInt(score.valueBps ?? 0) * BigInt(score.factorBps ?? 10_000);
      return {
        section,
        question,
        score,
        lost: {
          numerator: full * BigInt(own.questions) * BigInt(section.weight) * BigInt(score.weight) * (full * full - met),
          denominator: BigInt(all) * BigInt(own.sections) * BigInt(weight) * full * full,
        },
        ofSection: { numerator: full * BigInt(own.questions) * BigInt(section.weight), denominator: BigInt(all) * BigInt(own.sections) },
      };
    }),
  );
}

function sectionShares(shares: Share[]): Map<string, number> {
  const sections = [...new Map(shares.map((share) => [share.section.id, share.ofSection]))];
  const parts = apportion(
    sections.map(([, fraction]) => fraction),
    sections.length === 0 ? 0 : 10_000,
  );
  return new Map(sections.map(([id], index) => [id, parts[index] ?? 0]));
}

/** Whole basis points per fraction that sum to `total`: floors first, the rest to the largest remainders in file order. */
function apportion(fractions: Fraction[], total: number): number[] {
  const floors = fractions.map((fraction) => Number(fraction.numerator / fraction.denominator));
  const order = fractions
    .map(({ numerator, denominator }, index) => ({ index, remainder: numerator % denominator, denominator }))
    .sort((a, b) => {
      const difference = b.remainder * a.denominator - a.remainder * b.denominator;
      return difference === 0n ? a.index - b.index : difference < 0n ? -1 : 1;
    });
  const missing = total - sum(floors);
  for (const { index } of order.slice(0, Math.max(0, missing))) floors[index] = (floors[index] ?? 0) + 1;
  return floors;
}
