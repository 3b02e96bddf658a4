// The way a number went, beside the number. Decoration: the numbers stand in the page.

import { Chart } from "./chart.tsx";
import { pagePalette } from "./charts/palette.ts";
import { sparkline } from "./charts/sparkline.ts";

/** Values oldest first, in basis points. */
export function Sparkline({ values }: { values: readonly number[] }) {
  return <Chart className="spark" drawing={sparkline(pagePalette, values)} />;
}
