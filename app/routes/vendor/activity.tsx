// Vendor, activity: what happened, newest first.
import { useLoaderData } from "@remix-run/react";
import { staffPage } from "#app/server/platform/route.server.ts";
import { viewVendorActivityTab } from "#app/server/vendors/vendor-activity-tab.queries.server.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import { Section } from "#app/ui/section.tsx";
import { ActivityLine } from "./activity-line.tsx";

export const loader = staffPage(async (ctx, { params, url }) => {
  const vendorId = params.vendorId ?? "";
  const before = Number(url.searchParams.get("before") ?? "");
  return { vendorId, ...(await viewVendorActivityTab(ctx, vendorId, Number.isSafeInteger(before) && before > 0 ? before : undefined)) };
});

export default function VendorActivity() {
  const { vendorId, entries, olderThan, isFirst, today, timeZone } = useLoaderData<typeof loader>();
  const base = `/vendors/${vendorId}/activity`;
  return (
    <Section id="activity" title="Activity" className="tab-page" note="from the audit log; saved answers are left out">
      <ActivityLine entries={entries} today={today} timeZone={timeZone} />
      {(olderThan !== undefined || !isFirst) && (
        <Pagination
          previousHref={isFirst ? undefined : base}
          nextHref={olderThan === undefined ? undefined : `${base}?before=${olderThan}`}
        />
      )}
    </Section>
  );
}
