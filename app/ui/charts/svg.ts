// A drawing as a small tree that chart.tsx makes elements of, so that drawing stays pure and needs neither React nor raw HTML.
// Presentation attributes only, never class or style; a root has a viewBox and no width or height.

export interface SvgNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
}

export function svg(tag: string, attributes: SvgNode["attributes"], ...children: (SvgNode | string)[]): SvgNode {
  return { tag, attributes, children };
}

/** The root of a drawing of this size in user units. */
export function drawing(width: number, height: number, ...children: (SvgNode | string)[]): SvgNode {
  return svg("svg", { viewBox: `0 0 ${short(width)} ${short(height)}` }, ...children);
}

/** Two decimals at most: coordinates stay short and the same on every machine. */
export function short(n: number): number {
  return Math.round(n * 100) / 100;
}
