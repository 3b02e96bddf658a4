// The answers of one section or filter: settled ones as lines, open ones as cards, the one in hand with everything beside it.
import { reviewFilterTexts } from "#app/domain/assessment/review-filters.ts";
import type { AnswerCard } from "#app/server/assessments/review/review-cards.server.ts";
import type { ReviewView } from "#app/server/assessments/review/review-page.queries.server.ts";
import type { FormError } from "#app/server/platform/route.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatInstant, formatPoints, formatTime } from "#app/ui/format.ts";
import { Icon } from "#app/ui/icon.tsx";
import { VerdictPill } from "#app/ui/state-pills.tsx";
import { answerAddress, thereAddress } from "./answer-address.ts";
import { ReviewCard } from "./review-card.tsx";

export function ReviewAnswers({ view, error }: { view: ReviewView; error?: FormError | undefined }) {
  const { cards, section, filter } = view;
  if (cards.length === 0) {
    return (
      <EmptyState
        icon="search"
        title={filter === "contradictions" ? "No contradictions" : `Nothing is ${reviewFilterTexts[filter].toLowerCase()}`}
      >
        Every answer is under <a href="?filter=all">All</a>.
      </EmptyState>
    );
  }
  const settled = cards.filter((card) => card.isDetermined && !card.isCurrent);
  const open = cards.filter((card) => !card.isDetermined || card.isCurrent);
  const points = cards.reduce((sum, card) => sum + (card.points ?? 0), 0);
  return (
    <>
      <div className="answers__head">
        <h2>{filter === "all" ? section?.title : reviewFilterTexts[filter]}</h2>
        <span className="quiet">
          {cards.filter(({ isDetermined }) => isDetermined).length} of {cards.length} reviewed · {formatPoints(points)} points of 100
        </span>
      </div>
      {settled.length > 0 && (
        <ul className="adones" aria-label="Reviewed answers">
          {settled.map((card) => (
            <Settled key={card.key} card={card} view={view} />
          ))}
        </ul>
      )}
      {open.map((card) => (
        <ReviewCard key={card.key} card={card} view={view} error={error?.values.questionKey === card.key ? error : undefined} />
      ))}
    </>
  );
}

function Settled({ card, view: { filter, timeZone, today } }: { card: AnswerCard; view: ReviewView }) {
  const { determination, answer } = card;
  return (
    <li className="adone">
      <span className="adone__id">
        {card.isKnockOut ? <Icon name="octagon-alert" label="Knock-out" /> : null} {card.number}
      </span>
      <div>
        <a className="name" href={answerAddress(filter, card.key)}>
          {card.text}
        </a>
        {determination?.reason ? <p className="muted">{determination.reason}</p> : null}
        {determination?.isCarried && (
          <p className="quiet">
            {answer.elsewhere ? (
              <>
                Taken over: determined for <a href={thereAddress(answer.elsewhere.assessmentId, card.key)}>{answer.elsewhere.service}</a>
              </>
            ) : (
              "Carried over: determined last time"
            )}{" "}
            by {determination.by}, {formatInstant(determination.at, timeZone, today)}
          </p>
        )}
      </div>
      <span className="adone__a">
        {determination?.words ? (
          <>
            <s>{answer.words}</s> {determination.words}
          </>
        ) : (
          answer.words || "No answer"
        )}
      </span>
      <span className="adone__s">{determination && <VerdictPill status={determination.verdict} bare />}</span>
      <span className="adone__w" title={determination?.by}>
        {determination && (determination.isCarried ? (answer.elsewhere ? "there" : "last time") : formatTime(determination.at, timeZone))}
      </span>
    </li>
  );
}
