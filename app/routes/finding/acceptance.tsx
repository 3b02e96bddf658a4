// The risk behind a finding: who accepted it until when, the countersignature that waits, and the one renewal there may be.
import type { viewFinding } from "#app/server/findings/view-finding.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { CountersignForm } from "#app/ui/countersign-form.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { formatDay } from "#app/ui/format.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { StatusPill } from "#app/ui/status-pill.tsx";
import { Textarea } from "#app/ui/textarea.tsx";

type Acceptance = Awaited<ReturnType<typeof viewFinding>>["acceptance"];

interface AcceptanceProps {
  acceptance: Acceptance;
  assessmentId: string;
  fields: Record<string, string>;
  values: Record<string, string | string[]>;
}

const looks = {
  proposed: { tone: "info", icon: "clock", word: "Waits for the countersignature" },
  in_force: { tone: "ok", icon: "circle-check", word: "In force" },
  expired: { tone: "warn", icon: "clock", word: "Ended" },
  withdrawn: { tone: "plain", icon: "x", word: "Withdrawn" },
} as const;

export function RiskAcceptance(props: AcceptanceProps) {
  const { acceptances, waiting, renewable, proposeAt } = props.acceptance;
  if (acceptances.length === 0 && proposeAt === null) return null;
  return (
    <section className="stack stack-8">
      <h2>Risk acceptance</h2>
      {proposeAt !== null && (
        <div className="row">
          <LinkButton href={proposeAt}>Propose risk acceptance</LinkButton>
        </div>
      )}
      {acceptances.length > 0 && (
        <ul className="stack stack-8">
          {acceptances.map(({ id, status, isRenewal, expiresOn, owner, countersigner, reason }) => (
            <li key={id}>
              <StatusPill tone={looks[status].tone} icon={looks[status].icon}>
                {looks[status].word}
              </StatusPill>{" "}
              {isRenewal ? "Renewal" : "Accepted"} by {owner} until {formatDay(expiresOn)}
              {countersigner && `, countersigned by ${countersigner}`}: “{reason}”
            </li>
          ))}
        </ul>
      )}
      {waiting?.refusal && <p className="quiet">{waiting.refusal}</p>}
      {waiting?.mayCountersign && <CountersignForm riskAcceptanceId={waiting.id} />}
      {renewable?.refusal && <p className="quiet">It cannot be renewed by you. {renewable.refusal}</p>}
      {renewable && renewable.refusal === null && <Renew {...props} renewable={renewable} />}
    </section>
  );
}

function Renew({ assessmentId, renewable, fields, values }: AcceptanceProps & { renewable: NonNullable<Acceptance["renewable"]> }) {
  const typed = (name: string) => (values.intent === "renew" && typeof values[name] === "string" ? (values[name] as string) : undefined);
  const errors = values.intent === "renew" ? fields : {};
  return (
    <Disclosure summary="Renew it, once" isOpen={values.intent === "renew"}>
      <form method="post" className="stack form">
        <input type="hidden" name="intent" value="renew" />
        <input type="hidden" name="assessmentId" value={assessmentId} />
        <input type="hidden" name="subject" value={renewable.subject} />
        <Field name="reason" id="renew-reason" label="Why it is acceptable for longer" error={errors.reason}>
          <Textarea rows={2} required defaultValue={typed("reason")} />
        </Field>
        <Field
          name="expiresOn"
          id="renew-expires"
          label="Last day"
          hint={`At the latest ${formatDay(renewable.latest)}. Compliance countersigns; there is no second renewal.`}
          error={errors.expiresOn}
        >
          <DateInput required max={renewable.latest} defaultValue={typed("expiresOn")} />
        </Field>
        <div className="row">
          <Button>Renew acceptance</Button>
        </div>
      </form>
    </Disclosure>
  );
}
