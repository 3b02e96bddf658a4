// Scoring method `vouchsafe-1` (docs: scoring, normative). Pure and exact: the same input gives the same bytes everywhere.
// Any change here that moves a number is a new method; stored results never move.
import type { CompiledSet } from "#app/domain/questionnaire/compiled.ts";
import { evaluateGiven, hasAnswer, type State } from "#app/domain/questionnaire/visibility.ts";
import { givenAnswers, type ScoreInput } from "./score-input.ts";
import { capOf, findingOf, lowestCaps } from "./score-knock-outs.ts";
import {
  type CountingQuestion,
  type CountingSection,
  contributionsOf,
  perfectedBps,
  roundedBps,
  sectionBps,
  sumOf,
} from "./score-points.ts";
import { type QuestionScore, scoreQuestion } from "./score-question.ts";
import { gradeOf, type ScoredFinding, type ScoredQuestion, type ScoreResult, type ScoreTotals, scoringMethod } from "./score-result.ts";

export interface ScoreOptions {
  /** Whether to compute `gainBps`; true by default. */
  gains?: boolean;
}

/**
 * Scores the answers of one assessment. The result is the reviewed score where the input has determinations; `asGivenByVendor` gives
 * the vendor's. Throws `invalid` with `data.problems` for input the method does not define.
 */
export function score(set: CompiledSet, input: ScoreInput, { gains = true }: ScoreOptions = {}): ScoreResult {
  const state = evaluateGiven(set, givenAnswers(set, input), input.facts);
  return scoreState(set, state, input, gains);
}

interface Counting extends CountingQuestion {
  index: number;
  score: QuestionScore;
}

function scoreState(set: CompiledSet, state: State, { as, riskAccepted = [] }: ScoreInput, gains: boolean): ScoreResult {
  const counting: Counting[] = [];
  const sections = new Map<number, CountingSection>();
  const cappedBy: string[] = [];
  const heldBy: string[] = [];
  const caps: { index: number; capBps: number }[] = [];
  const findings: ScoredFinding[] = [];
  for (const question of set.questions) {
    if (!question.isScored || state.visible[question.index] === 0) continue;
    const scored = scoreQuestion(question, state, as);
    if (scored.valueBps === null) continue;
    const points = question.weight * scored.valueBps * scored.factorBps;
    counting.push({ index: question.index, section: question.section, weight: question.weight, points, score: scored });
    addToSection(sections, set, question.section, question.weight, points);
    const cap = capOf(question, scored);
    if (cap) {
      caps.push({ index: question.index, capBps: cap.capBps });
      (cap.isFailed ? cappedBy : heldBy).push(question.key);
    }
    const finding = findingOf(question, scored);
    if (finding) findings.push(finding);
  }
  const sum = counting.length > 0 ? sumOf(sections) : undefined;
  const uncappedBps = sum ? roundedBps(sum.total, sum.denominator) : null;
  const lowestCap = lowestCaps(caps);
  const scoreBps = uncappedBps === null ? null : Math.min(uncappedBps, lowestCap());
  const coverageBps = coverageOf(set, state);
  const contributions = sum ? contributionsOf(counting, sum, uncappedBps!) : [];
  const questions = unscoredRows(set, state);
  let verified = 0;
  counting.forEach((item, at) => {
    const row = questions[item.index]!;
    row.counts = true;
    row.valueBps = item.score.valueBps;
    row.factorBps = item.score.factorBps;
    row.contributionBps = contributions[at]!;
    if (gains) row.gainBps = Math.min(perfectedBps(item, sum!), lowestCap(item.index)) - scoreBps!;
    if (item.score.ruleHolds && item.score.evidence === "verified") verified += contributions[at]!;
  });
  const acceptedRisks = new Set(riskAccepted);
  const totals: ScoreTotals = {
    complete: coverageBps === 10_000,
    coverageBps,
    uncappedBps,
    scoreBps,
    grade: scoreBps === null || coverageBps < 10_000 ? null : gradeOf(scoreBps),
    cappedBy,
    heldBy,
    accepted: [...cappedBy, ...heldBy].filter((key) => acceptedRisks.has(key)),
    assuranceBps: uncappedBps ? Math.floor((verified * 10_000) / uncappedBps) : 0,
    sections: set.sections.map(({ index, key, weight }) => {
      const section = sections.get(index);
      return { id: key, weight, bps: section ? sectionBps(section) : null };
    }),
    questions,
    findings,
  };
  return { method: scoringMethod, ...versionsOf(set, sections), ...totals };
}

function addToSection(sections: Map<number, CountingSection>, set: CompiledSet, index: number, weight: number, points: number): void {
  const section = sections.get(index);
  if (section) {
    section.points += points;
    section.weights += weight;
    return;
  }
  const { questionnaire, weight: sectionWeight } = set.sections[index]!;
  sections.set(index, { questionnaire, weight: sectionWeight, points, weights: weight });
}

const unscoredRows = (set: CompiledSet, state: State): ScoredQuestion[] =>
  set.questions.map(({ key, index, weight }) => ({
    id: key,
    visible: state.visible[index] === 1,
    counts: false,
    weight,
    valueBps: null,
    factorBps: null,
    contributionBps: null,
    gainBps: null,
  }));

/** floor(answered · 10000 / required) over visible required questions; nothing required is complete. */
export function coverageOf(set: CompiledSet, state: State): number {
  let required = 0;
  let answered = 0;
  for (const { index, isRequired } of set.questions) {
    if (!isRequired || state.visible[index] === 0) continue;
    required += 1;
    if (hasAnswer(state, index)) answered += 1;
  }
  return required === 0 ? 10_000 : Math.floor((answered * 10_000) / required);
}

function versionsOf(set: CompiledSet, sections: ReadonlyMap<number, CountingSection>) {
  const versions = set.files.map(({ questionnaire: { id, version }, sha256 }) => ({ id, version, sha256 }));
  if (versions.length === 1) return { questionnaire: versions[0]! };
  return {
    questionnaires: versions.map((version, n) => {
      const own = new Map([...sections].filter(([, { questionnaire }]) => questionnaire === n));
      const sum = own.size > 0 ? sumOf(own) : undefined;
      return { ...version, uncappedBps: sum ? roundedBps(sum.total, sum.denominator) : null };
    }),
  };
}
