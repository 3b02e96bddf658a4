// Says what happened and what to do. Danger only when somebody must act.

import type { ReactNode } from "react";
import { type Attributes, classes } from "./attributes.ts";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-names.ts";

export type CalloutTone = "plain" | "info" | "ok" | "warn" | "danger";

const icons: Record<CalloutTone, IconName> = {
  plain: "info",
  info: "info",
  ok: "circle-check",
  warn: "triangle-alert",
  danger: "octagon-alert",
};

export type CalloutProps = Omit<Attributes<"div">, "title"> & {
  tone?: CalloutTone;
  title?: ReactNode;
  icon?: IconName;
  level?: 2 | 3 | 4;
};

export function Callout({ tone = "plain", title, icon = icons[tone], level = 3, className, children, ...rest }: CalloutProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={classes("callout", tone !== "plain" && `callout--${tone}`, className)} {...rest}>
      <Icon name={icon} />
      {title !== undefined && <Heading>{title}</Heading>}
      {children !== undefined && <div>{children}</div>}
    </div>
  );
}
