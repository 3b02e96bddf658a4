// Registers a vendor with its first engagement. Four fields are enough: the rest is assumed carefully from the category.

import { DomainError } from "#app/domain/errors.ts";
import type { IrqAnswers } from "#app/domain/risk/facts.ts";
import type { Category } from "#app/domain/vendor/categories.ts";
import { searchTerms } from "#app/domain/vendor/search-terms.ts";
import { domainOf, duplicateKey, emailKey, nameKey, registrationKey } from "#app/domain/vendor/vendor-keys.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { requireOwner } from "../people/named-people.queries.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { Context } from "../platform/context.server.ts";
import { addEngagementTo } from "./add-engagement.step.server.ts";
import { lookAlikesOf } from "./find-possible-duplicates.server.ts";
import { refreshVendorSummary } from "./refresh-vendor-summary.step.server.ts";
import { requirePastDay } from "./require-past-day.queries.server.ts";
import { insertContact, insertVendor, setVendorTerms } from "./vendors.repo.server.ts";

export interface RegisterVendorInput {
  name: string;
  website?: string | undefined;
  category: Category;
  contactName?: string | undefined;
  contactEmail?: string | undefined;
  service?: string | undefined;
  registrationId?: string | undefined;
  /** Question id of the inherent-risk questionnaire -> code; what is missing is assumed from the category. */
  irqAnswers?: IrqAnswers | undefined;
  /** A service already in use: the day it went live. */
  wentLiveOn?: string | undefined;
  /** Business owner; absent: the person registering. */
  ownerId?: string | undefined;
  /** The look-alikes were shown and it is another company. */
  ignoreDuplicates?: boolean | undefined;
}

export interface Registered {
  vendorId: string;
  engagementId: string;
  contactId: string | undefined;
}

/** Throws conflict with data.duplicates while look-alikes were not waved through; nothing is saved then. */
export async function registerVendor(ctx: Context, input: RegisterVendorInput): Promise<Registered> {
  const { organisationId } = ctx.actor;
  const { portal, now } = ctx;
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  return portal.store.tx(organisationId, async (tx) => {
    const grant = authorize(ctx, "vendor.register", { type: "vendor", organisationId });
    const duplicates = await lookAlikesOf(tx, organisationId, input);
    if (duplicates.length > 0 && !input.ignoreDuplicates) {
      throw new DomainError("conflict", "This vendor may be registered already. Nothing was saved.", { duplicates });
    }
    await requirePastDay(tx, organisationId, "wentLiveOn", input.wentLiveOn, now);
    await requireOwner(tx, organisationId, input.ownerId ?? personId);
    const vendorId = portal.ids.next("vendor", now);
    const domain = (input.website && domainOf(input.website)) || null;
    await insertVendor(tx, {
      id: vendorId,
      organisationId,
      name: input.name,
      nameKey: nameKey(input.name),
      duplicateKey: duplicateKey(input.name),
      website: input.website ?? null,
      domain,
      registrationId: (input.registrationId && registrationKey(input.registrationId)) || null,
      category: input.category,
      ownerId: input.ownerId ?? personId,
      registeredById: personId,
      createdAt: now,
      updatedAt: now,
      standing: "prospect",
      tier: 1,
      knockOuts: 0,
    });
    await setVendorTerms(tx, organisationId, vendorId, searchTerms(input.name, domain));
    await recordAuditEvent(
      tx,
      grant,
      { type: "vendor.registered", objectId: vendorId, vendorId, data: { category: input.category, domain } },
      now,
    );
    if (duplicates.length > 0) {
      const data = { duplicates: duplicates.map(({ vendorId: id, because }) => ({ vendorId: id, because: [...because] })) };
      await recordAuditEvent(tx, grant, { type: "vendor.duplicate_overridden", objectId: vendorId, vendorId, data }, now);
    }
    const contactId = input.contactEmail ? portal.ids.next("contact", now) : undefined;
    if (contactId && input.contactEmail) {
      const email = input.contactEmail;
      await insertContact(tx, {
        id: contactId,
        organisationId,
        vendorId,
        name: input.contactName ?? email,
        email,
        emailKey: emailKey(email),
        createdAt: now,
      });
      await recordAuditEvent(tx, grant, { type: "contact.added", objectId: contactId, vendorId, data: {} }, now);
    }
    const engagementId = await addEngagementTo(
      tx,
      grant,
      portal,
      {
        vendorId,
        category: input.category,
        service: input.service ?? defaultService[input.category],
        ownerId: input.ownerId ?? personId,
        wentLiveOn: input.wentLiveOn ?? null,
        irqAnswers: input.irqAnswers ?? {},
      },
      now,
    );
    await refreshVendorSummary(tx, organisationId, vendorId, now, true);
    return { vendorId, engagementId, contactId };
  });
}

/** What an engagement is called until somebody names it. */
const defaultService: Record<Category, string> = {
  payment: "Payments",
  hosting: "Hosting",
  inventory: "Inventory and logistics",
  other: "Service",
};
