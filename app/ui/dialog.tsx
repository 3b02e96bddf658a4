// Asks before what cannot be undone. The trigger is a link to a page that asks the same, so nothing is lost without script;
// with it, the question opens here. Children are the form with its buttons in <DialogActions>.

import * as RadixDialog from "radix-ui/dialog";
import { type ReactNode, useState } from "react";
import type { ButtonTone } from "./button.tsx";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-names.ts";
import { LinkButton } from "./link-button.tsx";
import { useKitWords } from "./words.ts";

export interface DialogProps {
  trigger: { href: string; label: string; tone?: ButtonTone; icon?: IconName };
  title: string;
  description: ReactNode;
  children: ReactNode;
}

export function Dialog({ trigger, title, description, children }: DialogProps) {
  const [isOpen, setOpen] = useState(false);
  const words = useKitWords();
  return (
    <RadixDialog.Root open={isOpen} onOpenChange={setOpen}>
      <LinkButton
        href={trigger.href}
        tone={trigger.tone}
        icon={trigger.icon}
        aria-haspopup={isOpen ? "dialog" : undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {trigger.label}
      </LinkButton>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="veil" />
        <RadixDialog.Content className="dialog dialog--float">
          <RadixDialog.Title asChild>
            <h2>{title}</h2>
          </RadixDialog.Title>
          <RadixDialog.Description asChild>
            <div className="muted">{description}</div>
          </RadixDialog.Description>
          {children}
          <RadixDialog.Close className="btn btn--ghost btn--icon dialog__close" type="button" aria-label={words.close}>
            <Icon name="x" />
          </RadixDialog.Close>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

/** The buttons of a dialog: the way out, then what happens. */
export function DialogActions({ cancel, children }: { cancel: string; children: ReactNode }) {
  return (
    <div className="dialog__foot">
      <RadixDialog.Close className="btn" type="button">
        {cancel}
      </RadixDialog.Close>
      {children}
    </div>
  );
}
