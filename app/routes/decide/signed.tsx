// A decision that carries a signature: it waits for the second one, or is final with its documents. While the documents are being made
// the page loads itself again.
import { outcomeTexts } from "#app/domain/assessment/decision-outcomes.ts";
import type { DecisionView } from "#app/server/decisions/decide.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Field } from "#app/ui/field.tsx";
import { formatDay, formatInstant } from "#app/ui/format.ts";
import { Input } from "#app/ui/input.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { RiskBadge } from "#app/ui/risk-badge.tsx";
import { Section } from "#app/ui/section.tsx";
import { OutcomePill } from "#app/ui/state-pills.tsx";
import { conditionLooks } from "#app/ui/status-looks.ts";
import { StatusPill } from "#app/ui/status-pill.tsx";
import { Table } from "#app/ui/table.tsx";
import { conditionTimeTexts } from "./condition-words.ts";

type Decision = NonNullable<DecisionView["decision"]>;

interface SignedProps {
  view: DecisionView;
  decision: Decision;
  errors: Record<string, string>;
}

const stateWords = { open: "Open", met: "Met", not_met: "Not met" } as const;

export function Signed({ view, decision, errors }: SignedProps) {
  const { timeZone, today } = view;
  const when = (at: Date) => formatInstant(at, timeZone, today);
  return (
    <>
      {decision.status === "final" ? (
        <Documents view={view} decision={decision} />
      ) : (
        <SecondSignature view={view} decision={decision} errors={errors} />
      )}
      <Section id="outcome" title="Outcome" className="stack">
        <Facts
          facts={[
            { name: "Outcome", value: <OutcomePill status={decision.outcome} /> },
            { name: "Signed", value: `${decision.signed.by}, ${when(decision.signed.at)}` },
            ...(decision.countersigned
              ? [{ name: "Second signature", value: `${decision.countersigned.by}, ${when(decision.countersigned.at)}` }]
              : []),
            {
              name: "Residual risk",
              value: (
                <>
                  <RiskBadge level={decision.residual} />{" "}
                  {decision.residualReason ? (
                    <span className="quiet">
                      by the table {decision.computedResidual}: “{decision.residualReason}”
                    </span>
                  ) : null}
                </>
              ),
            },
            ...(decision.nextReviewOn ? [{ name: "Next review", value: formatDay(decision.nextReviewOn) }] : []),
          ]}
        />
        {decision.engagedBeforeAssessment ? (
          <Callout tone="warn" title="Engaged before assessment">
            <p>The service was in use before this decision (PCI DSS 4.0.1 12.8.3). The report says so on its first page.</p>
          </Callout>
        ) : null}
        <p className="pre">{decision.rationale}</p>
      </Section>
      {decision.conditions.length > 0 ? <Conditions decision={decision} /> : null}
      {decision.status === "final" && decision.may.withdraw ? (
        <Disclosure summary="Withdraw this decision" isOpen={errors.reason !== undefined}>
          <p className="muted">
            The signed documents stay; a signed addendum says that the decision no longer holds. What was approved is suspended until a new
            decision is signed.
          </p>
          <WithdrawForm decisionId={decision.id} error={errors.reason} />
        </Disclosure>
      ) : null}
    </>
  );
}

