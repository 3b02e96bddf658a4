// What the forms about vendors, contacts and engagements start with. Each asks for the right its verb will ask for, so that nobody fills
// in a form it may not send.
import { mayEver, type Permission } from "#app/domain/access/policy.ts";
import { type EngagementStatus, type engagementVerbs, personVerbsFrom } from "#app/domain/engagement/engagement-status.ts";
import { unknownObject } from "#app/domain/errors.ts";
import { listOwners } from "../people/named-people.queries.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getEngagement } from "./engagements.queries.server.ts";
import { getVendor } from "./vendors.queries.server.ts";
import { getContact } from "./vendors.repo.server.ts";

/** The vendor, for somebody with this right. */
async function openVendor(ctx: PersonContext, permission: Permission, vendorId: string) {
  const { organisationId } = ctx.actor;
  const vendor = await getVendor(ctx.portal.store.read, organisationId, vendorId);
  authorize(ctx, permission, { type: "vendor", organisationId, id: vendorId, vendorId });
  const { id, name, website, category, registrationId, ownerId } = vendor;
  return { id, name, website, category, registrationId, ownerId };
}

async function openEngagement(ctx: PersonContext, permission: Permission, engagementId: string) {
  const { organisationId } = ctx.actor;
  const engagement = await getEngagement(ctx.portal.store.read, organisationId, engagementId);
  const vendor = await openVendor(ctx, permission, engagement.vendorId);
  const { id, service, ownerId, wentLiveOn } = engagement;
  return { vendor, engagement: { id, service, ownerId, wentLiveOn, status: engagement.status as EngagementStatus } };
}

export async function viewVendorEdit(ctx: PersonContext, vendorId: string) {
  const vendor = await openVendor(ctx, "vendor.edit", vendorId);
  return { vendor, owners: await listOwners(ctx.portal.store.read, ctx.actor.organisationId) };
}

/** Throws not_found for a contact of another vendor. */
export async function viewContactForm(ctx: PersonContext, vendorId: string, contactId: string | undefined) {
  const vendor = await openVendor(ctx, "contact.add", vendorId);
  const contact = contactId === undefined ? undefined : await getContact(ctx.portal.store.read, ctx.actor.organisationId, contactId);
  if (contact && contact.vendorId !== vendorId) throw unknownObject();
  return { vendor, contact: contact && { name: contact.name === contact.email ? "" : contact.name, email: contact.email } };
}

export async function viewNewEngagement(ctx: PersonContext, vendorId: string) {
  const vendor = await openVendor(ctx, "engagement.request", vendorId);
  const owners = await listOwners(ctx.portal.store.read, ctx.actor.organisationId);
  return { vendor, owners, isRequest: !mayEver(ctx.actor, "engagement.add") };
}

export async function viewEngagementEdit(ctx: PersonContext, engagementId: string) {
  const view = await openEngagement(ctx, "engagement.edit", engagementId);
  return { ...view, owners: await listOwners(ctx.portal.store.read, ctx.actor.organisationId) };
}

export async function viewEngagementStatus(ctx: PersonContext, engagementId: string) {
  const view = await openEngagement(ctx, "engagement.change_status", engagementId);
  return { ...view, verbs: personVerbsFrom(view.engagement.status) as (typeof engagementVerbs)[number][] };
}
