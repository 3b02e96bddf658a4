// Vendor, assessments: every sending, newest first, with what came out of it and how it differs from the time before.
import { useLoaderData } from "@remix-run/react";
import { staffPage } from "#app/server/platform/route.server.ts";
import { viewVendorAssessments } from "#app/server/vendors/vendor-tabs.queries.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { dayOf, formatChange, formatDay, formatScore } from "#app/ui/format.ts";
import { Section } from "#app/ui/section.tsx";
import { AssessmentPill, OutcomePill } from "#app/ui/state-pills.tsx";
import { Table } from "#app/ui/table.tsx";

export const loader = staffPage(async (ctx, { params }) => viewVendorAssessments(ctx, params.vendorId ?? ""));

type Row = Awaited<ReturnType<typeof viewVendorAssessments>>["assessments"][number];

export default function VendorAssessments() {
  const { assessments, today, timeZone } = useLoaderData<typeof loader>();
  if (assessments.length === 0) {
    return (
      <div className="tab-page">
        <EmptyState icon="clipboard-check" title="Nothing was sent yet">
          An assessment is one questionnaire, sent for one service. Its versions and facts are frozen when it is sent.
        </EmptyState>
      </div>
    );
  }
  return (
    <Section id="assessments" title="Assessments" className="tab-page" note="newest first; the newest decided one counts">
      <Table caption="Assessments, newest first">
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col">Sent</th>
            <th scope="col">State</th>
            <th scope="col">Answered</th>
            <th scope="col" className="num">
              Score
            </th>
            <th scope="col" className="num">
              Change
            </th>
            <th scope="col">Decision</th>
          </tr>
        </thead>
        <tbody>
          {assessments.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a className="name" href={hrefOf(row)}>
                  {row.service}, no. {row.number}
                </a>
                {row.openedByItself && <span className="quiet"> reassessment</span>}
              </th>
              <td>{row.sentAt === null ? <span className="quiet">not yet</span> : formatDay(dayOf(row.sentAt, timeZone), today)}</td>
              <td>
                <AssessmentPill status={row.status} bare />
                {isWithVendor(row) && row.dueOn !== null && <span className="quiet"> due {formatDay(row.dueOn, today)}</span>}
              </td>
              <td className="tab">
                {row.answered} of {row.required}
              </td>
              <td className="num">
                {row.scoreBps === null ? (
                  <span className="quiet">none</span>
                ) : (
                  <>
                    <b>{formatScore(row.scoreBps)}</b> {row.grade ?? "no grade"}
                  </>
                )}
              </td>
              <td className="num">{row.changeBps === null ? "" : formatChange(row.changeBps)}</td>
              <td>
                {row.outcome !== undefined && <OutcomePill status={row.outcome} bare />}{" "}
                {row.reportEvidenceId !== null && <a href={`/reports/${row.reportEvidenceId}/file`}>Signed PDF</a>}
                {row.addenda.map(({ number, evidenceId }) => (
                  <span key={evidenceId} className="quiet">
                    , <a href={`/reports/${evidenceId}/file`}>addendum {number}</a>
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

const isWithVendor = ({ status }: Row) => status === "sent" || status === "in_progress" || status === "clarification";

function hrefOf({ id, status, engagementId }: Row): string {
  if (status === "decided") return `/assessments/${id}/why`;
  if (status === "reviewed") return `/assessments/${id}/decide`;
  if (status === "from_documents") return `/assessments/${id}`;
  return status === "draft" ? `/engagements/${engagementId}/send` : `/assessments/${id}/review`;
}
