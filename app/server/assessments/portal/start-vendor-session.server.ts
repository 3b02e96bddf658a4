// The door of the vendor portal: a link and a name become a session of this one browser. Looking at the door changes nothing, so a mail
// scanner that follows links uses nothing up. Unknown, expired and revoked links are told apart by nobody.
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { addressKey } from "../../platform/limits.server.ts";
import { refusal } from "../../platform/refusal.server.ts";
import type { AnonymousContext } from "../../platform/request-context.server.ts";
import type { Reader } from "../../platform/store.server.ts";
import { hashToken, newToken } from "../../platform/tokens.server.ts";
import { findVendorLinkByToken } from "../../platform/unscoped.queries.server.ts";
import { type AssessmentRow, findAssessment } from "../assessments.queries.server.ts";
import { countLinkUse, insertVendorSession, type LinkRow } from "../links.repo.server.ts";
import { readPrepared } from "../on-behalf/prepared.queries.server.ts";
import { firstPlace } from "./first-place.server.ts";
import { readVendorState } from "./refresh-progress.step.server.ts";

const closed = new Set(["draft", "cancelled", "closed_unanswered"]);

/** The link and assessment behind a token; undefined when it opens nothing. */
export async function findOpenLink(
  from: Reader,
  token: string,
  now: Date,
): Promise<{ link: LinkRow; assessment: AssessmentRow } | undefined> {
  if (!/^[\w-]{43}$/.test(token)) return undefined;
  const link = await findVendorLinkByToken(from, hashToken(token));
  if (!link || link.revokedAt !== null || now >= link.expiresAt) return undefined;
  const assessment = await findAssessment(from, link.organisationId, link.assessmentId);
  return assessment && !closed.has(assessment.status) ? { link, assessment } : undefined;
}

export interface StartedSession {
  /** For the cookie, once. */
  token: string;
  maxAgeSeconds: number;
  /** Where the vendor goes on: the first section with an unanswered question. */
  path: string;
}

/** `name` is shown with the answers of this browser. Throws not_found for a link that opens nothing, invalid without a name. */
export async function startVendorSession(ctx: AnonymousContext, linkToken: string, input: { name: string }): Promise<StartedSession> {
  const { portal, now } = ctx;
  await portal.limits.consume("link_open_ip", addressKey(ctx.ip), now);
  const name = input.name.trim();
  if (name === "") throw refusal("invalid", ({ door }) => door.needsName, { field: "name" });
  const found = await findOpenLink(portal.store.read, linkToken, now);
  if (!found) throw new DomainError("not_found", "This link does not open anything.");
  const { organisationId } = found.link;
  const { token, tokenHash } = newToken();
  const maxAgeSeconds = portal.config.vendorAbsoluteMinutes * 60;
  const path = await portal.store.tx(organisationId, async (tx) => {
    const still = await findOpenLink(tx, linkToken, now);
    if (!still) throw new DomainError("not_found", "This link does not open anything.");
    const { link, assessment } = still;
    const asAnybody = { ...ctx, actor: { kind: "anonymous", organisationId } } as const;
    const grant = authorize(asAnybody, "link.use", { type: "link", organisationId, id: link.id });
    const id = portal.ids.next("vendorSession", now);
    const { id: assessmentId, vendorId } = assessment;
    const until = Math.min(now.getTime() + maxAgeSeconds * 1000, link.expiresAt.getTime());
    const times = { createdAt: now, lastSeenAt: now, expiresAt: new Date(until) };
    await insertVendorSession(tx, { id, organisationId, linkId: link.id, assessmentId, vendorId, tokenHash, name, ...times });
    await countLinkUse(tx, organisationId, link.id, now);
    await recordAuditEvent(tx, grant, { type: "link.used", objectId: link.id, vendorId, data: { assessmentId } }, now);
    const data = { assessmentId, linkId: link.id };
    await recordAuditEvent(tx, grant, { type: "vendor_session.started", objectId: id, vendorId, data }, now);
    const { open } = await readPrepared(portal, tx, assessment);
    return firstPlace(assessment, await readVendorState(portal, tx, assessment), open.length);
  });
  return { token, maxAgeSeconds, path };
}
