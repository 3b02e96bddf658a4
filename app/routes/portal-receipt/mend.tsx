// After the decision: what the vendor has to mend until when. Nothing is shown where nothing was found.
import type { ReceiptView } from "#app/server/assessments/portal/receipt.queries.server.ts";
import { formatDay } from "#app/ui/format.ts";
import { StatusPill } from "#app/ui/status-pill.tsx";
import { useKitWords, usePortalWords } from "#app/ui/words.ts";

export function Mend({ findings, today }: { findings: ReceiptView["findings"]; today: string }) {
  const words = usePortalWords().receipt;
  const kit = useKitWords();
  if (findings.length === 0) return null;
  const open = findings.filter(({ isDone }) => !isDone).length;
  return (
    <section className="vsec" aria-labelledby="h-mend">
      <h2 id="h-mend">{open === 0 ? words.nothingToMend : words.mend(open)}</h2>
      {open === 0 ? null : <p className="muted">{words.mendLead}</p>}
      <dl className="said">
        {findings.map(({ id, title, dueOn, isDone }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>
              {isDone ? (
                <StatusPill tone="ok" icon="circle-check" bare>
                  {words.mended}
                </StatusPill>
              ) : (
                <StatusPill tone={dueOn < today ? "danger" : "plain"} icon="calendar-clock" bare>
                  {words.mendBy(formatDay(dueOn, today, kit))}
                </StatusPill>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
