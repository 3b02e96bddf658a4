// A line without axes for a table cell; the newest value stands as a number beside it.

import type { Palette } from "./palette.ts";
import { drawing, type SvgNode, short, svg } from "./svg.ts";

/** Values oldest first, 0…10000. Fewer than two draw only the dot. */
export function sparkline(palette: Palette, values: readonly number[]): SvgNode {
  const [width, height, edge] = [64, 16, 3];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const xOf = (index: number) => short(values.length < 2 ? width - edge : edge + (index * (width - 2 * edge)) / (values.length - 1));
  const yOf = (value: number) => short(high === low ? height / 2 : edge + ((high - value) / (high - low)) * (height - 2 * edge));
  const parts: SvgNode[] = [];
  if (values.length > 1) {
    const points = values.map((value, index) => `${xOf(index)},${yOf(value)}`).join(" ");
    parts.push(svg("polyline", { points, fill: "none", stroke: palette.ink2, "stroke-width": 1.5, "stroke-linejoin": "round" }));
  }
  const newest = values.at(-1);
  if (newest !== undefined) parts.push(svg("circle", { cx: xOf(values.length - 1), cy: yOf(newest), r: 2.5, fill: palette.ink }));
  return drawing(width, height, ...parts);
}
