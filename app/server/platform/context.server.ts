// Who asks, when, and in which portal: the first argument of every verb and query.
import type { Role } from "#app/domain/access/roles.ts";
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import type { Portal } from "./portal.server.ts";

export type Actor =
  | { kind: "person"; organisationId: string; personId: string; name: string; email: string; roles: readonly Role[]; sessionId: string }
  | {
      kind: "vendor";
      organisationId: string;
      vendorId: string;
      assessmentId: string;
      vendorSessionId: string;
      name: string;
      language: Language;
    }
  | { kind: "system"; organisationId: string; job: string }
  | { kind: "anonymous"; organisationId: string };

export interface Context {
  readonly portal: Portal;
  readonly actor: Actor;
  /** One instant per request: everything a verb writes carries the same time. */
  readonly now: Date;
  readonly traceId: string;
  /** Address of the client as far as the declared proxy lets us know; empty for jobs. */
  readonly ip: string;
}
