// A risk level as shape and word: octagon, triangle, diamond, disc differ without colour and mean nothing else.

import type { RiskBand } from "#app/domain/risk/risk-levels.ts";
import { classes } from "./attributes.ts";
import { useKitWords } from "./words.ts";

export interface RiskBadgeProps {
  level: RiskBand;
  /** Shape and word only, without a surface: legends, sentences. */
  plain?: boolean;
  /** False prints "…, not assessed" behind the word. */
  isAssessed?: boolean;
}

export function RiskBadge({ level, plain = false, isAssessed = true }: RiskBadgeProps) {
  const words = useKitWords();
  return (
    <span className={classes("risk", `risk--${level}`, plain && "risk--plain")}>
      <svg aria-hidden="true">
        <use href={`/icons.svg#r-${level}`} />
      </svg>
      {words.risk[level]}
      {!isAssessed && <span className="risk__note">, {words.notAssessed}</span>}
    </span>
  );
}
