// Vendor, PCI: per service in card scope, how compliance was shown and until when it holds. A fact, not a score. P **Record PCI status**.
import { useActionData, useLoaderData } from "@remix-run/react";
import { pciRecordFormSchema } from "#app/domain/engagement/pci-record-form.schema.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { recordPciStatus } from "#app/server/vendors/record-pci-status.server.ts";
import { viewVendorPci } from "#app/server/vendors/vendor-contract.queries.server.ts";
import { Callout } from "#app/ui/callout.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { formatDay } from "#app/ui/format.ts";
import { Section } from "#app/ui/section.tsx";
import { PciPill } from "#app/ui/state-pills.tsx";
import { PciForm, pciFormTexts } from "./pci-form.tsx";

export const loader = staffPage(async (ctx, { params }) => viewVendorPci(ctx, params.vendorId ?? ""));

export const action = staffAction(async (ctx, { form }) => {
  const { engagementId, ...record } = parseForm(form, pciRecordFormSchema);
  await recordPciStatus(ctx, engagementId, record);
  return { done: engagementId };
});

export default function VendorPci() {
  const { engagements, documents, mayRecord, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const error = answer && "error" in answer ? answer.error : undefined;
  const done = answer && "done" in answer ? answer.done : undefined;
  const isFailed = (id: string) => error !== undefined && (error.values.engagementId === id || engagements.length === 1);
  if (engagements.length === 0) {
    return (
      <div className="tab-page">
        <EmptyState icon="credit-card" title="Not in card scope">
          By its inherent-risk answers, no service of this vendor handles card data or could affect it.
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
      {engagements.map(({ id, service, record, proposal, status, validUntilOn, document }) => (
        <Section key={id} id={id} title={service} className="pci">
          {done === id && <Callout tone="ok" title="The PCI status is recorded." />}
          <p>
            <PciPill status={status} />
          </p>
          {record && (
            <Facts
              facts={[
                { name: "Shown by", value: pciFormTexts[record.form] },
                { name: "Assessor", value: record.assessor || <span className="quiet">none named</span> },
                {
                  name: "Date of report",
                  value: record.reportOn === null ? <span className="quiet">none</span> : formatDay(record.reportOn, today),
                },
                {
                  name: "Holds until",
                  value: validUntilOn === null ? <span className="quiet">does not hold by time</span> : formatDay(validUntilOn, today),
                },
                { name: "PCI DSS version", value: record.dssVersion || <span className="quiet">not said</span> },
                { name: "Services covered", value: record.servicesCovered.join(", ") || <span className="quiet">not said</span> },
                {
                  name: "Requirements not tested",
                  value: record.requirementsNotTested.join(", ") || <span className="quiet">none named</span>,
                },
                { name: "Read from", value: document?.fileName ?? <span className="quiet">no document named</span> },
              ]}
            />
          )}
          <p className="quiet">
            <small>
              Neither the score nor a risk acceptance changes it. A requirement the vendor runs for us without proof is not in place for us.
            </small>
          </p>
          {mayRecord && (
            <PciForm
              engagementId={id}
              record={record}
              proposal={proposal}
              documents={documents}
              today={today}
              error={isFailed(id) ? error : undefined}
              isOnly={engagements.length === 1}
            />
          )}
        </Section>
      ))}
    </div>
  );
}
