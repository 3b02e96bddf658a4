// What happened, newest first: icon, sentence, when and who.

import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-names.ts";

export interface TimelineEntry {
  id: string;
  icon: IconName;
  text: ReactNode;
  /** "12 Nov 11:02 · Bertil Quist". */
  when: ReactNode;
  /** The instant for machines. */
  dateTime?: string;
}

export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.id}>
          <Icon name={entry.icon} />
          <p>{entry.text}</p>
          {entry.dateTime === undefined ? (
            <span className="when">{entry.when}</span>
          ) : (
            <time className="when" dateTime={entry.dateTime}>
              {entry.when}
            </time>
          )}
        </li>
      ))}
    </ol>
  );
}
