// What was asked about a question, and our answers, oldest first.
import type { VendorMessage } from "#app/domain/assessment/vendor-page.ts";
import type { Messages } from "#app/i18n/en.ts";
import { formatInstant } from "../format.ts";
import { useKitWords } from "../words.ts";

export interface ThreadProps {
  messages: readonly VendorMessage[];
  words: Messages["portal"];
  timeZone: string;
  today: string;
}

export function Thread({ messages, words, timeZone, today }: ThreadProps) {
  const kit = useKitWords();
  return (
    <div className="thread">
      {messages.map(({ id, isYours, by, at, text }) => (
        <p key={id}>
          <b>{isYours ? `${by} (${words.question.you})` : by}</b>{" "}
          <span className="quiet">{formatInstant(new Date(at), timeZone, today, kit)}</span>
          <br />
          <span className="pre">{text}</span>
        </p>
      ))}
    </div>
  );
}
