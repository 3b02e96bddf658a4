// One open answer: the vendor's words on grey with a lock, its documents, and the form of the determination.
import { placeWords } from "#app/domain/assessment/answer-input.ts";
import { verdictTexts } from "#app/domain/assessment/determinations.ts";
import { typingRoleWords } from "#app/domain/report/report-words.ts";
import type { AnswerCard } from "#app/server/assessments/review/review-cards.server.ts";
import type { ReviewView } from "#app/server/assessments/review/review-page.queries.server.ts";
import type { FormError } from "#app/server/platform/route.server.ts";
import { classes } from "#app/ui/attributes.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { formatDay, formatInstant, formatPoints } from "#app/ui/format.ts";
import { Icon } from "#app/ui/icon.tsx";
import { EvidencePill } from "#app/ui/state-pills.tsx";
import { StatusPill } from "#app/ui/status-pill.tsx";
import { answerAddress, thereAddress } from "./answer-address.ts";
import { Contradicted } from "./contradicted.tsx";
import { Determine } from "./determine.tsx";
import { ReviewDocument } from "./review-document.tsx";

export interface ReviewCardProps {
  card: AnswerCard;
  view: ReviewView;
  error?: FormError | undefined;
}

export function ReviewCard({ card, view, error }: ReviewCardProps) {
  const titleId = `t-${card.id}-${card.number}`;
  const mayJudge = view.mayDetermine || (view.mayAcceptKnockOutNa && card.isKnockOut && card.answer.isPendingNa);
  return (
    <article
      className={classes("acard", card.isCurrent && "is-current")}
      id={`q-${card.number}`}
      aria-labelledby={titleId}
      aria-current={card.isCurrent ? "step" : undefined}
    >
      <header className="acard__head">
        <span className="acard__id">{card.id}</span>
        {card.points !== null && <span className="quiet">{formatPoints(card.points)} points</span>}
        <Flags card={card} />
        <span className="push quiet">
          {card.number} of {view.cards.length}
        </span>
      </header>
      <h3 id={titleId}>{card.isCurrent ? card.text : <a href={answerAddress(view.filter, card.key)}>{card.text}</a>}</h3>
      {card.isCurrent && (card.guidance ?? card.why) !== null && (
        <Disclosure summary="What the vendor was told">
          {card.guidance !== null && <p className="muted">{card.guidance}</p>}
          {card.why !== null && <p className="muted">{card.why}</p>}
        </Disclosure>
      )}
      <Given card={card} view={view} />
      {card.contradictions.map((contradiction) => (
        <Contradicted key={contradiction.text} contradiction={contradiction} card={card} view={view} />
      ))}
      {card.isCurrent &&
        card.documents.map((document) => (
          <ReviewDocument
            key={document.id}
            document={document}
            card={card}
            mayRead={view.mayRead}
            mayVerify={view.mayVerify && view.mayDetermine}
            today={view.today}
            back={`/assessments/${view.assessmentId}/review?question=${encodeURIComponent(card.key)}`}
          />
        ))}
      {mayJudge && <Determine card={card} error={error} mayAsk={!view.isFromDocuments} />}
    </article>
  );
}

function Flags({ card }: { card: AnswerCard }) {
  return (
    <>
      {card.isKnockOut && (
        <StatusPill tone={card.isFailing ? "danger" : "plain"} icon="octagon-alert">
          {card.isFailing ? "Knock-out failed" : card.isUnproven ? "Knock-out, unproven" : "Knock-out"}
        </StatusPill>
      )}
      {card.isGate && (
        <StatusPill tone="plain" icon="git-compare-arrows">
          Gate
        </StatusPill>
      )}
      {card.isFailing && !card.isKnockOut && (
        <StatusPill tone="warn" icon="flag">
          Failing
        </StatusPill>
      )}
      {card.isWorse ? (
        <StatusPill tone="danger" icon="trending-down">
          Worse than last time
        </StatusPill>
      ) : card.isChanged ? (
        <StatusPill tone="accent" icon="git-compare-arrows">
          Changed since last time
        </StatusPill>
      ) : null}
      {card.isCorrected && (
        <StatusPill tone="accent" icon="rotate-ccw">
          Corrected by the vendor
        </StatusPill>
      )}
      {card.answer.elsewhere && (
        <StatusPill tone="accent" icon="forward">
          From another engagement
        </StatusPill>
      )}
      {card.determination?.isCarried && (
        <StatusPill tone="plain" icon="check">
          {card.answer.elsewhere ? "Judged there" : "Judged last time"}
        </StatusPill>
      )}
    </>
  );
}

