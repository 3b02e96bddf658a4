// Vendors that may be the one about to be registered: shown before anything is saved.
import { type DuplicateReason, findDuplicates, similarNameTerm } from "#app/domain/vendor/find-duplicates.ts";
import { domainOf, duplicateKey, registrationKey } from "#app/domain/vendor/vendor-keys.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { Context } from "../platform/context.server.ts";
import type { Reader } from "../platform/store.server.ts";
import { listLookAlikes } from "./vendors.repo.server.ts";

export interface PossibleDuplicate {
  vendorId: string;
  name: string;
  standing: string;
  tier: number;
  because: readonly DuplicateReason[];
}

export interface VendorIdentity {
  name: string;
  website?: string | undefined;
  registrationId?: string | undefined;
}

export async function findPossibleDuplicates(ctx: Context, identity: VendorIdentity): Promise<PossibleDuplicate[]> {
  const { organisationId } = ctx.actor;
  authorize(ctx, "vendor.register", { type: "vendor", organisationId });
  return lookAlikesOf(ctx.portal.store.read, organisationId, identity);
}

/** For verbs that already hold a grant. */
export async function lookAlikesOf(from: Reader, organisationId: string, identity: VendorIdentity): Promise<PossibleDuplicate[]> {
  const keys = {
    duplicateKey: duplicateKey(identity.name),
    domain: (identity.website && domainOf(identity.website)) || null,
    registrationKey: (identity.registrationId && registrationKey(identity.registrationId)) || null,
  };
  const rows = await listLookAlikes(from, organisationId, {
    duplicateKey: keys.duplicateKey,
    domain: keys.domain,
    registrationId: keys.registrationKey,
    firstWord: similarNameTerm(identity.name),
  });
  return findDuplicates(keys, rows).map(({ vendor, because }) => ({
    vendorId: vendor.id,
    name: vendor.name,
    standing: vendor.standing,
    tier: vendor.tier,
    because,
  }));
}
