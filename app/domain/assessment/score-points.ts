// The exact sum of a score and its trace (docs: scoring, "Points", "Trace", "What would change it"). All fractions of one score share a
// denominator, so every question is one integer product and sums, remainders and gains are integer arithmetic. Nothing is rounded
// before the last step.

/** A counting question: `points` = weight · value · factor, at most weight · 10^8. */
export interface CountingQuestion {
  section: number;
  weight: number;
  points: number;
}

/** A section in which something counts: `points` and `weights` are the sums over its counting questions. */
export interface CountingSection {
  questionnaire: number;
  weight: number;
  points: number;
  weights: number;
}

/** Points of a perfect, proven question of weight 1. */
export const fullPoints = 100_000_000;

export interface Sum {
  /** T = total / (denominator · 10000); the numerator per point of a question is `scales` of its section. */
  total: bigint;
  denominator: bigint;
  scales: ReadonlyMap<number, bigint>;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

const lcm = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b;

/** Adds up sections (by index) over one or several questionnaires; there is at least one. */
export function sumOf(sections: ReadonlyMap<number, CountingSection>): Sum {
  const byQuestionnaire = new Map<number, { sectionWeights: number; questionWeights: number }>();
  let allWeights = 0;
  for (const { questionnaire, weight, weights } of sections.values()) {
    const sums = byQuestionnaire.get(questionnaire) ?? { sectionWeights: 0, questionWeights: 0 };
    sums.sectionWeights += weight;
    sums.questionWeights += weights;
    allWeights += weights;
    byQuestionnaire.set(questionnaire, sums);
  }
  const fractions = [...sections].map(([index, { questionnaire, weight, weights }]) => {
    const sums = byQuestionnaire.get(questionnaire)!;
    const above = BigInt(weight) * BigInt(sums.questionWeights);
    const below = BigInt(allWeights) * BigInt(sums.sectionWeights) * BigInt(weights);
    const common = gcd(above, below);
    return { index, above: above / common, below: below / common };
  });
  const shared = fractions.reduce((all, { below }) => lcm(all, below), 1n);
  const scales = new Map(fractions.map(({ index, above, below }) => [index, above * (shared / below)]));
  let total = 0n;
  for (const [index, { points }] of sections) total += BigInt(points) * scales.get(index)!;
  return { total, denominator: shared * 10_000n, scales };
}

/** floor(total / denominator + 1/2). */
export function roundedBps(total: bigint, denominator: bigint): number {
  return Number((2n * total + denominator) / (2n * denominator));
}

/** floor(x + 1/2) of a section's share in basis points. */
export function sectionBps({ points, weights }: Pick<CountingSection, "points" | "weights">): number {
  const below = weights * 20_000;
  const above = 2 * points + weights * 10_000;
  return (above - (above % below)) / below;
}

/** Basis points per counting question, floored, the rest to the largest remainders (ties: file order), so that they add up to `target`. */
export function contributionsOf(counting: readonly CountingQuestion[], { denominator, scales }: Sum, target: number): number[] {
  const floors: number[] = [];
  const remainders: { at: number; rest: bigint }[] = [];
  let missing = target;
  counting.forEach(({ section, points }, at) => {
    const share = BigInt(points) * scales.get(section)!;
    const floor = share / denominator;
    floors.push(Number(floor));
    missing -= Number(floor);
    remainders.push({ at, rest: share - floor * denominator });
  });
  if (missing === 0) return floors;
  remainders.sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1));
  for (const { at } of remainders.slice(0, missing)) floors[at]! += 1;
  return floors;
}

/** The uncapped score were this question perfect and proven and nothing else changed. */
export function perfectedBps({ section, weight, points }: CountingQuestion, { total, denominator, scales }: Sum): number {
  return roundedBps(total + BigInt(weight * fullPoints - points) * scales.get(section)!, denominator);
}
