// How many questions, how long, until when: three figures, each with its meaning.
import type { VendorFrame } from "#app/domain/assessment/vendor-page.ts";
import type { Messages } from "#app/i18n/en.ts";
import { formatDay, formatDue } from "../format.ts";
import { useKitWords } from "../words.ts";

/** Three quarters of a minute per answer; with looking things up the first ones take longer, the last ones seconds. */
const minutesPerAnswer = 0.75;

export interface PortalStatsProps {
  frame: Pick<VendorFrame, "progress" | "dueOn" | "today">;
  words: Messages["portal"];
  /** Questions that reports answered. */
  saved?: number;
}

export function PortalStats({ frame, words, saved = 0 }: PortalStatsProps) {
  const kit = useKitWords();
  const { answered, required } = frame.progress;
  const open = required - answered;
  return (
    <dl className="stats">
      <div>
        <dt>{words.stats.questions}</dt>
        <dd>{required}</dd>
        <dd>
          {words.stats.answered(answered)}
          {saved > 0 && `, ${words.reports.ofThem(saved)}`}
        </dd>
      </div>
      <div>
        <dt>{words.stats.time}</dt>
        <dd>{words.stats.minutes(Math.ceil(open * minutesPerAnswer))}</dd>
        <dd>{open === 0 ? words.stats.nothingLeft : words.stats.about(open)}</dd>
      </div>
      <div>
        <dt>{words.stats.due}</dt>
        <dd>{frame.dueOn === null ? words.stats.noDue : formatDay(frame.dueOn, frame.today, kit)}</dd>
        <dd>{frame.dueOn === null ? "" : formatDue(frame.dueOn, frame.today, kit)}</dd>
      </div>
    </dl>
  );
}
