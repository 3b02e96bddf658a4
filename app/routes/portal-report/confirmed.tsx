// Below a report's form: the answers that came from it, and taking it back with what that would undo.
import { questionId } from "#app/domain/assessment/answer-names.ts";
import type { ReportPage } from "#app/server/assessments/portal/reports.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { usePortalWords } from "#app/ui/words.ts";

export function Confirmed({ confirmed }: Pick<ReportPage, "confirmed">) {
  const words = usePortalWords();
  if (confirmed.length === 0) return null;
  return (
    <section className="vsec" aria-labelledby="h-confirmed">
      <h2 id="h-confirmed">{words.reports.done}</h2>
      <dl className="said">
        {confirmed.map(({ questionKey, text, said, page, sectionKey }) => (
          <div key={questionKey}>
            <dt>
              <a href={`/vendor/sections/${sectionKey}#${questionId(questionKey)}`}>{text}</a>
            </dt>
            <dd className="pre">{said || words.reports.isTheReport}</dd>
            {page === "" ? null : <dd className="muted">{page}</dd>}
          </div>
        ))}
      </dl>
    </section>
  );
}

export function TakeBack({ rest: { alone, others } }: Pick<ReportPage, "rest">) {
  const words = usePortalWords();
  const undone = [alone > 0 && words.reports.takeBackAlone(alone), others > 0 && words.reports.takeBackOthers(others, alone > 0)].filter(
    Boolean,
  );
  return (
    <section className="vsec" aria-labelledby="take-back">
      <h2 id="take-back">{words.reports.takeBack}</h2>
      <Callout tone={undone.length > 0 ? "warn" : "plain"}>{undone.join(" ") || words.reports.takeBackNothing}</Callout>
      <form method="post" className="row vstart">
        <Button name="intent" value="take-back" icon="trash-2">
          {words.reports.takeBackButton}
        </Button>
      </form>
    </section>
  );
}
