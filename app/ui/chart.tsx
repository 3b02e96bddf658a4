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
  const props = toProps(drawing);
  const children = drawing.children.map(toElement);
  if (label === undefined) {
    return (
      <svg className={className} {...props} aria-hidden="true">
        {children}
      </svg>
    );
  }
  return (
    <svg className={className} {...props} role="img" aria-label={label}>
      {children}
    </svg>
  );
}

function toElement(node: SvgNode | string, index: number): ReactElement | string {
  if (typeof node === "string") return node;
  const props = toProps(node);
  props.key = index;
  return createElement(node.tag, props, ...node.children.map(toElement));
}

function toProps({ attributes }: SvgNode): Record<string, string | number> {
  const props: Record<string, string | number> = {};
  for (const name in attributes) props[propName[name] ?? name] = attributes[name] ?? "";
  return props;
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
