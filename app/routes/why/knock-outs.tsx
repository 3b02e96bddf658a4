// Knock-outs that failed or hold the score, named before every number, each with the risk acceptance that carries it.
import type { WhyView } from "#app/server/decisions/why.queries.server.ts";
import { Callout } from "#app/ui/callout.tsx";
import { formatDay, formatScore } from "#app/ui/format.ts";

const titles = { failed: "Knock-out failed", half_met: "Knock-out half met", unproven: "Knock-out unproven" } as const;

export function KnockOuts({ knockOuts, href }: { knockOuts: WhyView["knockOuts"]; href: (key: string) => string }) {
  if (knockOuts.length === 0) return null;
  return (
    <div className="stack stack-8">
      {knockOuts.map(({ questionId, key, state, text, capBps, answer, reason, acceptance }) => (
        <Callout key={questionId} tone={state === "failed" ? "danger" : "warn"} title={`${titles[state]}: ${text}`} level={2}>
          <p>
            Counted: <b>{answer}</b>. {reason ? `“${reason}” ` : ""}It limits the score to {formatScore(capBps)}.{" "}
            <a href={href(key)}>Answer and evidence</a>
          </p>
          {acceptance ? (
            <p>
              Risk accepted by {acceptance.by} until {formatDay(acceptance.expiresOn)}: “{acceptance.reason}” The score stays as it is.
            </p>
          ) : null}
        </Callout>
      ))}
    </div>
  );
}
