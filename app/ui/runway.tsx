// Days left as a line of ninety, in a table of what expires; the number of days stands beside it.

import { Chart } from "./chart.tsx";
import { runway, runwayScale } from "./charts/bars.ts";
import { pagePalette } from "./charts/palette.ts";
import { useKitWords } from "./words.ts";

export function Runway({ daysLeft }: { daysLeft: number }) {
  return <Chart className="runway" drawing={runway(pagePalette, daysLeft)} />;
}

/** The head of the column. */
export function RunwayScale() {
  const words = useKitWords();
  return (
    <>
      <span className="sr">{words.daysFromToday}</span>
      <Chart className="runway" drawing={runwayScale(pagePalette, { today: words.today, days: words.ninetyDays })} />
    </>
  );
}
