// A drawing as a small tree, so that one function serves the page (chart.tsx makes elements of it) and the PDF (svgText).
// Presentation attributes only, never class or style; a root has a viewBox and no width or height.

export interface SvgNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
}

type Attributes = Record<string, string | number | undefined>;

/** One element; attributes that are undefined are left out. */
export function svg(tag: string, attributes: Attributes, ...children: (SvgNode | string | undefined)[]): SvgNode {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) kept[name] = value;
  return { tag, attributes: kept, children: children.filter((child) => child !== undefined) };
}

/** The root of a drawing of this size in user units. */
export function drawing(width: number, height: number, ...children: (SvgNode | string | undefined)[]): SvgNode {
  return svg("svg", { viewBox: `0 0 ${short(width)} ${short(height)}` }, ...children);
}

/** Markup of a drawing, for the PDF. */
export function svgText(node: SvgNode): string {
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  const namespace = node.tag === "svg" ? ' xmlns="http://www.w3.org/2000/svg"' : "";
  const children = node.children.map((child) => (typeof child === "string" ? escaped(child) : svgText(child)));
  return `<${node.tag}${namespace}${attributes.join("")}>${children.join("")}</${node.tag}>`;
}

/** Two decimals at most: coordinates stay short and the same on every machine. */
export function short(n: number): number {
  return Math.round(n * 100) / 100;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
