// Asks before what cannot be undone. A popover of the browser: its button opens it, Escape and a click elsewhere close it, all
// without script. Where popovers are unknown the question stands open in the page. Children are the form and its <DialogActions>.

import type { ReactNode } from "react";
import { type ButtonTone, buttonClass } from "./button.tsx";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-names.ts";
import { useKitWords } from "./words.ts";

export interface DialogProps {
  /** Names the dialog in the page; once per page. */
  id: string;
  trigger: { label: string; tone?: ButtonTone; icon?: IconName; large?: boolean };
  title: string;
  description?: ReactNode;
  children: ReactNode;
}

export function Dialog({ id, trigger, title, description, children }: DialogProps) {
  const words = useKitWords();
  return (
    <>
      <button type="button" className={buttonClass(trigger)} aria-haspopup="dialog" {...{ popovertarget: id }}>
        {trigger.icon && <Icon name={trigger.icon} />}
        {trigger.label}
      </button>
      <div
        className="dialog dialog--float"
        id={id}
        role="dialog"
        aria-labelledby={`${id}-title`}
        aria-describedby={description === undefined ? undefined : `${id}-text`}
        tabIndex={-1}
        {...{ popover: "auto" }}
      >
        <h2 id={`${id}-title`}>{title}</h2>
        {description !== undefined && (
          <div className="muted" id={`${id}-text`}>
            {description}
          </div>
        )}
        {children}
        <button type="button" className="btn btn--ghost btn--icon dialog__close" {...closes(id)}>
          <Icon name="x" />
          <span className="sr">{words.close}</span>
        </button>
      </div>
    </>
  );
}

/** The buttons of a dialog: the way out, then what happens. */
export function DialogActions({ dialogId, cancel, children }: { dialogId: string; cancel: string; children: ReactNode }) {
  return (
    <div className="dialog__foot">
      <button type="button" className="btn" {...closes(dialogId)}>
        {cancel}
      </button>
      {children}
    </div>
  );
}

function closes(id: string) {
  return { popovertarget: id, popovertargetaction: "hide" };
}