/** The answer that stood before the vendor answered again, and why it did. */
function Earlier({ answer, at }: { answer: AnswerCard["answer"]; at: (instant: Date) => string }) {
  const { replaced, why, wish } = answer;
  return (
    <>
      {why !== "" && (
        <p>
          <b>Why it was corrected:</b> <span className="pre">{why}</span>
        </p>
      )}
      {replaced && (
        <p className="quiet">
          Submitted before: <b>{replaced.words || "no answer"}</b>
          {replaced.comment !== "" && <span className="pre">, “{replaced.comment}”</span>} ({replaced.by}, {at(replaced.at)}, revision{" "}
          {replaced.revision})
          {replaced.verdict &&
            `. Your determination of it, “${verdictTexts[replaced.verdict].toLowerCase()}”, does not count for the new answer.`}
        </p>
      )}
      {wish && (
        <p className="quiet">
          {wish.by} wants to correct this answer ({at(wish.at)}): <span className="pre">{wish.why}</span>
        </p>
      )}
    </>
  );
}

function judgedThere(determination: AnswerCard["determination"]): string {
  if (!determination) return "No determination came with it.";
  return determination.isCarried ? `Determined there by ${determination.by}.` : "";
}

/** An answer the vendor gave for another engagement, and what became of its determination. */
function Elsewhere({
  card,
  elsewhere,
  today,
}: {
  card: AnswerCard;
  elsewhere: NonNullable<AnswerCard["answer"]["elsewhere"]>;
  today: string;
}) {
  const { assessmentId, service, signedOn, isOutdated } = elsewhere;
  return (
    <p className="quiet">
      Asked once per vendor: answered for <a href={thereAddress(assessmentId, card.key)}>{service}</a>, signed {formatDay(signedOn, today)}.{" "}
      {isOutdated ? "The vendor has changed it there since." : judgedThere(card.determination)}
    </p>
  );
}

function Given({ card, view: { today, timeZone } }: { card: AnswerCard; view: ReviewView }) {
  const { answer } = card;
  const note = answer.before !== null ? `was ${answer.before || "unanswered"} last time` : answer.isSameAsBefore ? "same as last time" : "";
  return (
    <div className="given">
      <p className="given__a">
        <Icon name="lock" />
        <b>{answer.words || (card.type === "file" && card.documents.length > 0 ? "Document attached" : "No answer")}</b>
        {answer.isPendingNa && <span className="quiet">counts as 0 until the reason is accepted</span>}
        {note !== "" && <span className="quiet">{note}</span>}
      </p>
      {(answer.comment || answer.reason) && <blockquote>{answer.comment || answer.reason}</blockquote>}
      <Earlier answer={answer} at={(instant) => formatInstant(instant, timeZone, today)} />
      {card.isKnockOut && answer.isPendingNa && (
        <p className="quiet">Accepting it takes a second person: an officer or approver who does not review this assessment alone.</p>
      )}
      {answer.instead?.is === "covered" && (
        <p className="quiet">
          <Icon name="file-check" /> {answer.isFromReport ? "From" : "Covered by"} “{answer.instead.document}”
          {answer.instead.page && `, ${placeWords(answer.instead.page)}`}
          {answer.isFromReport && `, confirmed by ${answer.by}`}
        </p>
      )}
      {answer.instead?.is === "later" && <p className="quiet">Document promised for {formatDay(answer.instead.on, today)}</p>}
      {!card.isCurrent &&
        card.documents.map((document) => (
          <p key={document.id} className="given__file">
            <Icon name="paperclip" />
            <a href={`/evidence/${document.id}`}>{document.fileName}</a> <EvidencePill status={document.state} bare />
          </p>
        ))}
      {card.wantedPieces > card.documents.length && answer.instead?.is !== "covered" && (
        <p className="quiet">
          {card.documents.length === 0
            ? "No document is attached"
            : `${card.documents.length} of ${card.wantedPieces} documents are attached`}
          : counts as attested.
        </p>
      )}
      {answer.elsewhere && <Elsewhere card={card} elsewhere={answer.elsewhere} today={today} />}
      {answer.source?.is === "documents" && (
        <p className="quiet">
          {answer.source.document ? (
            <>
              Answered by us from <a href={`/evidence/${answer.source.document.evidenceId}`}>{answer.source.document.name}</a>
              {answer.source.document.page && `, page ${answer.source.document.page}`}
            </>
          ) : (
            "Answered by us, without a document"
          )}
        </p>
      )}
      {answer.source?.is === "on_behalf" && (
        <p className="quiet">
          Typed by {typingRoleWords[answer.source.byRole].toLowerCase()} for the vendor; confirmed by {answer.source.confirmedBy.name},{" "}
          {answer.source.confirmedBy.role}
        </p>
      )}
      {answer.by && (
        <p className="quiet">
          <small>
            {answer.by}, {answer.at && formatInstant(answer.at, timeZone, today)}
            {answer.revision > 1 && `, revision ${answer.revision}`}
            {answer.isCarried && ", carried over from last time"} · cannot be edited after submission
          </small>
        </p>
      )}
      {card.finding && (
        <p className="quiet">
          <small>
            Finding <a href={`/findings/${card.finding.id}`}>F-{card.finding.number}</a>, {card.finding.severity}
          </small>
        </p>
      )}
    </div>
  );
}
