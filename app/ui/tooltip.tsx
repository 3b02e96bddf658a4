// Words that appear over a control on hover and focus. Never the only place a meaning stands: without script it is not there.

import * as RadixTooltip from "radix-ui/tooltip";
import type { ReactElement, ReactNode } from "react";
import { Hotkey } from "./hotkey.tsx";

export interface TooltipProps {
  text: ReactNode;
  hotkey?: string;
  /** One focusable element. */
  children: ReactElement;
}

export function Tooltip({ text, hotkey, children }: TooltipProps) {
  return (
    <RadixTooltip.Provider delayDuration={300}>
      <RadixTooltip.Root>
        <RadixTooltip.Trigger asChild>{children}</RadixTooltip.Trigger>
        <RadixTooltip.Portal>
          <RadixTooltip.Content className="tooltip" sideOffset={6}>
            {text}
            {hotkey !== undefined && <Hotkey letter={hotkey} />}
          </RadixTooltip.Content>
        </RadixTooltip.Portal>
      </RadixTooltip.Root>
    </RadixTooltip.Provider>
  );
}
