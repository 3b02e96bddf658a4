// Further actions behind one button. A <details>, so it needs no script; menus of one page share a name, so that opening one closes
// the other. Children are links and form buttons; <hr /> parts them; class "danger" marks what cannot be undone.

import type { ReactNode } from "react";
import { classes } from "./attributes.ts";
import { type ButtonTone, buttonClass } from "./button.tsx";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-names.ts";

export interface MenuProps {
  label: string;
  icon?: IconName;
  /** Shows only the icon; the label is hidden text. */
  iconOnly?: boolean;
  tone?: ButtonTone;
  /** Which edge of the button the list keeps to. */
  align?: "start" | "end";
  children: ReactNode;
}

export function Menu({ label, icon, iconOnly = false, tone = "plain", align = "end", children }: MenuProps) {
  return (
    <details className="menu-box" {...{ name: "menu" }}>
      <summary className={classes(buttonClass({ tone }), iconOnly && "btn--icon")} title={iconOnly ? label : undefined}>
        {icon && <Icon name={icon} />}
        <span className={iconOnly ? "sr" : undefined}>{label}</span>
        {!iconOnly && <Icon name="chevron-down" />}
      </summary>
      <div className={classes("menu", align === "end" && "menu--end")}>{children}</div>
    </details>
  );
}
