// Vendors: everybody we depend on, as one list that says who needs attention. P **Add vendor**.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayEver } from "#app/domain/access/policy.ts";
import { type Tier, tiers } from "#app/domain/risk/risk-levels.ts";
import { vendorListRequest } from "#app/domain/vendor/vendor-list.schema.ts";
import { type VendorFilter, vendorListAddress } from "#app/domain/vendor/vendor-list.ts";
import { staffPage } from "#app/server/platform/route.server.ts";
import { viewVendors } from "#app/server/vendors/list-vendors.queries.server.ts";
import { formatCount } from "#app/ui/format.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { NoMatch, NoVendors } from "./no-vendors.tsx";
import { VendorFilters } from "./vendor-filters.tsx";
import { VendorRows } from "./vendor-rows.tsx";
import { VendorTiers } from "./vendor-tiers.tsx";

export const handle = { place: "vendors" };
export const meta: MetaFunction = () => [{ title: "Vendors · Vouchsafe" }];

export const loader = staffPage(async (ctx, { url }) => {
  const request = vendorListRequest(url.searchParams);
  const view = await viewVendors(ctx, request);
  return { request, ...view, mayAdd: mayEver(ctx.actor, "vendor.register") };
});

export default function Vendors() {
  const { request, rows, previous, next, tallies, owners, today, mayAdd } = useLoaderData<typeof loader>();
  const { filter } = request;
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const countIn = (tier: Tier) => Object.values(tallies[tier]).reduce((sum, n) => sum + n, 0);
  const total = tiers.reduce((sum, tier) => sum + (filter.tier === undefined || filter.tier === tier ? countIn(tier) : 0), 0);
  const critical = tiers.reduce((sum, tier) => sum + tallies[tier].critical, 0);
  const add = mayAdd ? (
    <LinkButton href="/vendors/new" tone="primary" icon="plus">
      Add vendor
    </LinkButton>
  ) : undefined;
  if (rows.length === 0 && !isFiltered && request.after === undefined && request.before === undefined) {
    return (
      <>
        <PageHead title="Vendors" sub="Everybody the shop depends on: payment, hosting, inventory and the rest." actions={add} />
        <NoVendors mayAdd={mayAdd} />
      </>
    );
  }
  const isCounted = (filter as VendorFilter).q === undefined && filter.ownerId === undefined;
  return (
    <>
      <PageHead title="Vendors" sub={headline(total, critical, isCounted)} actions={add} />
      <VendorTiers request={request} tallies={tallies} />
      <VendorFilters request={request} owners={owners} />
      {rows.length === 0 ? <NoMatch /> : <VendorRows rows={rows} request={request} today={today} />}
      {rows.length > 0 && (
        <Pagination
          previousHref={previous && vendorListAddress({ ...request, after: undefined, before: previous })}
          nextHref={next && vendorListAddress({ ...request, after: next, before: undefined })}
          summary={isCounted ? `${rows.length} of ${vendorCount(total)}` : `${vendorCount(rows.length)} on this page`}
        />
      )}
    </>
  );
}

const vendorCount = (n: number) => (n === 1 ? "1 vendor" : `${formatCount(n)} vendors`);

function headline(total: number, critical: number, isCounted: boolean): string {
  if (!isCounted) return "Found by search or owner; the tiers count without it";
  return `${vendorCount(total)}, ${critical === 0 ? "none" : formatCount(critical)} at critical risk`;
}
