// Right column: the reviewed score as it is now, what the answer in hand would do to it, and the sum that leads there.
import { verdictTexts } from "#app/domain/assessment/determinations.ts";
import type { ReviewView } from "#app/server/assessments/review/review-page.queries.server.ts";
import { Facts } from "#app/ui/facts.tsx";
import { formatChange, formatPercent, formatPoints } from "#app/ui/format.ts";
import { Hotkey } from "#app/ui/hotkey.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Ledger } from "#app/ui/ledger.tsx";
import { RiskBadge } from "#app/ui/risk-badge.tsx";
import { ScoreDial } from "#app/ui/score-dial.tsx";
import { OpenList } from "./review-work.tsx";

const keys = [
  ["j", "next"],
  ["k", "previous"],
  ["a", "accept"],
  ["c", "clarify"],
  ["f", "finding"],
  ["n", "note"],
  ["?", "these keys"],
] as const;

export function ReviewEffect({ view }: { view: ReviewView }) {
  const { effect, status, total, reviewed, drafts } = view;
  const isProvisional = status !== "reviewed" && status !== "decided";
  const { scoreBps, grade, question } = effect;
  return (
    <aside className="effect" aria-label="Effect on the score">
      <h2>{isProvisional ? "Reviewed score, provisional" : "Reviewed score"}</h2>
      <div className="effect__now">
        <ScoreDial size="xl" scoreBps={scoreBps} uncappedBps={effect.uncappedBps} grade={grade} isCapped={effect.isCapped} />
        <div>
          <p className="figure tab">
            {scoreBps === null ? "–" : formatPoints(scoreBps)} <span className="muted">{grade ?? ""}</span>
          </p>
          <p className="muted">{formatPercent(effect.assuranceBps)} of it verified</p>
        </div>
      </div>
      {question && question.rows.length > 0 && <Effects question={question} />}
      <p className="effect__risk">
        <RiskBadge level={effect.residual.band} plain isAssessed={effect.residual.isAssessed} />{" "}
        <span className="muted">residual risk</span>
      </p>
      {scoreBps !== null && effect.vendorBps !== null && (
        <Ledger
          lines={[
            { name: view.isFromDocuments ? "As read in the documents" : "Vendor’s own answers", amount: formatPoints(effect.vendorBps) },
            { name: `${effect.determinations} determinations so far`, amount: formatChange(scoreBps - effect.vendorBps) },
          ]}
          total={{ name: "Reviewed score", amount: formatPoints(scoreBps) }}
        />
      )}
      {isProvisional && reviewed < total && (
        <p className="quiet">
          <small>
            {total - reviewed} unreviewed answers count as {view.isFromDocuments ? "we read" : "the vendor gave"} them. No grade is final
            before the review is closed.
          </small>
        </p>
      )}
      <Facts
        className="effect__facts"
        facts={[
          { name: "Knock-outs", value: `${effect.knockOuts.pass} of ${effect.knockOuts.total} pass` },
          { name: "Findings", value: `${effect.findings} by these answers` },
          { name: "Coverage", value: formatPercent(effect.coverageBps) },
          { name: "Questions", value: `${drafts.length} to send back` },
        ]}
      />
      <OpenList view={view} />
      <section className="keys" aria-labelledby="h-keys" data-keys>
        <h3 id="h-keys">Keys</h3>
        <ul>
          {keys.map(([key, word]) => (
            <li key={key}>
              <Hotkey letter={key} />
              {word}
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}

function Effects({ question }: { question: NonNullable<ReviewView["effect"]["question"]> }) {
  return (
    <table className="table table--plain effect__t">
      <caption>If {question.id} is</caption>
      <thead className="sr">
        <tr>
          <th scope="col">Determination</th>
          <th scope="col">Change</th>
          <th scope="col">Score</th>
        </tr>
      </thead>
      <tbody>
        {question.rows.map((row) => (
          <tr key={`${row.verdict} ${row.label}`} className={row.isCurrent ? "is-chosen" : undefined}>
            <th scope="row" title={row.label}>
              {row.isCurrent && <Icon name="arrow-right" />}
              {row.verdict === "adjusted" ? row.label : row.verdict === "verified" ? "Verified" : verdictTexts[row.verdict]}
            </th>
            <td className="num">{formatChange(row.changeBps)}</td>
            <td className="num">
              <b>{row.scoreBps === null ? "–" : formatPoints(row.scoreBps)}</b> {row.grade ?? ""}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
