// How fast scores are computed: three hundred questions with sections, conditions, knock-outs and evidence. CPU time, best of many runs,
// so that a busy machine does not decide.
import { score } from "#app/domain/assessment/score.ts";
import type { ScoreInput } from "#app/domain/assessment/score-input.ts";
import type { EvidenceState } from "#app/domain/evidence/evidence-states.ts";
import type { CompiledSet } from "#app/domain/questionnaire/compiled.ts";
import type { Question } from "#app/domain/questionnaire/questionnaire.ts";
import { aQuestionnaire, compiled, scores } from "#tests/support/questionnaires.ts";

const weights = [5, 10, 20, 7, 13];
const states: EvidenceState[] = ["verified", "provided", "attested"];
const codes = ["a", "b", "c", "a", "b"];

function question(section: number, at: number): Question {
  const id = `s${section}q${at}`;
  return {
    id,
    type: "choice",
    text: { en: id },
    weight: weights[at % weights.length]!,
    options: scores({ a: 1, b: 0.5, c: 0.25, d: 0 }),
    ...(at % 6 === 0 ? { criticality: "blocker", onFail: { capScore: 39 + at } } : {}),
    ...(at % 3 === 0 ? { evidence: { kinds: ["policy"], when: { q: id, in: ["a", "b"] } } } : {}),
    ...(at % 5 === 4 ? { when: { q: `s${section}q${at - 1}`, in: ["a", "b", "c"] } } : {}),
  };
}

/** Twelve sections of twenty-five questions, all answered. */
export function threeHundredAnswers(): { set: CompiledSet; input: ScoreInput } {
  const sections = Array.from({ length: 12 }, (_, s) => ({
    weight: s + 1,
    questions: Array.from({ length: 25 }, (__, q) => question(s, q)),
  }));
  const set = compiled(aQuestionnaire(sections));
  const answers = set.questions.map(
    ({ key }, i) => [key, { value: codes[i % codes.length]!, evidence: states[i % states.length]! }] as const,
  );
  return { set, input: { as: "2026-11-22", facts: {}, answers: Object.fromEntries(answers) } };
}

/** Least CPU milliseconds of one run of `work`, over `batches` of `runs`. */
function leastCpuMs(work: () => void, runs = 40, batches = 20): number {
  let least = Number.POSITIVE_INFINITY;
  for (let batch = 0; batch < batches; batch += 1) {
    const before = process.cpuUsage();
    for (let run = 0; run < runs; run += 1) work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000 / runs);
  }
  return least;
}

export interface ScoringSpeed {
  /** Answers scored per second of CPU, without gains. */
  answersPerSecond: number;
  /** CPU milliseconds of one score with gains of 300 questions. */
  withGainsMs: number;
}

export function measureScoring(): ScoringSpeed {
  const { set, input } = threeHundredAnswers();
  const plainMs = leastCpuMs(() => score(set, input, { gains: false }));
  return { answersPerSecond: Math.round((300 / plainMs) * 1000), withGainsMs: leastCpuMs(() => score(set, input)) };
}
