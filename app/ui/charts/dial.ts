// The dial of a score: an ink arc on a quiet track, never green or red. What a cap took away stays as a pale arc, the cap is a
// red tick. r = 15.9155, so the circumference is 100 and a percent is a dash length.

import type { Palette } from "./palette.ts";
import { drawing, short, svg } from "./svg.ts";

export interface DialScore {
  /** Null draws the empty, dashed ring. */
  scoreBps: number | null;
  /** Drawn only where it is above the score. */
  uncappedBps?: number | null;
}

const radius = 15.9155;

/** `stroke` in user units of a 40 × 40 drawing; `text` writes the figure and a line below it (large dials). */
export function dial(palette: Palette, score: DialScore, stroke = 5, text?: { figure: string; below: string }) {
  const ring = (attributes: Record<string, string | number>) =>
    svg("circle", { cx: 20, cy: 20, r: radius, fill: "none", "stroke-width": stroke, ...attributes });
  const arc = (bps: number, colour: string) =>
    ring({ stroke: colour, "stroke-dasharray": `${short(bps / 100)} 100`, transform: "rotate(-90 20 20)" });
  if (score.scoreBps === null) {
    return drawing(40, 40, ring({ stroke: palette.lost, "stroke-width": stroke / 2, "stroke-dasharray": "4 4.333" }));
  }
  const isCapped = score.uncappedBps != null && score.uncappedBps > score.scoreBps;
  return drawing(
    40,
    40,
    ring({ stroke: palette.track }),
    isCapped ? arc(score.uncappedBps ?? 0, palette.lost) : undefined,
    score.scoreBps > 0 ? arc(score.scoreBps, palette.ink) : undefined,
    isCapped ? tick(palette, score.scoreBps, stroke) : undefined,
    text && svg("text", { x: 20, y: 21.6, "font-size": 10, "font-weight": 600, "text-anchor": "middle", fill: palette.ink }, text.figure),
    text && svg("text", { x: 20, y: 26.6, "font-size": 4.3, "text-anchor": "middle", fill: palette.ink3 }, text.below),
  );
}

function tick(palette: Palette, bps: number, stroke: number) {
  const angle = (bps / 10_000) * 2 * Math.PI - Math.PI / 2;
  const at = (distance: number) => `${short(20 + distance * Math.cos(angle))} ${short(20 + distance * Math.sin(angle))}`;
  const half = stroke / 2 + 0.8;
  return svg("path", {
    fill: "none",
    stroke: palette.danger,
    "stroke-width": stroke >= 5 ? 3 : 1.6,
    d: `M${at(radius - half)}L${at(radius + half)}`,
  });
}
