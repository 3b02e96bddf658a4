// Changes what is known of a vendor. Another category brings its careful answers to every inherent-risk question nobody answered yet:
// a vendor cannot become milder by being filed under "other" and back.

import type { Category } from "#app/domain/vendor/categories.ts";
import { searchTerms } from "#app/domain/vendor/search-terms.ts";
import { domainOf, duplicateKey, nameKey, registrationKey } from "#app/domain/vendor/vendor-keys.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { requireOwner } from "../people/named-people.queries.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { assumeCategory } from "./assume-category.step.server.ts";
import { listEngagements } from "./engagements.queries.server.ts";
import { changeVendor } from "./refresh-vendor-summary.step.server.ts";
import { getVendor } from "./vendors.queries.server.ts";
import { setVendorTerms } from "./vendors.repo.server.ts";

/** The whole of it, as the form shows it: a field left out is emptied. */
export interface VendorEdit {
  name: string;
  website?: string | undefined;
  category: Category;
  registrationId?: string | undefined;
  ownerId?: string | undefined;
}

export async function editVendor(ctx: PersonContext, vendorId: string, input: VendorEdit): Promise<void> {
  const { organisationId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const before = await getVendor(tx, organisationId, vendorId);
    const grant = authorize(ctx, "vendor.edit", { type: "vendor", organisationId, id: vendorId, vendorId });
    const after = {
      name: input.name,
      website: input.website ?? null,
      category: input.category,
      registrationId: (input.registrationId && registrationKey(input.registrationId)) || null,
      ownerId: input.ownerId ?? null,
    };
    const fields = Object.keys(after).filter((field) => after[field as keyof typeof after] !== before[field as keyof typeof after]);
    if (fields.length === 0) return;
    if (fields.includes("ownerId")) await requireOwner(tx, organisationId, after.ownerId);
    const domain = (after.website && domainOf(after.website)) || null;
    const keys = { nameKey: nameKey(after.name), duplicateKey: duplicateKey(after.name), domain };
    await changeVendor(tx, organisationId, before, { ...after, ...keys, updatedAt: ctx.now });
    await setVendorTerms(tx, organisationId, vendorId, searchTerms(after.name, domain));
    await recordAuditEvent(tx, grant, { type: "vendor.edited", objectId: vendorId, vendorId, data: { fields } }, ctx.now);
    if (!fields.includes("category")) return;
    for (const engagement of await listEngagements(tx, organisationId, vendorId)) {
      await assumeCategory(tx, grant, ctx.portal, engagement, input.category, ctx.now);
    }
  });
}
