// The colours a drawing may use. Drawings take them as an argument and name none; on the page they are variables and follow the theme.

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
