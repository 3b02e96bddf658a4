// Vendor, contract: per service, the clauses its facts ask for, whether each is agreed and where it stands; what we have to do ourselves,
// and whom the vendor uses. P **Save clauses**.
import { useActionData, useLoaderData } from "@remix-run/react";
import { dutyForm, handOverForm } from "#app/domain/duty/duty.schema.ts";
import { clauseFields, clausesFrom, clausesSchema, noticeClause } from "#app/domain/engagement/clauses-form.schema.ts";
import { type ClauseFramework, clauseFrameworks, clauseStates } from "#app/domain/report/report-facts.ts";
import { clauseFrameworkWords, clauseStateWords } from "#app/domain/report/report-words.ts";
import { handOverDuty } from "#app/server/duties/hand-over-duty.server.ts";
import { reopenDuty } from "#app/server/duties/reopen-duty.server.ts";
import { tickOffDuty } from "#app/server/duties/tick-off-duty.server.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { recordClauses } from "#app/server/vendors/record-clauses.server.ts";
import { viewVendorContract } from "#app/server/vendors/vendor-contract.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { dayOf, formatDay } from "#app/ui/format.ts";
import { Input } from "#app/ui/input.tsx";
import { Section } from "#app/ui/section.tsx";
import { Select } from "#app/ui/select.tsx";
import { EngagementPill } from "#app/ui/state-pills.tsx";
import { Table } from "#app/ui/table.tsx";
import { Duties } from "./duties.tsx";
import { Subcontractors } from "./subcontractors.tsx";

export const loader = staffPage(async (ctx, { params }) => viewVendorContract(ctx, params.vendorId ?? ""));

export const action = staffAction(async (ctx, { form }) => {
  const intent = form.get("intent");
  if (intent === "tick-off" || intent === "reopen-duty") {
    const { dutyId, note } = parseForm(form, dutyForm);
    await (intent === "tick-off" ? tickOffDuty : reopenDuty)(ctx, dutyId, note);
    return { done: dutyId };
  }
  if (intent === "hand-over") {
    const { dutyId, ownerId } = parseForm(form, handOverForm);
    await handOverDuty(ctx, dutyId, ownerId);
    return { done: dutyId };
  }
  const { engagementId, ...typed } = parseForm(form, clausesSchema);
  await recordClauses(ctx, engagementId, clausesFrom(typed));
  return { done: engagementId };
});

type Engagement = Awaited<ReturnType<typeof viewVendorContract>>["engagements"][number];

export default function VendorContract() {
  const { engagements, owners, mayRecord, today, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const error = answer && "error" in answer ? answer.error : undefined;
  const done = answer && "done" in answer ? answer.done : undefined;
  if (engagements.length === 0) {
    return (
      <div className="tab-page">
        <EmptyState icon="file-text" title="No engagement yet">
          Which clauses a contract needs depends on the service: add an engagement first.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="tab-page stack stack-40">
      <ErrorSummary
        title={error?.detail ?? ""}
        errors={Object.entries(error?.fields ?? {}).map(([field, message]) => ({ field, message }))}
      />
      {engagements.map((engagement) => (
        <Section key={engagement.id} id={engagement.id} title={engagement.service}>
          {done === engagement.id && <Callout tone="ok" title="The clauses are saved." />}
          <Facts
            facts={[
              { name: "Stage", value: <EngagementPill status={engagement.status} bare /> },
              {
                name: "Decided",
                value: engagement.decidedAt === null ? "not yet" : formatDay(dayOf(engagement.decidedAt, timeZone), today),
              },
              { name: "Went live", value: engagement.wentLiveOn === null ? "not yet" : formatDay(engagement.wentLiveOn, today) },
            ]}
          />
          <Clauses engagement={engagement} mayRecord={mayRecord && !engagement.isOver} />
          <Duties
            duties={engagement.duties}
            owners={owners}
            today={today}
            timeZone={timeZone}
            refused={error?.values.dutyId === undefined ? undefined : error}
          />
          <Subcontractors subcontractors={engagement.subcontractors} />
        </Section>
      ))}
    </div>
  );
}

function Clauses({ engagement, mayRecord }: { engagement: Engagement; mayRecord: boolean }) {
  const { clauses } = engagement;
  if (clauses.length === 0) {
    return <p className="quiet">No clause is needed: this service neither gets data of our customers nor is in card scope.</p>;
  }
  const missing = clauses.filter(({ state }) => state !== "yes").length;
  const frameworks = clauseFrameworks.filter((framework) => clauses.some((clause) => clause.framework === framework));
  return (
    <form method="post" className="clauses">
      <input type="hidden" name="engagementId" value={engagement.id} />
      <p className={missing > 0 ? "muted" : "quiet"}>
        {missing === 0
          ? `All ${clauses.length} clauses are in the contract.`
          : `${missing} of ${clauses.length} clauses are missing or unknown.`}
      </p>
      {frameworks.map((framework) => (
        <ClauseTable key={framework} framework={framework} engagement={engagement} mayRecord={mayRecord} />
      ))}
      {mayRecord && (
        <p className="row section-foot">
          <Button>Save clauses</Button>
        </p>
      )}
    </form>
  );
}

function NoticeHours({ name, hours, mayRecord }: { name: string; hours: number | null; mayRecord: boolean }) {
  if (!mayRecord) return hours === null ? null : <p className="quiet">Notice within {hours} hours</p>;
  return (
    <span className="unit">
      Notice within
      <Input
        name={name}
        aria-label="Hours within which the contract wants a breach notice"
        inputMode="numeric"
        maxLength={4}
        defaultValue={hours ?? ""}
      />
      hours
    </span>
  );
}

function ClauseTable({ framework, engagement, mayRecord }: { framework: ClauseFramework; engagement: Engagement; mayRecord: boolean }) {
  return (
    <>
      <h3>{clauseFrameworkWords[framework]}</h3>
      <Table caption={clauseFrameworkWords[framework]} plain className="stacked">
        <colgroup>
          <col />
          <col />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Clause</th>
            <th scope="col">State</th>
            <th scope="col">Where it stands</th>
          </tr>
        </thead>
        <tbody>
          {engagement.clauses
            .filter((clause) => clause.framework === framework)
            .map((clause) => {
              const names = clauseFields(clause.id);
              return (
                <tr key={clause.id}>
                  <th scope="row">
                    <span className="quiet tab">{clause.id}</span> {clause.title}
                  </th>
                  <td data-label="State">
                    {mayRecord ? (
                      <Select
                        name={names.state}
                        aria-label={`${clause.id}: state`}
                        options={clauseStates.map((state) => ({ value: state, label: clauseStateWords[state] }))}
                        defaultValue={clause.state}
                      />
                    ) : (
                      clauseStateWords[clause.state]
                    )}
                  </td>
                  <td data-label="Where it stands">
                    {mayRecord ? (
                      <Input name={names.where} aria-label={`${clause.id}: where it stands`} maxLength={200} defaultValue={clause.where} />
                    ) : (
                      clause.where || <span className="quiet">–</span>
                    )}
                    {clause.id === noticeClause && <NoticeHours name={names.hours} hours={clause.hours} mayRecord={mayRecord} />}
                  </td>
                </tr>
              );
            })}
        </tbody>
      </Table>
    </>
  );
}
