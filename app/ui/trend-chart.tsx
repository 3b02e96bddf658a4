// Scores over time, with the same numbers as a table beside it for those who cannot or will not read a line.

import { Chart } from "./chart.tsx";
import { pagePalette } from "./charts/palette.ts";
import { type TrendPoint, trend } from "./charts/trend.ts";
import { formatPoints } from "./format.ts";
import { Icon } from "./icon.tsx";
import { useKitWords } from "./words.ts";

export interface TrendChartProps {
  /** "Score by year". */
  label: string;
  points: readonly TrendPoint[];
}

export function TrendChart({ label, points }: TrendChartProps) {
  const words = useKitWords();
  const sentence = points.map((point) => `${point.label} ${formatPoints(point.scoreBps)}`).join(", ");
  return (
    <figure className="trend-box">
      <Chart className="trend" drawing={trend(pagePalette, points)} label={`${label}: ${sentence}`} />
      <details className="disclose">
        <summary>
          <Icon name="chevron-right" className="icon--turn" />
          {words.asTable}
        </summary>
        <table className="table table--plain compact">
          <caption className="sr">{label}</caption>
          <tbody>
            {points.map((point) => (
              <tr key={point.label}>
                <th scope="row">{point.label}</th>
                <td className="num">{formatPoints(point.scoreBps)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
