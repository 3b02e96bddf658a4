// The residual risk after an engagement was scored anew (docs: scoring, "Which result counts"): what a person decided stands as long as
// the method's own answer has not become worse than the one it was decided on. It is never better than the decision said.
import { type RiskBand, severityOfBand, worseBand } from "#app/domain/risk/risk-levels.ts";

/** `decided`: signed; `computedThen` and `computedNow`: of the residual table, at the decision and now. */
export function rescoredResidual(decided: RiskBand, computedThen: RiskBand, computedNow: RiskBand): RiskBand {
  return severityOfBand(computedNow) > severityOfBand(computedThen) ? worseBand(decided, computedNow) : decided;
}
