// What a handler finds in its Hono context.
import type { HttpBindings } from "@hono/node-server";
import type { RequestScope } from "#app/server/platform/load-context.server.ts";

export interface HttpEnv {
  Bindings: HttpBindings & { clientAddress: string };
  Variables: { scope: RequestScope };
}
