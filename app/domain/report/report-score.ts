// From a stored score result to what a report says of it: the result itself, knock-outs, and the control crosswalk.
import { heldCapBps } from "#app/domain/assessment/score-knock-outs.ts";
import type { ScoreResult } from "#app/domain/assessment/score-result.ts";
import { type Framework, frameworkNames } from "#app/domain/questionnaire/control-ids.ts";
import type {
  ControlState,
  ReportFramework,
  ReportKnockOut,
  ReportScoreQuestion,
  ReportScoreResult,
  ReportSection,
} from "./report-facts.ts";

/** The result as a report carries it: without method and versions, which stand elsewhere, and without findings. */
export function reportScore(result: ScoreResult): ReportScoreResult {
  const { complete, coverageBps, uncappedBps, scoreBps, grade, cappedBy, heldBy, accepted, assuranceBps, sections, questions } = result;
  return { complete, coverageBps, uncappedBps, scoreBps, grade, cappedBy, heldBy, accepted, assuranceBps, sections, questions };
}

/**
 * One row per knock-out that counts. `blockers` are the knock-outs in file order with the cap each has when failed; `acceptedBy` gives the
 * id of the risk acceptance of a question.
 */
export function reportKnockOuts(
  blockers: readonly { id: string; capBps: number }[],
  result: ReportScoreResult,
  acceptedBy: (questionId: string) => string | null,
): ReportKnockOut[] {
  const scores = new Map(result.questions.map((question) => [question.id, question]));
  return blockers.flatMap(({ id, capBps }): ReportKnockOut[] => {
    const score = scores.get(id);
    if (!score?.counts) return [];
    if (result.cappedBy.includes(id)) return [{ questionId: id, state: "failed", capBps, riskAcceptanceId: acceptedBy(id) }];
    if (!result.heldBy.includes(id)) return [{ questionId: id, state: "passed", capBps: null, riskAcceptanceId: null }];
    const state = (score.valueBps ?? 0) < 10_000 ? "half_met" : "unproven";
    return [{ questionId: id, state, capBps: heldCapBps, riskAcceptanceId: acceptedBy(id) }];
  });
}

/** Which controls the answers speak to; frameworks in alphabetical order of their names, controls as first mentioned. */
export function controlCrosswalk(sections: readonly ReportSection[], result: ReportScoreResult): ReportFramework[] {
  const scores = new Map(result.questions.map((question) => [question.id, question]));
  const frameworks = new Map<string, Map<string, string[]>>();
  for (const question of sections.flatMap((section) => section.questions)) {
    for (const control of question.controls) {
      const [framework = "", id = ""] = control.split("#");
      const controls = frameworks.get(framework) ?? new Map<string, string[]>();
      controls.set(id, [...(controls.get(id) ?? []), question.id]);
      frameworks.set(framework, controls);
    }
  }
  const rows = [...frameworks].map(([id, controls]) => ({
    id,
    title: frameworkNames[id as Framework] ?? id,
    controls: [...controls].map(([control, questionIds]) => ({ id: control, state: controlState(questionIds, scores), questionIds })),
  }));
  return rows.sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
}

/** Met when every scored question mapped to the control is fully met, not met when none scores at all. */
function controlState(questionIds: readonly string[], scores: ReadonlyMap<string, ReportScoreQuestion>): ControlState {
  const counting = questionIds.flatMap((id) => (scores.get(id)?.counts ? [scores.get(id)?.valueBps ?? 0] : []));
  if (counting.length === 0) return "not_scored";
  if (counting.every((value) => value === 10_000)) return "met";
  return counting.every((value) => value === 0) ? "not_met" : "partly_met";
}
