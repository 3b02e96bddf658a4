// A risk level as shape and word: octagon, triangle, diamond, disc differ without colour and mean nothing else.

import { classes } from "./attributes.ts";
import { useKitWords } from "./words.ts";

export type RiskLevel = "critical" | "high" | "medium" | "low";

export interface RiskBadgeProps {
  level: RiskLevel;
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
