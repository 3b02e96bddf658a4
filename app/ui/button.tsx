// A button says what happens when it is pressed. One primary per screen, everything else is quiet.

import type { ReactNode } from "react";
import { type Attributes, classes } from "./attributes.ts";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-names.ts";

export type ButtonTone = "primary" | "plain" | "ghost" | "danger";

export interface ButtonLook {
  tone?: ButtonTone;
  /** 44 px high, for the vendor's primary step. */
  large?: boolean;
  icon?: IconName;
  iconAfter?: IconName;
  children: ReactNode;
}

export type ButtonProps = ButtonLook & Attributes<"button"> & { /** Shows that the work is under way. */ isBusy?: boolean };

/** A native button; `type` is "submit" unless told otherwise. */
export function Button({ tone, large, icon, iconAfter, isBusy = false, className, children, type = "submit", ...rest }: ButtonProps) {
  return (
    <button type={type} className={classes(buttonClass({ tone, large }), className)} aria-busy={isBusy || undefined} {...rest}>
      {isBusy ? <Icon name="loader-circle" /> : icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </button>
  );
}

export function buttonClass({ tone = "plain", large = false }: Pick<ButtonLook, "tone" | "large">): string {
  return `btn${tone === "plain" ? "" : ` btn--${tone}`}${large ? " btn--lg" : ""}`;
}
