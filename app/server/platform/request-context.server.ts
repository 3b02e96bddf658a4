// From a request to a context: who is signed in, by which session, and until when. Every loader and action starts here;
// a parent route's check protects nothing.

import { eq } from "drizzle-orm";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, Context } from "./context.server.ts";
import { readCookie, staffCookie, vendorCookie } from "./cookies.server.ts";
import { once, type RequestScope } from "./load-context.server.ts";
import { hashToken } from "./tokens.server.ts";
import { findSessionByToken, findShownOrganisation, findVendorSessionByToken } from "./unscoped.queries.server.ts";

export type PersonContext = Context & { actor: Extract<Actor, { kind: "person" }> };
export type VendorContext = Context & { actor: Extract<Actor, { kind: "vendor" }> };
export type AnonymousContext = Context & { actor: Extract<Actor, { kind: "anonymous" }> };

export interface Asked {
  request: Request;
  context: RequestScope;
}

/** Writing "last seen" on each request would cost a commit; once a minute keeps the idle limit true to a minute. */
const seenEveryMs = 60_000;

/** The signed-in person; throws unauthenticated. */
export async function requireContext({ request, context }: Asked): Promise<PersonContext> {
  const person = await once(context, "person", () => findPerson(request, context));
  if (!person) throw new DomainError("unauthenticated", "Sign in to go on.");
  return { ...contextOf(context), actor: person };
}

/** The signed-in person, or undefined: for pages that greet both. */
export async function findContext({ request, context }: Asked): Promise<PersonContext | undefined> {
  const person = await once(context, "person", () => findPerson(request, context));
  return person && { ...contextOf(context), actor: person };
}

/** The person at the vendor who pressed Start in this browser; throws unauthenticated. */
export async function requireVendorContext({ request, context }: Asked): Promise<VendorContext> {
  const vendor = await once(context, "vendor", () => findVendor(request, context));
  if (!vendor) throw new DomainError("unauthenticated", "Open the link in your mail and press Start again.");
  return { ...contextOf(context), actor: vendor };
}

/** Nobody in particular; organisationId is "" before set-up. */
export async function anonymousContext({ context }: Asked): Promise<AnonymousContext> {
  const organisation = await once(context, "organisation", () => findShownOrganisation(context.portal.store.read));
  return { ...contextOf(context), actor: { kind: "anonymous", organisationId: organisation?.id ?? "" } };
}

function contextOf({ portal, now, traceId, ip }: RequestScope): Omit<Context, "actor"> {
  return { portal, now, traceId, ip };
}

async function findPerson(request: Request, scope: RequestScope): Promise<PersonContext["actor"] | undefined> {
  const token = readCookie(request, staffCookie);
  if (!token) return undefined;
  const { portal, now } = scope;
  const session = await findSessionByToken(portal.store.read, hashToken(token));
  if (!session) return undefined;
  const idle = now.getTime() - session.lastSeenAt.getTime();
  if (now >= session.expiresAt || idle > portal.config.staffIdleMinutes * 60_000) return undefined;
  if (idle > seenEveryMs) {
    await portal.store.systemTx(async (tx) => {
      const { sessions } = tx.t;
      await tx.db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, session.id));
    });
  }
  const { organisationId, personId, name, email, roles } = session;
  return { kind: "person", organisationId, personId, name, email, roles, sessionId: session.id };
}

async function findVendor(request: Request, scope: RequestScope): Promise<VendorContext["actor"] | undefined> {
  const token = readCookie(request, vendorCookie);
  if (!token) return undefined;
  const { portal, now } = scope;
  const found = await findVendorSessionByToken(portal.store.read, hashToken(token));
  if (!found) return undefined;
  const { session, link } = found;
  const idle = now.getTime() - session.lastSeenAt.getTime();
  const isOver = now >= session.expiresAt || now >= link.expiresAt || link.revokedAt !== null;
  if (isOver || idle > portal.config.vendorIdleMinutes * 60_000) return undefined;
  if (idle > seenEveryMs) {
    await portal.store.systemTx(async (tx) => {
      const { vendorSessions } = tx.t;
      await tx.db.update(vendorSessions).set({ lastSeenAt: now }).where(eq(vendorSessions.id, session.id));
    });
  }
  const { organisationId, vendorId, assessmentId, name } = session;
  return { kind: "vendor", organisationId, vendorId, assessmentId, vendorSessionId: session.id, name, language: scope.language };
}
