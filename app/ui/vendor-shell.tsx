// The frame of every page a vendor sees: who asks, until when, where to get help. A letter, not an app: 16 px, one column,
// no rail, and nothing in it needs script. Wrap <body> in class "vendor" is not needed: the frame brings it.

import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { Brand } from "./mark.tsx";
import { useKitWords } from "./words.ts";

export interface VendorShellProps {
  /** The company that asks. */
  asker: string;
  /** The day answers are due, in words. */
  due?: ReactNode;
  /** Person and address to turn to. */
  help?: { name: string; email: string };
  /** The way to the same page in another language. */
  language?: ReactNode;
  /** The thin bar below the head: a link back, how far, and what was saved. */
  progress?: { label: string; value: number; max: number; note: ReactNode; back?: { href: string; label: string }; saved?: ReactNode };
  children: ReactNode;
}

export function VendorShell({ asker, due, help, language, progress, children }: VendorShellProps) {
  const words = useKitWords();
  return (
    <div className="vendor">
      <a className="skip" href="#main">
        {words.skipToMain}
      </a>
      <header className="vbar">
        <div className="vbar__in">
          <p className="vbar__who">
            <span className="vbar__mark" aria-hidden="true">
              {initials(asker)}
            </span>
            {asker}
          </p>
          {due !== undefined && (
            <span className="muted">
              {words.due} <b className="nowrap">{due}</b>
            </span>
          )}
          {help && <a href="#help">{words.help}</a>}
          {language}
        </div>
      </header>
      {progress && (
        <section className="vprog" aria-label={progress.label}>
          <div className="vprog__in">
            {progress.back && (
              <a className="crumb" href={progress.back.href}>
                <Icon name="chevron-left" /> {progress.back.label}
              </a>
            )}
            <span className="muted push">{progress.note}</span>
            {progress.saved}
          </div>
          <progress max={progress.max} value={progress.value} aria-label={progress.label} />
        </section>
      )}
      <main className="vmain" id="main">
        {children}
      </main>
      <footer className="vfoot" id="help">
        <div className="vbar__in">
          {help && (
            <p className="vbar__who vfoot__help">
              <span>
                <b>{words.help}</b> {help.name}, <a href={`mailto:${help.email}`}>{help.email}</a>
              </span>
            </p>
          )}
          <Brand />
        </div>
      </footer>
    </div>
  );
}

/** Up to two letters that stand for a company: "Lantern & Larch" gives LL. */
function initials(name: string): string {
  const letters = name.split(/\s+/).flatMap((word) => word.match(/^\p{L}|^\p{N}/u)?.[0] ?? []);
  return letters.slice(0, 2).join("").toUpperCase();
}
