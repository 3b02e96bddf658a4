// What the review as a whole waits for: questions to send back, things to do before closing, or the closed review itself.
import type { ReviewView } from "#app/server/assessments/review/review-page.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";

const whyTexts = {
  not_determined: "has to be determined",
  evidence_unread: "its document has to be looked at",
  clarification_open: "the vendor has to answer",
} as const;

export function ReviewWork({ view }: { view: ReviewView }) {
  const { status, drafts, open, mayDetermine, mayReopen, assessmentId } = view;
  if (status === "reviewed" || status === "decided") {
    return (
      <Callout tone="ok" title={status === "decided" ? "This assessment is decided" : "The review is closed"} level={2}>
        <div className="row">
          <LinkButton href={`/assessments/${assessmentId}/decide`} icon="scale">
            {status === "decided" ? "See the decision" : "Go to the decision"}
          </LinkButton>
          <LinkButton href={`/assessments/${assessmentId}/why`} tone="ghost">
            Why this score?
          </LinkButton>
        </div>
        {mayReopen && (
          <Disclosure summary="Open the review again">
            <form method="post" className="stack">
              <input type="hidden" name="intent" value="reopen" />
              <Field name="reason" label="Why it is opened again" id="reopen-reason">
                <Input required />
              </Field>
              <Button>Open the review again</Button>
            </form>
          </Disclosure>
        )}
      </Callout>
    );
  }
  if (!mayDetermine) return status === "clarification" ? <Waiting view={view} /> : null;
  return (
    <>
      {status === "clarification" && <Waiting view={view} />}
      {drafts.length > 0 && status !== "clarification" && <Drafts view={view} />}
      {open.length === 0 && status !== "clarification" && (
        <Callout tone="info" title="Everything that needs you is determined" level={2}>
          <form method="post">
            <input type="hidden" name="intent" value="close" />
            <Button icon="check">Close the review</Button>
          </form>
        </Callout>
      )}
    </>
  );
}

function Waiting({ view: { open } }: { view: ReviewView }) {
  const waiting = open.filter(({ why }) => why === "clarification_open");
  return (
    <Callout
      tone="info"
      title={`The vendor has ${waiting.length === 1 ? "1 question" : `${waiting.length} questions`} to answer`}
      level={2}
    >
      Other answers can be reviewed meanwhile.
    </Callout>
  );
}

function Drafts({ view: { drafts, proposedDueOn } }: { view: ReviewView }) {
  return (
    <Callout
      tone="info"
      icon="message-circle-question-mark"
      title={`${drafts.length === 1 ? "1 question" : `${drafts.length} questions`} to send back`}
      level={2}
    >
      <ul>
        {drafts.map(({ questionKey, text, ask }) => (
          <li key={questionKey}>
            <a href={`?question=${encodeURIComponent(questionKey)}`}>{text}</a> <span className="quiet">{ask}</span>
          </li>
        ))}
      </ul>
      <form method="post" className="row row--end">
        <input type="hidden" name="intent" value="clarify" />
        <Field name="dueOn" label="Answer by">
          <DateInput defaultValue={proposedDueOn} required />
        </Field>
        <Button icon="send">Send to vendor</Button>
      </form>
    </Callout>
  );
}

/** What keeps the review from being closed, as links. */
export function OpenList({ view: { open } }: { view: ReviewView }) {
  if (open.length === 0) return null;
  return (
    <Disclosure summary={`${open.length} things before the review can be closed`}>
      <ul>
        {open.slice(0, 60).map(({ questionKey, why, text }) => (
          <li key={`${questionKey} ${why}`}>
            <a href={`?question=${encodeURIComponent(questionKey)}`}>{text}</a> <span className="quiet">{whyTexts[why]}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
