// A button or link that shows only an icon. Its label is hidden text, and the tooltip of the browser.

import { type Attributes, classes } from "./attributes.ts";
import { type ButtonTone, buttonClass } from "./button.tsx";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-names.ts";

interface IconOnly {
  icon: IconName;
  /** What it does and to what: "Remove protocol.pdf". */
  label: string;
  tone?: ButtonTone;
}

export type IconButtonProps = IconOnly & Omit<Attributes<"button">, "children" | "title">;
export type IconLinkProps = IconOnly & Omit<Attributes<"a">, "children" | "title"> & { href: string };

export function IconButton({ icon, label, tone = "ghost", className, type = "submit", ...rest }: IconButtonProps) {
  return (
    <button type={type} className={classes(buttonClass({ tone }), "btn--icon", className)} title={label} {...rest}>
      <Icon name={icon} />
      <span className="sr">{label}</span>
    </button>
  );
}

export function IconLink({ icon, label, tone = "ghost", className, ...rest }: IconLinkProps) {
  return (
    <a className={classes(buttonClass({ tone }), "btn--icon", className)} title={label} {...rest}>
      <Icon name={icon} />
      <span className="sr">{label}</span>
    </a>
  );
}
