// The colours a drawing may use. On the page they are variables and follow the theme; on paper they are the light values
// of tokens.css, written out because a PDF knows no variables. A test holds the two together.

export interface Palette {
  readonly canvas: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly track: string;
  readonly lost: string;
  readonly line: string;
  readonly line2: string;
  readonly danger: string;
  readonly high: string;
  readonly warn: string;
  readonly ok: string;
}

export const pagePalette: Palette = {
  canvas: "var(--canvas)",
  ink: "var(--ink)",
  ink2: "var(--ink-2)",
  ink3: "var(--ink-3)",
  track: "var(--track)",
  lost: "var(--lost)",
  line: "var(--line)",
  line2: "var(--line-2)",
  danger: "var(--danger-solid)",
  high: "var(--high-solid)",
  warn: "var(--warn-solid)",
  ok: "var(--ok-solid)",
};

export const paperPalette: Palette = {
  canvas: "#ffffff",
  ink: "#0f172a",
  ink2: "#475569",
  ink3: "#5b6980",
  track: "#e2e8f0",
  lost: "#cbd5e1",
  line: "#e2e8f0",
  line2: "#cbd5e1",
  danger: "#e11d48",
  high: "#ea580c",
  warn: "#cd7006",
  ok: "#059669",
};
