// The one place where a right is checked and a Grant is made. Recording an audit event demands a Grant,
// so a verb without a check does not compile. Rules about the same person come on top (domain/access/separation-of-duties).
import { decide, type Permission, type PolicyObject, policy } from "#app/domain/access/policy.ts";
import { DomainError, isDomainError, unknownObject } from "#app/domain/errors.ts";
import type { Actor, Context } from "./context.server.ts";
import { logSecurity } from "./logger.server.ts";

/** What is asked for: the object as the policy sees it, and its id for the log. */
export type GuardedObject = PolicyObject & { readonly id?: string | undefined };

class CheckedGrant {
  /** Makes the class nominal: no object literal passes for a Grant. */
  readonly #checked = true;
  readonly actor: Actor;
  readonly permission: Permission;
  readonly organisationId: string;
  readonly objectType: string;
  readonly objectId: string | undefined;
  readonly traceId: string;
  /** Why it was refused; a Grant with this only lets the refusal itself be recorded. */
  readonly refusal: string | undefined;

  constructor(ctx: Pick<Context, "actor" | "traceId">, permission: Permission, object: GuardedObject, refusal?: string) {
    this.actor = ctx.actor;
    this.permission = permission;
    this.organisationId = object.organisationId;
    this.objectType = object.type;
    this.objectId = object.id;
    this.traceId = ctx.traceId;
    this.refusal = refusal;
    Object.freeze(this);
  }

  /** What a log may say of it: the actor's name and address stay out. */
  toJSON() {
    const { permission, objectType, objectId, refusal } = this;
    return { permission, objectType, objectId, refusal };
  }

  static isGenuine(value: unknown): value is CheckedGrant {
    return typeof value === "object" && value !== null && #checked in value && value.#checked;
  }
}

/** Proof that `authorize` allowed it. Only this file can make one. */
export type Grant = CheckedGrant;

/** Throws unless the value was made by `authorize`; types can be cast away, this cannot. */
export function requireGrant(grant: Grant): void {
  if (!CheckedGrant.isGenuine(grant)) throw new Error("This is not a Grant: call authorize() first.");
}

function logDenial(ctx: Context, permission: Permission, object: GuardedObject, verdict: "forbidden" | "hidden"): void {
  const { actor } = ctx;
  const who = { actorKind: actor.kind, actorId: actorId(actor), traceId: ctx.traceId };
  logSecurity(ctx.portal.logger, "authz_fail", { ...who, verdict, permission, objectType: object.type, objectId: object.id });
}

/** Whose id the log names: person, session of a vendor's contact, or job. */
export function actorId(actor: Actor): string | null {
  if (actor.kind === "person") return actor.personId;
  if (actor.kind === "vendor") return actor.vendorSessionId;
  return actor.kind === "system" ? actor.job : null;
}

/**
 * Throws DomainError not_found when the object must look unknown to the actor, forbidden when it is known but without the right.
 * Denials are logged as `authz_fail`.
 */
export function authorize(ctx: Context, permission: Permission, object: GuardedObject): Grant {
  const verdict = decide(ctx.actor, permission, object);
  if (verdict === "allow") return new CheckedGrant(ctx, permission, object);
  logDenial(ctx, permission, object, verdict);
  if (verdict === "hidden") throw unknownObject();
  throw forbidden(
    new CheckedGrant(ctx, permission, object, "lacks_right"),
    `You do not have this right: ${policy[permission].means}. Ask an administrator for the role that has it.`,
  );
}

function forbidden(grant: CheckedGrant, detail: string): DomainError {
  return new DomainError("forbidden", detail, { permission: grant.permission, refusal: grant.refusal, grant });
}

/** The refusal of somebody who has the right, but may not use it here: `rule` names what stands against it, `detail` says it. */
export function refusedByRule(grant: Grant, rule: string, detail: string): DomainError {
  const { permission, organisationId, objectType, objectId } = grant;
  return forbidden(new CheckedGrant(grant, permission, { type: objectType, organisationId, id: objectId }, rule), detail);
}

/** What of a thrown refusal may be recorded; undefined for every other error. */
export function refusedGrant(error: unknown): Grant | undefined {
  if (!isDomainError(error, "forbidden")) return undefined;
  const { grant } = error.data;
  return CheckedGrant.isGenuine(grant) ? grant : undefined;
}

/** A Grant for a job, about its organisation as a whole. Throws when the actor is not a job, or the policy gives it no such right. */
export function systemGrant(ctx: Context, permission: Permission): Grant {
  const { actor } = ctx;
  if (actor.kind !== "system") throw new Error(`systemGrant("${permission}") asked for by a ${actor.kind}: jobs only.`);
  return authorize(ctx, permission, { type: "organisation", organisationId: actor.organisationId, id: actor.organisationId });
}
