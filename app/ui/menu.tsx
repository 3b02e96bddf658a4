// Further actions behind one button. A <details>: opens without script; with it, Escape and a click elsewhere close it.
// Children are links and form buttons; <hr /> parts them; class "danger" marks what cannot be undone.

import { type ReactNode, useEffect, useRef } from "react";
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
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const details = box.current;
      if (!details?.open) return;
      const isEscape = event instanceof KeyboardEvent && event.key === "Escape";
      const isElsewhere = event.type === "pointerdown" && !details.contains(event.target as Node);
      if (!isEscape && !isElsewhere) return;
      details.open = false;
      if (isEscape) details.querySelector("summary")?.focus();
    };
    document.addEventListener("keydown", close);
    document.addEventListener("pointerdown", close);
    return () => {
      document.removeEventListener("keydown", close);
      document.removeEventListener("pointerdown", close);
    };
  }, []);
  return (
    <details className="menu-box" ref={box}>
      <summary className={classes(buttonClass({ tone }), iconOnly && "btn--icon")} title={iconOnly ? label : undefined}>
        {icon && <Icon name={icon} />}
        <span className={iconOnly ? "sr" : undefined}>{label}</span>
        {!iconOnly && <Icon name="chevron-down" />}
      </summary>
      <div className={classes("menu", align === "end" && "menu--end")}>{children}</div>
    </details>
  );
}
