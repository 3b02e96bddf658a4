// Home: the heading says how much waits, the first card is the next thing due. P: that card's button.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewHome } from "#app/server/home/home.queries.server.ts";
import { staffPage } from "#app/server/platform/route.server.ts";
import { Callout } from "#app/ui/callout.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatCount, formatWeekday } from "#app/ui/format.ts";
import { PageHead } from "#app/ui/page-head.tsx";
import { Changes } from "./changes.tsx";
import { Expiring } from "./expiring.tsx";
import { NextTask } from "./next-task.tsx";
import { OpenReviews } from "./open-reviews.tsx";
import { PortfolioMatrix } from "./portfolio-matrix.tsx";
import { TaskQueue } from "./task-queue.tsx";

export const handle = { place: "home" };
export const meta: MetaFunction = () => [{ title: "Home · Vouchsafe" }];

/** Tasks shown; the rest is counted. */
const shownTasks = 8;

export const loader = staffPage(async (ctx) => {
  const { queue, portfolio, today, timeZone } = await viewHome(ctx);
  const { tasks, late, dueToday } = queue;
  return { tasks: tasks.slice(0, shownTasks), total: tasks.length, late, dueToday, portfolio, today, timeZone, now: ctx.now };
});

export default function Home() {
  const { tasks, total, late, dueToday, portfolio, today, timeZone, now } = useLoaderData<typeof loader>();
  const [next] = tasks;
  const things = total === 1 ? "1 thing waits for you" : `${formatCount(total)} things wait for you`;
  const parts = [
    ...(late > 0 ? [`${formatCount(late)} late`] : []),
    ...(dueToday > 0 ? [`${formatCount(dueToday)} due today`] : []),
    ...(portfolio && portfolio.changes.total > 0 ? [changeCount(portfolio.changes.total)] : []),
  ];
  return (
    <>
      <PageHead title={total === 0 ? "Nothing waits for you" : things} sub={[formatWeekday(today), ...parts].join(" · ")} />
      {next ? <NextTask task={next} today={today} /> : <NothingWaits hasVendors={portfolio !== undefined} />}
      {portfolio?.onlyOfficer && (
        <Callout tone="warn" className="home" title="There is one compliance officer" level={2}>
          <p>
            Nobody else can give second signatures, confirm fixes or countersign. Approvers sign decisions meanwhile; the audit log names
            who stood in. An administrator can give the role to another person.
          </p>
        </Callout>
      )}
      {portfolio && (
        <>
          <div className="halves home">
            <TaskQueue tasks={tasks} total={total} today={today} />
            <PortfolioMatrix tallies={portfolio.tallies} services={portfolio.notAssessed} />
          </div>
          {portfolio.expiring.length > 0 && <Expiring documents={portfolio.expiring} today={today} timeZone={timeZone} />}
          <div className="halves home">
            <OpenReviews reviews={portfolio.reviews} now={now} />
            <Changes {...portfolio.changes} today={today} timeZone={timeZone} />
          </div>
        </>
      )}
    </>
  );
}

const changeCount = (n: number) =>
  n === 1 ? "1 change since your last visit" : `${n >= 100 ? "100 or more" : n} changes since your last visit`;

function NothingWaits({ hasVendors }: { hasVendors: boolean }) {
  return (
    <EmptyState icon="circle-check" title="You are up to date">
      {hasVendors ? (
        <p>
          Reviews open by themselves when their day comes. See what comes next in the <a href="/calendar">calendar</a>.
        </p>
      ) : (
        <p>What you may see stands on the left.</p>
      )}
    </EmptyState>
  );
}
