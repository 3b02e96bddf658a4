// The form that records a PCI status, folded below what is recorded.
import { type PciForm as Form, type PciRecord, pciForms } from "#app/domain/engagement/pci-status.ts";
import type { PciProposal } from "#app/server/vendors/vendor-contract.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormActions } from "#app/ui/form-section.tsx";
import { Input } from "#app/ui/input.tsx";
import { Select } from "#app/ui/select.tsx";
import { Textarea } from "#app/ui/textarea.tsx";

export const pciFormTexts: Record<Form, string> = {
  aoc_service_provider: "Attestation of Compliance as a service provider, by an assessor",
  saq_d_service_provider: "Self-assessment D for service providers",
  evidence_per_requirement: "Evidence reviewed requirement by requirement",
  none: "Not shown",
};

interface PciFormProps {
  engagementId: string;
  record: PciRecord | null;
  /** Read off a newer attestation, not recorded yet. */
  proposal: PciProposal | undefined;
  documents: readonly { id: string; fileName: string }[];
  today: string;
  error: { fields?: Record<string, string>; values: Record<string, string | string[]> } | undefined;
  /** The only form of the page, so that error links find its fields by name. */
  isOnly: boolean;
}

export function PciForm({ engagementId, record, proposal, documents, today, error, isOnly }: PciFormProps) {
  const fields = error?.fields ?? {};
  const value = (name: keyof PciRecord): string => {
    if (error) return String(error.values[name] ?? "");
    const known = { ...record, ...proposal }[name];
    return Array.isArray(known) ? known.join("\n") : (known ?? "");
  };
  const field = (name: keyof PciRecord) => ({ name, error: fields[name], id: isOnly || error ? undefined : `f-${engagementId}-${name}` });
  return (
    <Disclosure
      summary={record ? "Record anew" : "Record PCI status"}
      isOpen={error !== undefined || proposal !== undefined || (record === null && isOnly)}
    >
      <form method="post" className="form fields" noValidate>
        <input type="hidden" name="engagementId" value={engagementId} />
        {proposal && <Callout tone="info" title={`Filled in from ${proposal.fileName}. Look at it, then record it.`} />}
        <Field {...field("form")} label="Shown by" required>
          <Select
            placeholder="Choose"
            options={pciForms.map((form) => ({ value: form, label: pciFormTexts[form] }))}
            defaultValue={value("form")}
          />
        </Field>
        <div className="pair">
          <Field {...field("assessor")} label="Assessor" hint="Company; empty for a self-assessment">
            <Input autoComplete="off" maxLength={200} defaultValue={value("assessor")} />
          </Field>
          <Field {...field("dssVersion")} label="PCI DSS version">
            <Input autoComplete="off" maxLength={20} placeholder="4.0.1" defaultValue={value("dssVersion")} />
          </Field>
        </div>
        <Field {...field("reportOn")} label="Date of report" hint="Of the report, not of a signature: twelve months count from here">
          <DateInput max={today} defaultValue={value("reportOn")} />
        </Field>
        <Field {...field("servicesCovered")} label="Services covered" hint="One per line, as the document names them">
          <Textarea rows={3} defaultValue={value("servicesCovered")} />
        </Field>
        <Field {...field("requirementsNotTested")} label="Requirements not tested" hint="One per line, such as 11.6.1">
          <Textarea rows={2} defaultValue={value("requirementsNotTested")} />
        </Field>
        <Field {...field("evidenceId")} label="Read from" isOptional>
          <Select
            placeholder="No document"
            options={documents.map(({ id, fileName }) => ({ value: id, label: fileName }))}
            defaultValue={value("evidenceId")}
          />
        </Field>
        <FormActions>
          <Button tone={isOnly ? "primary" : "plain"}>Record PCI status</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}
