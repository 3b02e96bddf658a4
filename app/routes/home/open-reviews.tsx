// Reviews that are open, with how far they are and how long the answers wait.
import type { OpenReview } from "#app/server/home/open-reviews.queries.server.ts";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { Section } from "#app/ui/section.tsx";
import { Table } from "#app/ui/table.tsx";

/** Days after which an open review is shown as late: a vendor waits for an answer. */
const patienceDays = 21;

export function OpenReviews({ reviews, now }: { reviews: readonly OpenReview[]; now: Date }) {
  return (
    <Section id="reviews" title="Open reviews" note="by days since the answers came in">
      {reviews.length === 0 ? (
        <p className="muted">None. Answers that vendors submit arrive here.</p>
      ) : (
        <Table caption="Open reviews, the oldest first" plain>
          <thead className="sr">
            <tr>
              <th scope="col">Vendor</th>
              <th scope="col">Progress</th>
              <th scope="col">Reviewed</th>
              <th scope="col">Age</th>
            </tr>
          </thead>
          <tbody>
            {reviews.map(({ id, vendor, service, status, determined, answers, submittedAt }) => {
              const days = Math.floor((now.getTime() - submittedAt.getTime()) / 86_400_000);
              const progress = `${determined} of ${answers}`;
              return (
                <tr key={id}>
                  <th scope="row">
                    <a className="name" href={`/assessments/${id}/${status === "reviewed" ? "decide" : "review"}`}>
                      {vendor}
                    </a>{" "}
                    <span className="quiet">{service}</span>
                  </th>
                  <td className="w-24">
                    <ProgressBar label={`${progress} answers reviewed`} value={determined} max={answers} />
                  </td>
                  <td className="num quiet nowrap">{progress}</td>
                  <td className={days > patienceDays ? "num late nowrap" : "num nowrap"}>{days} d</td>
                </tr>
              );
            })}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
