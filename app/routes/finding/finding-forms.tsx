// The two forms of a finding: recording progress, and closing it.
import type { viewFinding } from "#app/server/findings/view-finding.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { Select } from "#app/ui/select.tsx";
import { Textarea } from "#app/ui/textarea.tsx";

type View = Awaited<ReturnType<typeof viewFinding>>;

interface FormProps {
  view: View;
  fields: Record<string, string>;
  values?: Record<string, string | string[]>;
}

const stepTexts = { plan: "A plan is agreed", report_fix: "The vendor reports a fix", reopen: "Open it again" } as const;

export function ProgressForm({ view, fields, values = {} }: FormProps) {
  const { finding, steps, owners, documents } = view;
  const options = (["plan", "report_fix", "reopen"] as const)
    .filter((step) => steps.includes(step))
    .map((step) => ({ value: step, label: stepTexts[step] }));
  const typed = (name: string) => (typeof values[name] === "string" ? (values[name] as string) : undefined);
  return (
    <form method="post" className="stack form">
      <h2>Record progress</h2>
      <Field name="step" label="Step">
        <Select placeholder="Only a note" options={options} defaultValue={typed("step") ?? ""} />
      </Field>
      <Field name="text" label="What happened" error={fields.text}>
        <Textarea required defaultValue={typed("text")} />
      </Field>
      {finding.status !== "closed" && (
        <>
          <Field name="plan" label="Plan" isOptional hint="What will be done; needed when a plan is agreed." error={fields.plan}>
            <Textarea rows={2} defaultValue={typed("plan") ?? finding.plan} />
          </Field>
          <div className="row row--top">
            <Field name="dueOn" label="Due" error={fields.dueOn}>
              <DateInput defaultValue={typed("dueOn") ?? finding.dueOn} />
            </Field>
            <Field name="ownerId" label="Owner" error={fields.ownerId}>
              <Select placeholder="Nobody" options={owners} defaultValue={typed("ownerId") ?? finding.ownerId ?? ""} />
            </Field>
          </div>
          <Field name="evidenceId" id="progress-evidence" label="Document" isOptional>
            <Select placeholder="None" options={documents} />
          </Field>
        </>
      )}
      <div className="row">
        <Button tone="primary">Record progress</Button>
      </div>
    </form>
  );
}

const reasonTexts = [
  { value: "fixed", label: "It is fixed, and a document shows it" },
  { value: "not_failing", label: "The answer does not fail" },
  { value: "engagement_over", label: "The engagement is over" },
];

export function CloseFinding({ view, fields }: FormProps) {
  return (
    <Disclosure summary="Close finding" isOpen={fields.evidenceId !== undefined || fields.because !== undefined}>
      {view.hasWorkedOnIt && <p className="quiet">You worked on this finding, so somebody else has to close it as fixed.</p>}
      <form method="post" className="stack form">
        <input type="hidden" name="intent" value="close" />
        <Field name="because" label="Why" error={fields.because}>
          <Select options={reasonTexts} />
        </Field>
        <Field name="evidenceId" label="Document that shows the fix" error={fields.evidenceId}>
          <Select placeholder="None" options={view.documents} />
        </Field>
        <Field name="text" id="close-text" label="What was looked at">
          <Textarea required rows={2} />
        </Field>
        <div className="row">
          <Button icon="check">Close finding</Button>
        </div>
      </form>
    </Disclosure>
  );
}
