// A page of a vendor's activity, with the day and zone its instants are shown in.
import { type ActivityPage, viewVendorActivity } from "../audit/vendor-activity.queries.server.ts";
import { type OrganisationDay, organisationDay } from "../people/organisation-day.queries.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getVendor } from "./vendors.queries.server.ts";

/** `before` is the place of an entry; throws not_found for an unknown vendor. */
export async function viewVendorActivityTab(
  ctx: PersonContext,
  vendorId: string,
  before: number | undefined,
): Promise<ActivityPage & OrganisationDay & { isFirst: boolean }> {
  const { organisationId } = ctx.actor;
  const from = ctx.portal.store.read;
  await getVendor(from, organisationId, vendorId);
  const [page, day] = await Promise.all([
    viewVendorActivity(ctx, vendorId, { before, size: ctx.portal.config.pageSize }),
    organisationDay(from, organisationId, ctx.now),
  ]);
  return { ...page, ...day, isFirst: before === undefined };
}
