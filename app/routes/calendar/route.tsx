// Calendar: reviews, documents, findings, promises and vendors' due days by month, each with the reason for its day.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { addMonths } from "#app/domain/monitoring/calendar-days.ts";
import { byMonth, type CalendarKind, calendarKinds, calendarKindTexts, monthsShown } from "#app/domain/monitoring/calendar-entries.ts";
import { viewCalendar } from "#app/server/monitoring/calendar.queries.server.ts";
import { staffPage } from "#app/server/platform/route.server.ts";
import { Callout } from "#app/ui/callout.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatCount, formatMonth } from "#app/ui/format.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { CalendarMonth } from "./calendar-month.tsx";

export const handle = { place: "calendar" };
export const meta: MetaFunction = () => [{ title: "Calendar · Vouchsafe" }];

export const loader = staffPage(async (ctx, { url }) => {
  const month = url.searchParams.get("month") ?? undefined;
  const kind = calendarKinds.find((known) => known === url.searchParams.get("kind"));
  return { ...(await viewCalendar(ctx, { month, kind })), kind };
});

export default function Calendar() {
  const { entries, window, today, timeZone, kind, isCut } = useLoaderData<typeof loader>();
  const groups = byMonth(entries, today);
  const late = groups.find(({ month }) => month === "late")?.entries.length ?? 0;
  const address = (change: { kind?: CalendarKind | undefined; month?: string | undefined }) => {
    const month = change.month ?? (window.hasToday ? undefined : window.from.slice(0, 7));
    const query = new URLSearchParams(Object.entries({ kind: change.kind, month }).filter((pair): pair is [string, string] => !!pair[1]));
    return query.size === 0 ? "/calendar" : `/calendar?${query}`;
  };
  const span = `${formatMonth(window.from)} to ${formatMonth(addMonths(window.from, monthsShown - 1))}`;
  const counts = [
    `${formatCount(entries.length)} ${entries.length === 1 ? "day" : "days"} that matter`,
    ...(late > 0 ? [`${formatCount(late)} past and open`] : []),
  ];
  return (
    <>
      <PageHead
        title="Calendar"
        sub={`${span} · ${counts.join(" · ")}`}
        hasTabs
        actions={
          <LinkButton href="/calendar/catch-up" icon="calendar-clock">
            Catch-up plan
          </LinkButton>
        }
      />
      <Tabs
        label="What the calendar shows"
        tabs={[
          { href: address({}), label: "Everything", isCurrent: kind === undefined },
          ...calendarKinds.map((each) => ({ href: address({ kind: each }), label: calendarKindTexts[each], isCurrent: kind === each })),
        ]}
      />
      {isCut && (
        <Callout tone="info" title="Not everything is shown" level={2}>
          <p>There is more than fits on a page. Choose one kind above, or go month by month.</p>
        </Callout>
      )}
      {groups.length === 0 ? (
        <EmptyState icon="calendar" title="No day in these months">
          <p>
            Reviews appear once a decision is signed, documents once they carry a date. {kind && <a href={address({})}>Show everything</a>}
          </p>
        </EmptyState>
      ) : (
        groups.map((group) => <CalendarMonth key={group.month} {...group} today={today} timeZone={timeZone} />)
      )}
      <Pagination
        label="Months"
        previousHref={address({ kind, month: addMonths(window.from, -monthsShown).slice(0, 7) })}
        nextHref={address({ kind, month: window.to.slice(0, 7) })}
        summary={span}
      />
    </>
  );
}
