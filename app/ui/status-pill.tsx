// A state as icon and word. Colour only on the icon, except where somebody must act.
// Tone, icon and word come from the tables in statuses.ts, so that one state looks the same everywhere.

import type { ReactNode } from "react";
import { classes } from "./attributes.ts";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-names.ts";

export type StatusTone = "plain" | "ok" | "info" | "accent" | "warn" | "danger";

/** How one state looks. */
export interface StatusLook {
  tone: StatusTone;
  icon: IconName;
}

export interface StatusPillProps extends StatusLook {
  /** Without frame, for tables. */
  bare?: boolean;
  children: ReactNode;
}

export function StatusPill({ tone, icon, bare = false, children }: StatusPillProps) {
  return (
    <span className={classes("pill", tone !== "plain" && `pill--${tone}`, bare && "pill--bare")}>
      <Icon name={icon} />
      {children}
    </span>
  );
}
