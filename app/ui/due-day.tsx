// A day with what it means: red words only when it has passed.

import { daysUntil, formatDay, formatDue } from "./format.ts";
import { Icon } from "./icon.tsx";
import { useKitWords } from "./words.ts";

export interface DueDayProps {
  /** YYYY-MM-DD; today in the organisation's time zone. */
  on: string;
  today: string;
  /** Why that day: "yearly", "condition". */
  reason?: string;
}

export function DueDay({ on, today, reason }: DueDayProps) {
  const words = useKitWords();
  if (daysUntil(on, today) >= 0) {
    return (
      <>
        {formatDay(on, today, words)} {reason !== undefined && <span className="quiet">{reason}</span>}
      </>
    );
  }
  return (
    <>
      <span className="late">
        <Icon name="clock-alert" /> {formatDue(on, today, words)}
      </span>{" "}
      <span className="quiet">{formatDay(on, today, words)}</span>
    </>
  );
}
