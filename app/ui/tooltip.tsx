// Words below a control while it is pointed at or focused, mostly with the key that does the same. By style alone: it needs no
// script, and nothing is said only here.

import type { ReactNode } from "react";
import { Hotkey } from "./hotkey.tsx";

export interface TooltipProps {
  text: ReactNode;
  hotkey?: string;
  /** One control with a name of its own. */
  children: ReactNode;
}

export function Tooltip({ text, hotkey, children }: TooltipProps) {
  return (
    <span className="tip">
      {children}
      <span className="tooltip" aria-hidden="true">
        {text}
        {hotkey !== undefined && <Hotkey letter={hotkey} />}
      </span>
    </span>
  );
}
