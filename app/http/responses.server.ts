// Answers the handlers outside Remix share.
import { attachmentDisposition } from "#app/server/platform/file-names.server.ts";
import { downloadPolicy } from "./security-headers.server.ts";

/** To another page after a form, so that reloading sends nothing again. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location } });
}

/** Headers of bytes that are not ours to show: saved under their name, or shown as the one type given, and run, load or keep nothing. */
export function downloadHeaders(fileName: string, shownAs?: string): Record<string, string> {
  return {
    "Content-Type": shownAs ?? "application/octet-stream",
    "Content-Disposition": shownAs === undefined ? attachmentDisposition(fileName) : "inline",
    "Content-Security-Policy": downloadPolicy,
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
  };
}
