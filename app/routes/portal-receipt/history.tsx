// What happened to the answers, newest first, and the fingerprints of what was signed.
import type { ReceiptEvent } from "#app/server/assessments/portal/receipt.queries.server.ts";
import { formatInstant } from "#app/ui/format.ts";
import type { IconName } from "#app/ui/icon-names.ts";
import { Timeline } from "#app/ui/timeline.tsx";
import { useKitWords, usePortalWords } from "#app/ui/words.ts";

const icons: Record<ReceiptEvent["is"], IconName> = {
  submitted: "lock",
  asked: "message-circle-question-mark",
  corrected: "rotate-ccw",
  decided: "file-check",
};

export interface HistoryProps {
  events: readonly ReceiptEvent[];
  timeZone: string;
  today: string;
}

export function History({ events, timeZone, today }: HistoryProps) {
  const kit = useKitWords();
  return (
    <Timeline
      entries={events.map((event, index) => ({
        id: `${event.at}-${index}`,
        icon: icons[event.is],
        text: <What event={event} />,
        when: formatInstant(new Date(event.at), timeZone, today, kit),
        dateTime: event.at,
      }))}
    />
  );
}

function What({ event }: { event: ReceiptEvent }) {
  const words = usePortalWords().receipt;
  switch (event.is) {
    case "submitted":
      return (
        <>
          {event.isFirst ? words.event.first(event.name, event.role) : words.event.again(event.name, event.role)}
          <span className="quiet">
            <br />
            {words.hash} <code className="mono pre">{event.sha256}</code>
          </span>
        </>
      );
    case "asked":
      return words.event.asked(event.count);
    case "corrected":
      return (
        <>
          {words.event.corrected(event.by, event.question)}
          <span className="quiet pre">
            <br />
            {event.why}
          </span>
        </>
      );
    case "decided":
      return words.event.decided;
  }
}
