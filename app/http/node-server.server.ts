// Binds an app to a socket with the time-outs of a server that faces the internet.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import type { AddressReader } from "./client-address.server.ts";
import { refuse } from "./edge-guard.server.ts";
import type { HttpEnv } from "./http-env.server.ts";
import { fixedHeaders } from "./security-headers.server.ts";

export interface Listening {
  port: number;
  /** Stops accepting, lets running requests finish, then resolves. */
  close(): Promise<void>;
}

/** Answers what it knows and calls `next` for the rest. */
export type Assets = (incoming: IncomingMessage, outgoing: ServerResponse, next: () => void) => void;

interface ListenOptions {
  host: string;
  port: number;
  publicUrl: URL;
  addressOf: AddressReader;
  assets?: Assets | undefined;
}

export function listen(app: Hono<HttpEnv>, options: ListenOptions): Promise<Listening> {
  const { publicUrl, addressOf, assets } = options;
  const addresses = new WeakMap<IncomingMessage, string>();
  const answer = getRequestListener((request, env) => {
    const { incoming, outgoing } = env as Pick<HttpEnv["Bindings"], "incoming" | "outgoing">;
    return app.fetch(request, { incoming, outgoing, clientAddress: addresses.get(incoming) ?? "" });
  });
  const serve = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    addresses.set(incoming, addressOf(incoming));
    const refusal = refuse(incoming, publicUrl);
    if (refusal) return answerRefusal(outgoing, refusal, publicUrl);
    return assets ? assets(incoming, outgoing, () => void answer(incoming, outgoing)) : answer(incoming, outgoing);
  };
  const server = createServer({ maxHeaderSize: 16 * 1024, requireHostHeader: true }, serve);
  server.headersTimeout = 10_000;
  server.requestTimeout = 30 * 60_000;
  server.keepAliveTimeout = 5_000;
  server.maxRequestsPerSocket = 1_000;
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, () => resolve({ port: (server.address() as AddressInfo).port, close: () => close(server) }));
  });
}

function answerRefusal(outgoing: ServerResponse, refusal: { status: number; detail: string }, publicUrl: URL): void {
  const body = JSON.stringify({ error: { detail: refusal.detail } });
  outgoing.writeHead(refusal.status, {
    ...fixedHeaders(publicUrl),
    "Content-Type": "application/json; charset=utf-8",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    Vary: "Sec-Fetch-Site, Origin",
    Connection: "close",
  });
  outgoing.end(body);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
