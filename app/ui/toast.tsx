// A short word that something is done, read out politely. In the flow of the page after a redirect; script may put it into
// <div className="toasts">, which floats.

import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

export interface ToastProps {
  tone?: "ok" | "danger";
  children: ReactNode;
  /** One link or button at the end: Undo, Copy link. */
  action?: ReactNode;
}

export function Toast({ tone = "ok", children, action }: ToastProps) {
  return (
    <div className={tone === "danger" ? "toast toast--danger" : "toast"} role="status">
      <Icon name={tone === "danger" ? "circle-alert" : "circle-check"} />
      <div>{children}</div>
      {action !== undefined && <span className="push">{action}</span>}
    </div>
  );
}
