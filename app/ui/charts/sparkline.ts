// A line without axes for a table cell; the newest value stands as a number beside it.

import type { Palette } from "./palette.ts";
import { drawing, type SvgNode, short, svg } from "./svg.ts";

/** Values oldest first, 0…10000. Fewer than two draw only the dot. */
export function sparkline(palette: Palette, values: readonly number[]): SvgNode {
  const [width, height, edge] = [64, 16, 3];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const xOf = (index: number) => short(values.length < 2 ? width - edge : edge + (index * (width - 2 * edge)) / (values.length - 1));
  const yOf = (value: number) => short(high === low ? height / 2 : edge + ((high - value) / (high - low)) * (height - 2 * edge));
  const last = values.length - 1;
  return drawing(
    width,
    height,
    values.length > 1
      ? svg("polyline", {
          points: values.map((value, index) => `${xOf(index)},${yOf(value)}`).join(" "),
          fill: "none",
          stroke: palette.ink2,
          "stroke-width": 1.5,
          "stroke-linejoin": "round",
        })
      : undefined,
    values.length > 0 ? svg("circle", { cx: xOf(last), cy: yOf(values[last] ?? 0), r: 2.5, fill: palette.ink }) : undefined,
  );
}
