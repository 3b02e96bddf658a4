// Scores over time as a line with the grades' limits behind it. Needs a table beside it: nobody has to read values off a line.

import type { Palette } from "./palette.ts";
import { drawing, type SvgNode, short, svg } from "./svg.ts";

export interface TrendPoint {
  /** Below the point: a year, or a day. */
  label: string;
  scoreBps: number;
  /** Above the score when a knock-out took something: drawn as a hollow point with a dotted drop. */
  uncappedBps?: number | null;
}

const width = 230;
const height = 88;
const plot = { left: 14, right: 198, top: 6, bottom: 68 };
const limits = [
  ["A", 90],
  ["B", 80],
  ["C", 70],
  ["D", 60],
] as const;

/** At most the newest eight points, oldest first. */
export function trend(palette: Palette, all: readonly TrendPoint[]): SvgNode {
  const points = all.slice(-8);
  const lowest = Math.min(60, ...points.map((point) => point.scoreBps / 100));
  const floor = Math.max(0, Math.floor(lowest / 10) * 10 - 5);
  const yOf = (bps: number) => short(plot.top + ((100 - bps / 100) / (100 - floor)) * (plot.bottom - plot.top));
  const step = points.length > 1 ? (plot.right - plot.left) / (points.length - 1) : 0;
  const xOf = (index: number) => short(points.length > 1 ? plot.left + index * step : plot.right);
  const isTight = yOf(8000) - yOf(9000) < 9;
  const nodes: SvgNode[] = [];
  for (const [grade, from] of limits) {
    if (isTight && (grade === "A" || grade === "C")) continue;
    const y = yOf(from * 100);
    nodes.push(svg("path", { d: `M0 ${y}H210`, stroke: palette.line }));
    nodes.push(svg("text", { x: 216, y: short(y + 3), "font-size": 9, fill: palette.ink3 }, grade));
  }
  if (points.length > 1) {
    const line = points.map((point, index) => `${xOf(index)},${yOf(point.scoreBps)}`).join(" ");
    nodes.push(svg("polyline", { points: line, fill: "none", stroke: palette.ink2, "stroke-width": 1.5, "stroke-linejoin": "round" }));
  }
  points.forEach((point, index) => {
    const [x, y] = [xOf(index), yOf(point.scoreBps)];
    if (point.uncappedBps != null && point.uncappedBps > point.scoreBps) {
      const above = yOf(point.uncappedBps);
      nodes.push(svg("path", { d: `M${x} ${above}V${y}`, stroke: palette.lost, "stroke-width": 1.5, "stroke-dasharray": "2 2" }));
      nodes.push(svg("circle", { cx: x, cy: above, r: 2.5, fill: palette.canvas, stroke: palette.ink3, "stroke-width": 1.5 }));
    }
    const isNewest = index === points.length - 1;
    nodes.push(svg("circle", { cx: x, cy: y, r: isNewest ? 3.5 : 2, fill: isNewest ? palette.ink : palette.ink2 }));
    if (points.length <= 6 || isNewest || (points.length - 1 - index) % 2 === 0) {
      nodes.push(svg("text", { x, y: 84, "font-size": 10, "text-anchor": "middle", fill: palette.ink3 }, point.label));
    }
  });
  return drawing(width, height, ...nodes);
}
