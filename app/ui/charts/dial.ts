// The dial of a score: an ink arc on a quiet track, never green or red. What a cap took away stays as a pale arc, the cap is a
// red tick. r = 15.9155, so the circumference is 100 and a percent is a dash length.

import type { Palette } from "./palette.ts";
import { type SvgNode, short, svg } from "./svg.ts";

export interface DialScore {
  /** Null draws the empty, dashed ring. */
  scoreBps: number | null;
  /** Drawn only where it is above the score. */
  uncappedBps?: number | null;
}

const radius = 15.9155;

/** `stroke` in user units of a 40 × 40 drawing around its centre; `text` writes the figure and a line below it (large dials). */
export function dial(palette: Palette, score: DialScore, stroke = 5, text?: { figure: string; below: string }): SvgNode {
  const { scoreBps, uncappedBps } = score;
  if (scoreBps === null) {
    return root(stroke / 2, [svg("circle", { r: radius, stroke: palette.lost, "stroke-dasharray": "4 4.333" })]);
  }
  const parts = [svg("circle", { r: radius, stroke: palette.track })];
  const isCapped = uncappedBps != null && uncappedBps > scoreBps;
  if (isCapped) parts.push(arc(uncappedBps, palette.lost));
  if (scoreBps > 0) parts.push(arc(scoreBps, palette.ink));
  if (isCapped) parts.push(tick(palette, scoreBps, stroke));
  if (text) {
    parts.push(svg("text", { y: 1.6, "font-size": 10, "font-weight": 600, "text-anchor": "middle", fill: palette.ink }, text.figure));
    parts.push(svg("text", { y: 6.6, "font-size": 4.3, "text-anchor": "middle", fill: palette.ink3 }, text.below));
  }
  return root(stroke, parts);
}

function root(stroke: number, children: SvgNode[]): SvgNode {
  return { tag: "svg", attributes: { viewBox: "-20 -20 40 40", fill: "none", "stroke-width": stroke }, children };
}

function arc(bps: number, colour: string): SvgNode {
  return svg("circle", { r: radius, stroke: colour, "stroke-dasharray": `${bps / 100} 100`, transform: "rotate(-90)" });
}

function tick(palette: Palette, bps: number, stroke: number): SvgNode {
  const angle = (bps / 10_000) * 2 * Math.PI - Math.PI / 2;
  const at = (distance: number) => `${short(distance * Math.cos(angle))} ${short(distance * Math.sin(angle))}`;
  const half = stroke / 2 + 0.8;
  return svg("path", {
    stroke: palette.danger,
    "stroke-width": stroke >= 5 ? 3 : 1.6,
    d: `M${at(radius - half)}L${at(radius + half)}`,
  });
}
