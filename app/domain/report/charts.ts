// Charts and marks as SVG text, for the page and the paper alike: presentation attributes only, a viewBox and no size,
// colours from the caller's palette. Every chart has a table or words beside it; none carries meaning alone.
import type { ReportRiskBand } from "./report-facts.ts";

export interface ChartPalette {
  ink: string;
  track: string;
  /** Points above a cap, points lost. */
  lost: string;
  canvas: string;
  danger: string;
  warning: string;
  caution: string;
  ok: string;
  accent: string;
}

/** The light theme's tokens as hex, for paper. */
export const paperPalette: ChartPalette = {
  ink: "#0f172a",
  track: "#e2e8f0",
  lost: "#cbd5e1",
  canvas: "#ffffff",
  danger: "#e11d48",
  warning: "#ea580c",
  caution: "#cd7006",
  ok: "#059669",
  accent: "#4f46e5",
};

function svg(width: number, height: number, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${body}</svg>`;
}

/** Point of the dial at a percentage; 0 is twelve o'clock, clockwise. */
function onDial(percent: number, radius: number): string {
  const angle = (percent / 100) * 2 * Math.PI - Math.PI / 2;
  return `${(20 + radius * Math.cos(angle)).toFixed(3)} ${(20 + radius * Math.sin(angle)).toFixed(3)}`;
}

function arc(percent: number, colour: string): string {
  if (percent <= 0) return "";
  const radius = 15.9155;
  if (percent >= 100) return `<circle cx="20" cy="20" r="${radius}" fill="none" stroke="${colour}" stroke-width="4"/>`;
  const large = percent > 50 ? 1 : 0;
  return `<path d="M${onDial(0, radius)}A${radius} ${radius} 0 ${large} 1 ${onDial(percent, radius)}" fill="none" stroke="${colour}" stroke-width="4"/>`;
}

/** Score as a ring; what a cap took away stays visible in grey behind a mark at the cap. */
export function scoreDial(score: { scoreBps: number | null; uncappedBps: number | null }, palette: ChartPalette): string {
  const shown = (score.scoreBps ?? 0) / 100;
  const uncapped = (score.uncappedBps ?? 0) / 100;
  const cap =
    uncapped > shown
      ? `<path d="M${onDial(shown, 13)}L${onDial(shown, 18.6)}" fill="none" stroke="${palette.danger}" stroke-width="1.6"/>`
      : "";
  return svg(40, 40, `${arc(100, palette.track)}${arc(uncapped, palette.lost)}${arc(shown, palette.ink)}${cap}`);
}

/** Points of a section against what it could give; `scale` is the largest section's share. */
export function sectionBar(pointsBps: number, ofBps: number, scaleBps: number, palette: ChartPalette): string {
  const width = (bps: number) => ((90 * bps) / Math.max(1, scaleBps)).toFixed(2);
  return svg(
    90,
    6,
    `<rect width="90" height="6" fill="${palette.canvas}"/><rect width="${width(ofBps)}" height="6" fill="${palette.lost}"/><rect width="${width(pointsBps)}" height="6" fill="${palette.ink}"/>`,
  );
}

const shapes: Record<ReportRiskBand, (palette: ChartPalette) => string> = {
  critical: (p) =>
    `<path fill="${p.danger}" d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2z"/><path fill="none" stroke="${p.canvas}" stroke-width="1.8" stroke-linecap="round" d="M8 4.5v4M8 11.4v.1"/>`,
  high: (p) =>
    `<path fill="${p.warning}" stroke="${p.warning}" stroke-width="1.4" stroke-linejoin="round" d="M8 1.8 15 14H1z"/><path fill="none" stroke="${p.canvas}" stroke-width="1.7" stroke-linecap="round" d="M8 6.2v3.4M8 12v.1"/>`,
  medium: (p) =>
    `<path fill="${p.caution}" d="M8 1.2 14.8 8 8 14.8 1.2 8z"/><path fill="none" stroke="${p.canvas}" stroke-width="1.8" stroke-linecap="round" d="M5.8 8h4.4"/>`,
  low: (p) => `<circle cx="8" cy="8" r="6" fill="${p.ok}"/>`,
};

/** The shape of a risk level: octagon, triangle, diamond, disc; told apart without colour. */
export function riskShape(band: ReportRiskBand, palette: ChartPalette): string {
  return svg(16, 16, shapes[band](palette));
}

/** The product's mark. */
export function brandMark(palette: ChartPalette): string {
  return svg(
    24,
    24,
    `<rect width="24" height="24" rx="6" fill="${palette.accent}"/><path fill="none" stroke="#ffffff" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" d="m7 6 5 7.4L17 6"/><path fill="none" stroke="#ffffff" stroke-width="1.3" d="M7 16.9h10M7 19.3h10"/>`,
  );
}

export type OutcomeSign = "yes" | "no" | "wait";

/** Line icon beside a decision: a tick, a cross or a pause in a ring. */
export function outcomeSign(sign: OutcomeSign, palette: ChartPalette): string {
  const inside: Record<OutcomeSign, [colour: string, path: string]> = {
    yes: [palette.ok, "m8 12 3 3 5.5-6"],
    no: [palette.danger, "m9 9 6 6M15 9l-6 6"],
    wait: [palette.caution, "M10 9v6M14 9v6"],
  };
  const [colour, path] = inside[sign];
  return svg(
    24,
    24,
    `<circle cx="12" cy="12" r="10" fill="none" stroke="${colour}" stroke-width="2"/><path fill="none" stroke="${colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" d="${path}"/>`,
  );
}

/** Tick, cross or question mark for yes, no and unknown. */
export function stateSign(state: "yes" | "no" | "unknown", palette: ChartPalette): string {
  const inside: Record<typeof state, string> = {
    yes: `<path fill="none" stroke="${palette.ok}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" d="m3 8.5 3.2 3.2L13 4.8"/>`,
    no: `<path fill="none" stroke="${palette.danger}" stroke-width="2" stroke-linecap="round" d="m4 4 8 8M12 4l-8 8"/>`,
    unknown: `<path fill="none" stroke="${palette.caution}" stroke-width="2" stroke-linecap="round" d="M4 8h8"/>`,
  };
  return svg(16, 16, inside[state]);
}
