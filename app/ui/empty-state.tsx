// Teaches the next step where nothing is yet; never just "No data".

import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-names.ts";

export interface EmptyStateProps {
  icon: IconName;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  level?: 2 | 3;
}

export function EmptyState({ icon, title, children, actions, level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="empty">
      <Icon name={icon} large />
      <Heading>{title}</Heading>
      {children !== undefined && <div>{children}</div>}
      {actions !== undefined && <div className="row">{actions}</div>}
    </div>
  );
}
