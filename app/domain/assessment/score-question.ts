// Value and evidence factor of one question in a state (docs: scoring, "Value", "Evidence factor").
import { type EvidenceState, isProof } from "#app/domain/evidence/evidence-states.ts";
import { type Day, daysBetween } from "#app/domain/monitoring/calendar-days.ts";
import { type AnswerValue, isReserved } from "#app/domain/questionnaire/answer.ts";
import type { CompiledQuestion } from "#app/domain/questionnaire/compiled.ts";
import { hasAnswer, type State } from "#app/domain/questionnaire/visibility.ts";
import { evidenceFactors } from "./score-evidence.ts";

export interface QuestionScore {
  /** 0…10000; null = left out, the question does not count. */
  valueBps: number | null;
  factorBps: number;
  /** Whether its evidence rule holds for the given answer. */
  ruleHolds: boolean;
  evidence: EvidenceState;
  /** A "not applicable" that no reviewer has accepted or refused. */
  isPendingNa: boolean;
}

/** Whether the evidence rule of a question holds: a file's always once it is answered, any other by its condition. */
export function evidenceRuleHolds(question: CompiledQuestion, state: State): boolean {
  if (!question.hasEvidenceRule || !hasAnswer(state, question.index)) return false;
  return question.type === "file" || question.evidenceWhen === null || question.evidenceWhen(state);
}

/** Scores a visible, scored question. `as` is the day dates are judged on. */
export function scoreQuestion(question: CompiledQuestion, state: State, as: Day | undefined): QuestionScore {
  const answer = state.given[question.index];
  const value = state.values[question.index];
  const isAnswered = hasAnswer(state, question.index);
  const isRejected = answer?.determination?.is === "rejected";
  const evidence = answer?.evidence ?? (question.type === "file" && isAnswered ? "provided" : "attested");
  const ruleHolds = question.hasEvidenceRule && evidenceRuleHolds(question, state);
  const isLeftOut = value === "na" && answer?.naAccepted === true;
  let valueBps: number | null = 0;
  if (isLeftOut) valueBps = null;
  else if (isAnswered && !isRejected && !isReserved(value)) valueBps = givenBps(question, value!, evidence, as);
  if (question.needsProof && valueBps !== null && ruleHolds && !isProof(evidence)) valueBps = 0;
  return {
    valueBps,
    factorBps: ruleHolds ? evidenceFactors[evidence] : 10_000,
    ruleHolds,
    evidence,
    isPendingNa: value === "na" && !isLeftOut && !isRejected,
  };
}

function givenBps(question: CompiledQuestion, value: Exclude<AnswerValue, null>, evidence: EvidenceState, as?: Day): number | null {
  switch (question.type) {
    case "boolean":
    case "choice":
      return question.options!.get(String(value))?.bps ?? null;
    case "multichoice": {
      const scores = (value as string[]).map((code) => question.options!.get(code)!.bps).filter((bps) => bps !== null);
      return scores.length === 0
        ? null
        : Math.min(
            10_000,
            scores.reduce((sum, bps) => sum + bps, 0),
          );
    }
    case "number":
      return bandValue(question, value as number);
    case "date":
      return bandValue(question, daysBetween(value as Day, as!));
    case "file":
      return evidence === "rejected" ? 0 : 10_000;
    case "text":
    case "table":
      return null;
  }
}

/** The first band that reaches as far as the measure; the last one has no end. */
function bandValue({ bands }: CompiledQuestion, measure: number): number {
  return bands!.find(({ upTo }) => measure <= upTo)!.bps;
}
