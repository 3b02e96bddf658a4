// The frame of pages before sign-in: sign in, first run, set a password, verify a document. One column, one task.

import type { ReactNode } from "react";
import { classes } from "./attributes.ts";
import { Brand } from "./mark.tsx";
import { useKitWords } from "./words.ts";

export interface SignInShellProps {
  title: ReactNode;
  /** One sentence below the title. */
  lead?: ReactNode;
  /** 640 px instead of 400, for set-up and verify. */
  wide?: boolean;
  /** Small links below the card. */
  foot?: ReactNode;
  children: ReactNode;
}

export function SignInShell({ title, lead, wide = false, foot, children }: SignInShellProps) {
  const words = useKitWords();
  return (
    <div className="door">
      <a className="skip" href="#main">
        {words.skipToMain}
      </a>
      <header className="door__bar">
        <Brand href="/" />
      </header>
      <main className={classes("door__main", wide && "door__main--wide")} id="main">
        <h1>{title}</h1>
        {lead !== undefined && <p className="door__lead">{lead}</p>}
        {children}
      </main>
      {foot !== undefined && <footer className={classes("door__foot", wide && "door__main--wide")}>{foot}</footer>}
    </div>
  );
}
