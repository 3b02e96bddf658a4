// Puts a drawing of app/ui/charts on the page. With a label it is an image that says what it shows, else decoration
// beside a number.

import { createElement, type ReactElement } from "react";
import type { SvgNode } from "./charts/svg.ts";

export interface ChartProps {
  drawing: SvgNode;
  className?: string;
  label?: string;
}

export function Chart({ drawing, className, label }: ChartProps) {
  const { tag: _, attributes, children } = drawing;
  const shown = children.map(toElement);
  const { viewBox, preserveAspectRatio } = attributes as { viewBox?: string; preserveAspectRatio?: string };
  if (label === undefined) {
    return (
      <svg className={className} viewBox={viewBox} preserveAspectRatio={preserveAspectRatio} aria-hidden="true">
        {shown}
      </svg>
    );
  }
  return (
    <svg className={className} viewBox={viewBox} preserveAspectRatio={preserveAspectRatio} role="img" aria-label={label}>
      {shown}
    </svg>
  );
}

function toElement(node: SvgNode | string, index: number): ReactElement | string {
  if (typeof node === "string") return node;
  const props: Record<string, string | number> = { key: index };
  for (const name in node.attributes) props[propName[name] ?? name] = node.attributes[name] ?? "";
  return createElement(node.tag, props, ...node.children.map(toElement));
}

const propName: Record<string, string> = {
  "stroke-width": "strokeWidth",
  "stroke-dasharray": "strokeDasharray",
  "stroke-linejoin": "strokeLinejoin",
  "stroke-linecap": "strokeLinecap",
  "font-size": "fontSize",
  "font-weight": "fontWeight",
  "text-anchor": "textAnchor",
};