function Documents({ view, decision }: Pick<SignedProps, "view" | "decision">) {
  const { reportId, decisionPageId, addenda, letter, may } = decision;
  if (!reportId || !decisionPageId) {
    return (
      <Callout tone="info" title="The signed documents are being made" level={2} aria-live="polite">
        <meta httpEquiv="refresh" content="2" />
        <p>The decision is final. This page shows the audit report and the decision page in a few seconds.</p>
      </Callout>
    );
  }
  return (
    <Callout tone="ok" title="The decision is final, its documents are signed and stored" level={2}>
      <div className="stack stack-8">
        <div className="row">
          {may.readReport ? (
            <LinkButton tone="primary" href={`/reports/${reportId}/file`} icon="download" download>
              Audit report
            </LinkButton>
          ) : null}
          <LinkButton href={`/reports/${decisionPageId}/file`} icon="download" download>
            Decision page
          </LinkButton>
          {letter?.documentId && may.readLetter ? (
            <LinkButton href={`/reports/${letter.documentId}/file`} icon="download" download>
              Decision letter
            </LinkButton>
          ) : null}
          {!letter && may.sendLetter ? (
            <LinkButton href={`/assessments/${view.assessmentId}/letter`} icon="mail">
              Decision letter to the vendor
            </LinkButton>
          ) : null}
          <a href="/reports">All reports</a>
        </div>
        {letter ? (
          <p className="quiet">The vendor was sent its decision letter on {formatInstant(letter.sentAt, view.timeZone, view.today)}.</p>
        ) : may.sendLetter ? (
          <p className="quiet">The vendor has not been told yet. Read the letter first; it is sent when you press the button there.</p>
        ) : null}
        {addenda.length > 0 ? (
          <ul className="quiet">
            {addenda.map(({ number, what, at, documentId }) => (
              <li key={number}>
                {documentId === null ? (
                  `Addendum ${number}, being signed`
                ) : (
                  <a href={`/reports/${documentId}/file`} download>
                    Addendum {number}
                  </a>
                )}
                : {what.toLowerCase()}, {formatInstant(at, view.timeZone, view.today)}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </Callout>
  );
}

function SecondSignature({ view, decision, errors }: SignedProps) {
  const { may, refusal } = decision;
  const isOpen = view.musts.length > 0 || view.needs.some(({ inForce }) => inForce === null);
  return (
    <Section id="second" title="Second signature" className="stack">
      <p>
        {decision.signed.by} signed “{outcomeTexts[decision.outcome].toLowerCase()}”. It is final when a second person signs who neither
        registered the vendor nor reviewed it alone.
      </p>
      {refusal ? <Callout tone="info">{refusal}</Callout> : null}
      <div className="row row--wide row--top">
        {may.countersign ? (
          <form method="post">
            <input type="hidden" name="decisionId" value={decision.id} />
            <Button tone="primary" name="intent" value="countersign" disabled={isOpen}>
              Give second signature
            </Button>
          </form>
        ) : null}
        {may.withdraw ? (
          <Disclosure summary="Withdraw the first signature" isOpen={errors.reason !== undefined}>
            <WithdrawForm decisionId={decision.id} error={errors.reason} />
          </Disclosure>
        ) : null}
      </div>
    </Section>
  );
}

function WithdrawForm({ decisionId, error }: { decisionId: string; error: string | undefined }) {
  return (
    <form method="post" className="stack stack-8">
      <input type="hidden" name="intent" value="withdraw" />
      <input type="hidden" name="decisionId" value={decisionId} />
      <Field name="reason" label="Why" error={error} required>
        <Input />
      </Field>
      <Button>Withdraw decision</Button>
    </form>
  );
}

function Conditions({ decision }: { decision: Decision }) {
  return (
    <Section id="conditions" title="Conditions">
      <Table caption="Conditions by number" plain focusable>
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">What</th>
            <th scope="col">When</th>
            <th scope="col">State</th>
            <th scope="col">
              <span className="sr">Action</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {decision.conditions.map(({ id, number, text, when, dueOn, state }) => (
            <tr key={id}>
              <th scope="row">C-{number}</th>
              <td>{text}</td>
              <td>
                {conditionTimeTexts[when]}
                {dueOn ? `, ${formatDay(dueOn)}` : ""}
              </td>
              <td>
                <StatusPill {...conditionLooks[state]} bare>
                  {stateWords[state]}
                </StatusPill>
              </td>
              <td>
                {decision.may.meetConditions && state !== "met" ? (
                  <form method="post">
                    <input type="hidden" name="conditionId" value={id} />
                    <Button name="intent" value="meet-condition">
                      Record as met
                    </Button>
                  </form>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
