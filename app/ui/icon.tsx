// One symbol of public/icons.svg. Decoration by default: the word beside it carries the meaning.

import { classes } from "./attributes.ts";
import type { IconName } from "./icon-names.ts";

export interface IconProps {
  name: IconName;
  /** 20 px instead of 16. */
  large?: boolean;
  className?: string;
  /** Only where no word stands beside the icon. */
  label?: string;
}

export function Icon({ name, large = false, className, label }: IconProps) {
  const svgClass = classes("icon", large && "icon--lg", className);
  const symbol = <use href={`/icons.svg#i-${name}`} />;
  if (label !== undefined) {
    return (
      <svg className={svgClass} role="img" aria-label={label}>
        {symbol}
      </svg>
    );
  }
  return (
    <svg className={svgClass} aria-hidden="true">
      {symbol}
    </svg>
  );
}
