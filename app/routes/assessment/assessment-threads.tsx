// What the vendor asked, question by question, and our replies.
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { fieldId } from "#app/ui/field-context.ts";
import { Section } from "#app/ui/section.tsx";
import { Textarea } from "#app/ui/textarea.tsx";

export interface AssessmentThreadsProps {
  threads: readonly {
    questionKey: string;
    title: string;
    isOpen: boolean;
    messages: readonly { id: string; isTheirs: boolean; by: string; at: Date | string; text: string }[];
  }[];
  at: (instant: Date | string) => string;
  mayReply: boolean;
  /** Where a new review is opened; once a decision is signed, what a vendor says changes nothing by itself. */
  reviewHref: string | undefined;
}

export function AssessmentThreads({ threads, at, mayReply, reviewHref }: AssessmentThreadsProps) {
  if (threads.length === 0) return null;
  const open = threads.filter(({ isOpen }) => isOpen).length;
  return (
    <Section id="messages" title="Messages" note={open === 0 ? "all answered" : `${open} waiting for an answer`}>
      <div className="stack">
        {reviewHref && open > 0 ? (
          <p>
            A decision is signed on these answers. Reply here; when what the vendor says matters, <a href={reviewHref}>open a new review</a>
            .
          </p>
        ) : null}
        {threads.map(({ questionKey, title, messages }) => (
          <div key={questionKey}>
            <h3>{title}</h3>
            <div className="thread">
              {messages.map((message) => (
                <p key={message.id}>
                  <b>{message.by}</b> <span className="quiet">{message.isTheirs ? `vendor, ${at(message.at)}` : at(message.at)}</span>
                  <br />
                  <span className="pre">{message.text}</span>
                </p>
              ))}
            </div>
            {mayReply ? (
              <form method="post" className="stack form">
                <input type="hidden" name="intent" value="reply" />
                <input type="hidden" name="questionKey" value={questionKey} />
                <Field name="text" id={fieldId(`reply-${questionKey}`)} label="Your answer">
                  <Textarea rows={2} maxLength={4000} />
                </Field>
                <Button>Send answer</Button>
              </form>
            ) : null}
          </div>
        ))}
      </div>
    </Section>
  );
}
