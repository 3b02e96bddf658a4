// Bars beside a number: points won of points possible, risk levels as shares, days left of ninety.

import type { Palette } from "./palette.ts";
import { drawing, type SvgNode, short, svg } from "./svg.ts";

/** Points won (ink) of those possible (pale), both on the scale of the longest bar of the table. */
export function pointsBar(palette: Palette, { points, of, longest }: { points: number; of: number; longest: number }): SvgNode {
  const widthOf = (n: number) => (longest > 0 ? short((Math.max(0, n) / longest) * 90) : 0);
  const bar = (n: number, fill: string) => svg("rect", { width: widthOf(n), height: 6, rx: 1, fill });
  return drawing(90, 6, bar(of, palette.lost), bar(Math.min(points, of), palette.ink));
}

/** How many of each risk level, worst first, as parts of one thin bar. */
export function riskMix(palette: Palette, counts: Readonly<Record<"critical" | "high" | "medium" | "low", number>>): SvgNode {
  const parts = [
    [counts.critical, palette.danger],
    [counts.high, palette.high],
    [counts.medium, palette.warn],
    [counts.low, palette.ok],
  ] as const;
  const sum = parts.reduce((total, [count]) => total + count, 0);
  const gap = 0.8;
  let x = 0;
  const rects: SvgNode[] = [];
  for (const [count, fill] of parts) {
    if (count === 0) continue;
    const width = (count / sum) * 100;
    rects.push(svg("rect", { x: short(x), width: short(Math.max(0.8, width - gap)), height: 4, fill }));
    x += width;
  }
  if (sum === 0) rects.push(svg("rect", { width: 100, height: 4, fill: palette.track }));
  const root = drawing(100, 4, ...rects);
  return { ...root, attributes: { ...root.attributes, preserveAspectRatio: "none" } };
}

/** Days left on a line of ninety; red within fourteen days and when past. */
export function runway(palette: Palette, daysLeft: number): SvgNode {
  const xOf = (days: number) => short(4 + (Math.min(90, Math.max(0, days)) / 90) * 292);
  const x = xOf(daysLeft);
  return drawing(
    300,
    16,
    svg("path", { d: "M4 8H296", stroke: palette.line, "stroke-width": 2 }),
    svg("path", { d: `M${xOf(30)} 3v10`, stroke: palette.line2 }),
    svg("path", { d: `M${xOf(60)} 3v10`, stroke: palette.line2 }),
    svg("path", { d: `M4 8H${x}`, stroke: palette.ink2, "stroke-width": 2 }),
    svg("circle", { cx: x, cy: 8, r: 4, fill: daysLeft <= 14 ? palette.danger : palette.ink }),
  );
}

/** The words above a column of runways. */
export function runwayScale(palette: Palette, words: { today: string; days: string }): SvgNode {
  const text = (x: number, anchor: string, content: string) =>
    svg("text", { x, y: 12, "font-size": 11, "text-anchor": anchor, fill: palette.ink3 }, content);
  return drawing(
    300,
    16,
    text(0, "start", words.today),
    text(101.3, "middle", "30"),
    text(198.7, "middle", "60"),
    text(300, "end", words.days),
  );
}
