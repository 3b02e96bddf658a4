// Below a question: ask about it, who saved it when, and what was asked and answered.
import type { VendorQuestionView } from "#app/domain/assessment/vendor-page.ts";
import type { Messages } from "#app/i18n/en.ts";
import { formatInstant, formatTime } from "../format.ts";
import { Icon } from "../icon.tsx";
import { useKitWords } from "../words.ts";
import { Thread } from "./thread.tsx";

export interface QuestionFootProps {
  view: VendorQuestionView;
  words: Messages["portal"];
  timeZone: string;
  today: string;
  isReadOnly: boolean;
}

export function QuestionFoot({ view: { question, answer, messages }, words, timeZone, today, isReadOnly }: QuestionFootProps) {
  const kit = useKitWords();
  const at = answer ? new Date(answer.givenAt) : undefined;
  return (
    <>
      <div className="q__foot">
        {isReadOnly ? null : (
          <button className="link" type="submit" name="next" value={`ask:${question.key}`}>
            <Icon name="message-circle" />
            {messages.length === 0 ? words.question.ask : words.question.thread(messages.length)}
          </button>
        )}
        <span className="saved push" data-saved={question.key} role="status">
          {answer && at && !answer.isCarried && !answer.elsewhere && (
            <>
              <Icon name="check" />
              <span title={formatInstant(at, timeZone, today, kit)}>
                <span data-at={answer.givenAt}>{words.section.saved(formatTime(at, timeZone))}</span>{" "}
                <span className="quiet">{words.question.answeredBy(answer.givenBy)}</span>
              </span>
            </>
          )}
        </span>
      </div>
      {messages.length > 0 && <Thread messages={messages} words={words} timeZone={timeZone} today={today} />}
    </>
  );
}
