// What the HTTP server hands to every loader and action of one request.
import type { AppLoadContext } from "@remix-run/node";
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import type { Portal } from "./portal.server.ts";

export interface RequestScope {
  readonly portal: Portal;
  /** For the script tags of this response's content security policy. */
  readonly nonce: string;
  readonly traceId: string;
  readonly ip: string;
  readonly now: Date;
  /** What the reader of the answer reads: of a vendor's pages; English everywhere else. */
  readonly language: Language;
  /** Reads that several loaders of the same request share, such as the session. */
  readonly memo: Map<string, Promise<unknown>>;
  /** Go out with the answer, be it a page or its data: Remix forgets the headers of what a loader throws. */
  readonly headers: Headers;
}

declare module "@remix-run/node" {
  interface AppLoadContext extends RequestScope {}
}

export type { AppLoadContext };

/** Runs `read` once per request, however many loaders ask. */
export function once<T>(scope: RequestScope, key: string, read: () => Promise<T>): Promise<T> {
  const known = scope.memo.get(key) as Promise<T> | undefined;
  if (known) return known;
  const fresh = read();
  scope.memo.set(key, fresh);
  return fresh;
}
