// Top of the review: whose answers, filters as links, progress, and the one button that takes what needs nobody.
import { reviewFilterTexts } from "#app/domain/assessment/review-filters.ts";
import type { ReviewView } from "#app/server/assessments/review/review-page.queries.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { ButtonGroup } from "#app/ui/button-group.tsx";
import { AssessmentPill } from "#app/ui/state-pills.tsx";

export function ReviewBar({ view }: { view: ReviewView }) {
  const { vendor, service, tier, filters, filter, reviewed, carried, total, section, mayDetermine, status } = view;
  const links = filters.map((each) => ({
    href: `?filter=${each.filter}`,
    label: reviewFilterTexts[each.filter],
    count: each.count,
    isCurrent: each.filter === filter,
  }));
  return (
    <header className="review__bar">
      <div className="review__title">
        <Breadcrumbs
          crumbs={[
            { label: "Vendors", href: "/vendors" },
            { label: vendor.name, href: `/vendors/${vendor.id}` },
            { label: `${service}, tier ${tier}` },
          ]}
        />
        <div className="row">
          <h1>Review answers</h1>
          <AssessmentPill status={status} />
        </div>
      </div>
      <ButtonGroup label="Filter answers" links={links} />
      <div className="review__go">
        <div className="review__meter">
          <b className="tab">
            {reviewed} of {total}
          </b>{" "}
          reviewed{carried > 0 && <span className="quiet">, {carried} carried over</span>}
          <progress max={Math.max(1, total)} value={reviewed} aria-label={`${reviewed} of ${total} answers reviewed`} />
        </div>
        {mayDetermine && section && filter === "all" && (
          <form method="post">
            <input type="hidden" name="intent" value="approve" />
            <input type="hidden" name="section" value={section.key} />
            <Button tone="primary">Approve section</Button>
          </form>
        )}
      </div>
    </header>
  );
}
