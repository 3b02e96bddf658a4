// Refuses bodies over a limit before anything reads them. A declared length is judged by itself, because Node holds the sender to it and
// opening the body as a web stream costs more than a whole saved answer; only a body of unknown length is counted while it arrives.
import type { MiddlewareHandler } from "hono";
import { bodyLimit as countedLimit } from "hono/body-limit";
import type { HttpEnv } from "./http-env.server.ts";

/** 413 with `detail`, which names the limit in words; the connection is closed, so the rest need not be read. */
export function bodyLimit(maxBytes: number, detail: string): MiddlewareHandler<HttpEnv> {
  const tooLarge = () => Response.json({ error: { code: "too_large", detail } }, { status: 413, headers: { Connection: "close" } });
  const counted = countedLimit({ maxSize: maxBytes, onError: tooLarge });
  return async (c, next) => {
    const { method, headers } = c.env.incoming;
    if (method === "GET" || method === "HEAD") return next();
    const declared = headers["transfer-encoding"] === undefined ? headers["content-length"] : undefined;
    if (declared === undefined) return counted(c, next);
    return Number(declared) > maxBytes ? tooLarge() : next();
  };
}
