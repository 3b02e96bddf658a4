// Knock-outs: which limit a score, how, and which findings failing answers open (docs: scoring, "Knock-outs").
import { isProof } from "#app/domain/evidence/evidence-states.ts";
import type { CompiledQuestion } from "#app/domain/questionnaire/compiled.ts";
import { type Severity, severities } from "#app/domain/questionnaire/questionnaire.ts";
import type { QuestionScore } from "./score-question.ts";
import type { ScoredFinding } from "./score-result.ts";

/** Cap of a half-met or unproven knock-out: below B. */
export const heldCapBps = 7900;

export interface Cap {
  isFailed: boolean;
  capBps: number;
}

/** How a counting question limits the score; undefined when it does not. */
export function capOf(question: CompiledQuestion, { valueBps, ruleHolds, evidence }: QuestionScore): Cap | undefined {
  if (question.capBps === null || valueBps === null) return undefined;
  if (valueBps === 0) return { isFailed: true, capBps: question.capBps };
  const isUnproven = ruleHolds && !isProof(evidence);
  return valueBps < 10_000 || isUnproven ? { isFailed: false, capBps: heldCapBps } : undefined;
}

const milder = (severity: Severity): Severity => severities[severities.indexOf(severity) + 1] ?? "low";

/** The finding a counting question opens at submission; undefined when it opens none. */
export function findingOf(question: CompiledQuestion, { valueBps, isPendingNa }: QuestionScore): ScoredFinding | undefined {
  const { finding, key } = question;
  if (finding === null || valueBps === null || isPendingNa) return undefined;
  if (valueBps === 0) return { question: key, severity: finding.severity, title: finding.title };
  if (!question.isBlocker || valueBps === 10_000) return undefined;
  return { question: key, severity: milder(finding.severity), title: finding.title };
}

/** The lowest cap there is without the one at `except`; 10000 when none is left. */
export function lowestCaps(caps: readonly { index: number; capBps: number }[]): (except?: number) => number {
  const [first, second] = [...caps].sort((a, b) => a.capBps - b.capBps);
  return (except) => (first === undefined ? 10_000 : first.index === except ? (second?.capBps ?? 10_000) : first.capBps);
}
