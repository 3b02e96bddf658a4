// Refuses, before Remix sees it, what no honest browser sends. Remix 2's own cross-site check has holes (data requests, resource
// routes, forged hosts) and its router carries unfixed advisories; this guard keeps them out of reach. docs/advisories.md lists them.
import type { IncomingMessage } from "node:http";
import { dropHeaders } from "./client-address.server.ts";

export interface Refusal {
  status: 400 | 403 | 405 | 414 | 421;
  detail: string;
}

const safeMethods = new Set(["GET", "HEAD"]);
const methods = new Set(["GET", "HEAD", "POST"]);
/** Probes ask by address, not by name. */
const anyHostPaths = new Set(["/healthz", "/readyz"]);
const maxPathLength = 2048;
const maxSegments = 16;

/** undefined = let it pass. Deletes `Origin: null` once the browser itself vouched for the origin. */
export function refuse(incoming: IncomingMessage, publicUrl: URL): Refusal | undefined {
  const url = incoming.url ?? "/";
  const method = incoming.method ?? "GET";
  if (!methods.has(method)) return { status: 405, detail: "This method is not offered here." };
  const question = url.indexOf("?");
  const path = question < 0 ? url : url.slice(0, question);
  if (!path.startsWith("/") || path.startsWith("//") || path.includes("\\")) return { status: 400, detail: "This address is malformed." };
  if (url.length > maxPathLength || path.split("/").length > maxSegments + 1) return { status: 414, detail: "This address is too long." };
  if (!isCleanlyEncoded(url)) return { status: 400, detail: "This address is malformed." };
  if (!anyHostPaths.has(path) && incoming.headers.host !== publicUrl.host) {
    return { status: 421, detail: `This portal answers as ${publicUrl.origin} only.` };
  }
  if (question >= 0 && new URLSearchParams(url.slice(question)).has("_data")) return { status: 400, detail: "This address is malformed." };
  if (safeMethods.has(method)) return undefined;
  return refuseForeign(incoming, publicUrl);
}

/** Cross-site requests: Sec-Fetch-Site decides; without it the Origin must be ours (OWASP ASVS 5.0 V3.5.1). */
function refuseForeign(incoming: IncomingMessage, publicUrl: URL): Refusal | undefined {
  const site = incoming.headers["sec-fetch-site"];
  const { origin } = incoming.headers;
  const vouched = site === undefined ? origin === publicUrl.origin : site === "same-origin";
  if (!vouched) return { status: 403, detail: "This request came from another site. Open the portal and try again there." };
  if (origin === "null") dropHeaders(incoming, ["origin"]);
  else if (origin !== undefined && origin !== publicUrl.origin) return { status: 403, detail: "This request came from another site." };
  return undefined;
}

/** No U+0000, no broken percent-encoding, no lone surrogates: text columns and hashes could not hold them. */
function isCleanlyEncoded(url: string): boolean {
  try {
    return !decodeURIComponent(url.replaceAll("+", " ")).includes("\0");
  } catch {
    return false;
  }
}
