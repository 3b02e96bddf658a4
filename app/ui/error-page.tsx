// What people see when a page cannot be shown: what happened, what to do, and the id under which the log has the rest.
import { SignInShell } from "./sign-in-shell.tsx";

interface ErrorWords {
  title: string;
  detail: string;
}

const words: Record<number, ErrorWords> = {
  403: { title: "You may not see this", detail: "Your roles do not include it. An administrator can change them under Settings, People." },
  404: { title: "There is nothing here", detail: "The address is wrong, or what it named is not yours to see." },
  409: { title: "This has moved on", detail: "Somebody else may have been faster. Go back, reload, and look at its present state." },
  413: { title: "This is too large", detail: "Make it smaller and try again." },
  415: { title: "This kind of file is not accepted", detail: "The form names the kinds it takes." },
  429: { title: "Too many tries", detail: "Wait a few minutes, then try again." },
  503: { title: "The portal is not ready", detail: "A part it needs is away for the moment. Nothing was saved. Try again shortly." },
};
const unexpected: ErrorWords = {
  title: "Something went wrong on our side",
  detail: "Nothing was saved. Try again; if it stays, tell your administrator the id below.",
};

export interface ErrorPageProps {
  status: number;
  detail?: string | undefined;
  state?: string | undefined;
  traceId: string;
}

/** Title of the document for the same status. */
export function errorTitle(status: number): string {
  return (words[status] ?? unexpected).title;
}

export function ErrorPage({ status, detail, state, traceId }: ErrorPageProps) {
  const { title, detail: fallback } = words[status] ?? unexpected;
  return (
    <SignInShell title={title} foot={traceId ? `${status} · Trace ${traceId}` : String(status)}>
      <p>{detail ?? fallback}</p>
      {state ? <p>It is now: {state}.</p> : null}
      <p>
        <a href="/">Go to the start page</a>
      </p>
    </SignInShell>
  );
}
