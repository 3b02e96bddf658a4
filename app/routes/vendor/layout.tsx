// The frame of all pages about one vendor: who it is, the one next step, and the tabs. Each tab authorises itself.
import type { MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { categoryTexts } from "#app/domain/vendor/categories.ts";
import { vendorListAddress } from "#app/domain/vendor/vendor-list.ts";
import { staffPage } from "#app/server/platform/route.server.ts";
import { viewVendorHead } from "#app/server/vendors/vendor-head.queries.server.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { VendorPill } from "#app/ui/state-pills.tsx";
import { Tabs } from "#app/ui/tabs.tsx";

export const handle = { place: "vendors" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name ?? "Vendor"} · Vouchsafe` }];

export const loader = staffPage(async (ctx, { params }) => viewVendorHead(ctx, params.vendorId ?? ""));

export default function VendorLayout() {
  const vendor = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const base = `/vendors/${vendor.id}`;
  const tabs = [
    { href: base, label: "Overview" },
    { href: `${base}/assessments`, label: "Assessments", count: vendor.counts.assessments },
    { href: `${base}/evidence`, label: "Evidence", count: vendor.counts.evidence },
    { href: `${base}/findings`, label: "Findings", count: vendor.counts.findings },
    { href: `${base}/contract`, label: "Contract" },
    { href: `${base}/pci`, label: "PCI" },
    { href: `${base}/activity`, label: "Activity" },
  ];
  return (
    <>
      <PageHead
        hasTabs
        title={<bdi>{vendor.name}</bdi>}
        crumbs={[
          { label: "Vendors", href: "/vendors" },
          { label: categoryTexts[vendor.category], href: vendorListAddress({ filter: { category: vendor.category }, sort: "name" }) },
          { label: vendor.name },
        ]}
        facts={
          <>
            <VendorPill status={vendor.standing} />
            <span>{categoryTexts[vendor.category]}</span>
            {vendor.website !== null && (
              <a href={vendor.website} rel="noreferrer nofollow">
                {vendor.domain ?? vendor.website}
              </a>
            )}
            <span>Owner {vendor.ownerName === null ? <span className="quiet">nobody yet</span> : <b>{vendor.ownerName}</b>}</span>
          </>
        }
        actions={
          <>
            {vendor.mayEdit && (
              <LinkButton href={`${base}/edit`} icon="pencil">
                Edit
              </LinkButton>
            )}
            {vendor.offboardId !== undefined && (
              <LinkButton href={`/engagements/${vendor.offboardId}/status?step=offboard`}>Offboard</LinkButton>
            )}
            {vendor.next !== undefined && (
              <LinkButton href={vendor.next.href} tone="primary">
                {vendor.next.label}
              </LinkButton>
            )}
          </>
        }
      />
      <Tabs label="Vendor" tabs={tabs.map((tab) => ({ ...tab, isCurrent: pathname === tab.href }))} />
      <Outlet />
    </>
  );
}
