// Questions a CAIQ speaks of without answering them: a number or a day is asked, or its rows do not agree.
import { questionId } from "#app/domain/assessment/answer-names.ts";
import type { Messages } from "#app/i18n/en.ts";
import type { CaiqPage } from "#app/server/assessments/portal/caiq/caiq.queries.server.ts";

export function LeftQuestions({ left, words }: { left: CaiqPage["left"]; words: Messages["portal"]["caiq"] }) {
  return (
    <section className="vsec" aria-labelledby="h-left">
      <h2 id="h-left">{words.left(left.length)}</h2>
      <p className="muted">{words.leftLead}</p>
      <dl className="said">
        {left.map(({ key, number, text, section, isOpen, rows }) => (
          <div key={key}>
            <dt>
              {number}. <a href={`/vendor/sections/${section.key}#${questionId(key)}`}>{text}</a>
            </dt>
            <dd className="muted">{isOpen ? words.isOpen : words.onlyYou}</dd>
            {rows.map((row) => (
              <dd className="muted" key={row}>
                {row}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}
