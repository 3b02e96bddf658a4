// A verdict of /verify on its way through an address: encrypted and authenticated by this installation, good for ten minutes.
import type { Portal } from "../platform/portal.server.ts";
import { SecretsError } from "../platform/secrets.server.ts";
import type { DocumentCheck } from "./check-document.server.ts";

const context = "verify verdict 1";
const lastsMs = 10 * 60_000;

export function sealVerdict(portal: Portal, verdict: DocumentCheck, now: Date): string {
  return portal.secrets.seal(JSON.stringify({ verdict, until: now.getTime() + lastsMs }), context);
}

/** undefined for anything that was not sealed here or is too old. */
export function openVerdict(portal: Portal, sealed: string, now: Date): DocumentCheck | undefined {
  try {
    const { verdict, until } = JSON.parse(portal.secrets.open(sealed, context)) as { verdict: DocumentCheck; until: number };
    return until >= now.getTime() ? verdict : undefined;
  } catch (error) {
    if (error instanceof SecretsError) return undefined;
    throw error;
  }
}
