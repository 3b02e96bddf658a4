// One risk and its acceptance: proposed here by its owner, countersigned here by compliance.
import type { AcceptanceView } from "#app/server/decisions/acceptance-views.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CountersignForm } from "#app/ui/countersign-form.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { formatDay } from "#app/ui/format.ts";
import { Input } from "#app/ui/input.tsx";
import { RiskBadge } from "#app/ui/risk-badge.tsx";
import { StatusPill } from "#app/ui/status-pill.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { type FormValues, typed } from "./form-values.ts";

interface AcceptanceProps {
  need: AcceptanceView;
  values: FormValues;
  errors: Record<string, string>;
}

export function Acceptance({ need, values, errors }: AcceptanceProps) {
  const { subject, text, about, level, inForce, waiting, refusal } = need;
  const isMine = typed(values, "subject") === subject;
  return (
    <Card className="stack stack-8">
      <div className="row">
        <RiskBadge level={level} />
        <h3>{about === "" ? text : `${text}: ${about}`}</h3>
      </div>
      {inForce ? (
        <>
          <StatusPill tone="ok" icon="circle-check">
            In force until {formatDay(inForce.expiresOn)}
          </StatusPill>
          <p>
            {inForce.owner}, countersigned by {inForce.countersigner}: “{inForce.reason}”
          </p>
        </>
      ) : null}
      {!inForce && waiting ? <Waiting waiting={waiting} /> : null}
      {!inForce && !waiting && refusal ? (
        <div className="row">
          <StatusPill tone="warn" icon="circle-dashed">
            Not accepted
          </StatusPill>
          <span className="quiet">{refusal}</span>
        </div>
      ) : null}
      {!inForce && !waiting && !refusal ? <Propose need={need} values={isMine ? values : {}} errors={isMine ? errors : {}} /> : null}
    </Card>
  );
}

function Waiting({ waiting }: { waiting: NonNullable<AcceptanceView["waiting"]> }) {
  return (
    <div className="stack stack-8">
      <StatusPill tone="info" icon="clock">
        Waits for the countersignature
      </StatusPill>
      <p>
        {waiting.owner}, until {formatDay(waiting.expiresOn)}: “{waiting.reason}”
      </p>
      {waiting.refusal ? <p className="quiet">{waiting.refusal}</p> : null}
      <div className="row">
        {waiting.mayCountersign ? <CountersignForm riskAcceptanceId={waiting.id} /> : null}
        {waiting.mayWithdraw ? (
          <Disclosure summary="Withdraw it">
            <form method="post" className="stack stack-8">
              <input type="hidden" name="intent" value="withdraw-acceptance" />
              <input type="hidden" name="riskAcceptanceId" value={waiting.id} />
              <Field name="reason" id={`withdraw-${waiting.id}`} label="Why">
                <Input />
              </Field>
              <Button>Withdraw</Button>
            </form>
          </Disclosure>
        ) : null}
      </div>
    </div>
  );
}

function Propose({ need, values, errors }: AcceptanceProps) {
  const id = need.subject.replace(/[^A-Za-z0-9]+/g, "-");
  return (
    <Disclosure summary="Propose risk acceptance" isOpen={Object.keys(errors).length > 0}>
      <form method="post" className="stack form">
        <input type="hidden" name="intent" value="propose" />
        <input type="hidden" name="subject" value={need.subject} />
        <Field name="reason" id={`reason-${id}`} label="Why it is acceptable until then" error={errors.reason} required>
          <Textarea rows={2} defaultValue={typed(values, "reason")} />
        </Field>
        <Field
          name="expiresOn"
          id={`expires-${id}`}
          label="Last day"
          hint={`At the latest ${formatDay(need.latest)}.`}
          error={errors.expiresOn}
          required
        >
          <DateInput max={need.latest} defaultValue={typed(values, "expiresOn")} />
        </Field>
        <Button>Accept this risk</Button>
      </form>
    </Disclosure>
  );
}
