// After submitting: how each answer stands, what is asked of the vendor next, what is to be mended, what happened. P **Answer n
// clarifications** when there are any; each answer has **Ask to correct**.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { AnswerStanding } from "#app/domain/assessment/answer-standing.ts";
import { viewReceipt } from "#app/server/assessments/portal/receipt.queries.server.ts";
import { vendorPage } from "#app/server/platform/route.server.ts";
import { uploadRefusal } from "#app/server/platform/upload-refusal.server.ts";
import { Callout } from "#app/ui/callout.tsx";
import { formatDay, formatInstant } from "#app/ui/format.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Answered } from "#app/ui/portal/answered.tsx";
import { FromDocuments } from "#app/ui/portal/from-documents.tsx";
import { PortalPage, portalTitle } from "#app/ui/portal/portal-page.tsx";
import { Thread } from "#app/ui/portal/thread.tsx";
import { WantedDocuments } from "#app/ui/portal/wanted-documents.tsx";
import { type StatusLook, StatusPill } from "#app/ui/status-pill.tsx";
import { useKitWords, usePortalWords } from "#app/ui/words.ts";
import { History } from "./history.tsx";
import { Mend } from "./mend.tsx";

const looks: Record<AnswerStanding, StatusLook> = {
  received: { tone: "plain", icon: "check" },
  none: { tone: "plain", icon: "minus" },
  asked: { tone: "accent", icon: "circle-dot" },
  answered_again: { tone: "plain", icon: "check-check" },
  correcting: { tone: "accent", icon: "pencil" },
  corrected: { tone: "plain", icon: "rotate-ccw" },
  document_due: { tone: "warn", icon: "paperclip" },
};

export const loader = vendorPage(async (ctx, { url }) => {
  const view = await viewReceipt(ctx);
  if (view.frame.isOpen) throw redirect("/vendor");
  return { ...view, refusal: uploadRefusal(url).detail };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: portalTitle(({ receipt }) => receipt.title, data?.frame) }];

export default function Receipt() {
  const words = usePortalWords();
  const kit = useKitWords();
  const view = useLoaderData<typeof loader>();
  const { frame, status, sections, standings, mayCorrect, clarifications, general, wanted, newer, findings, history, letterId } = view;
  const isSubmitted = view.submissions.length > 0;
  const state = words.receipt.state[status as keyof typeof words.receipt.state];
  const { timeZone, today } = frame;
  if (frame.isFromDocuments) {
    return (
      <PortalPage frame={frame} words={words}>
        <p className="muted">{words.forVendor(frame.vendor)}</p>
        <FromDocuments frame={frame} words={words} />
        <Letter id={letterId} asker={frame.asker} />
        <section className="vsec" aria-labelledby="h-ask">
          <h2 id="h-ask">{words.messages.general}</h2>
          {general.length > 0 ? <Thread messages={general} words={words} timeZone={frame.timeZone} today={frame.today} /> : null}
          <p>
            <a href="/vendor/ask">{words.messages.general}</a>
          </p>
        </section>
      </PortalPage>
    );
  }
  return (
    <PortalPage frame={frame} words={words}>
      <p className="muted">{words.forVendor(frame.vendor)}</p>
      <h1>{isSubmitted ? words.receipt.title : words.receipt.closed}</h1>
      {isSubmitted ? null : <p className="lead">{words.receipt.closedLead}</p>}
      {state ? (
        <p className="head__sub">
          <StatusPill
            tone={clarifications > 0 ? "accent" : "plain"}
            icon={clarifications > 0 ? "circle-dot" : status === "decided" ? "file-check" : "hourglass"}
          >
            {state}
          </StatusPill>
        </p>
      ) : null}
      {clarifications > 0 ? (
        <Callout tone="info" title={words.receipt.clarify(clarifications)} level={2}>
          {frame.dueOn === null ? null : <p>{words.receipt.clarifyLead(formatDay(frame.dueOn, today, kit))}</p>}
          <p>
            <LinkButton tone="primary" large href="/vendor/clarifications">
              {words.receipt.clarifyButton(clarifications)}
            </LinkButton>
          </p>
        </Callout>
      ) : null}
      <Letter id={letterId} asker={frame.asker} />
      <Mend findings={findings} today={today} />
      <WantedDocuments wanted={wanted} maxUploadBytes={view.maxUploadBytes} refusal={view.refusal} today={today} />
      {history.length > 0 ? (
        <section className="vsec" aria-labelledby="h-history">
          <h2 id="h-history">{words.receipt.history}</h2>
          <History events={history} timeZone={timeZone} today={today} />
          <p>
            <a href="/vendor/copy">{words.receipt.copy}</a>
          </p>
        </section>
      ) : null}
      {newer.length > 0 ? (
        <section className="vsec" aria-labelledby="h-newer">
          <h2 id="h-newer">{words.receipt.newer}</h2>
          <dl className="said">
            {newer.map(({ id, name, question, givenAt, expiresOn }) => (
              <div key={`${id} ${question}`}>
                <dt>{name}</dt>
                <dd>
                  {words.receipt.given(formatInstant(new Date(givenAt), timeZone, today, kit))}
                  {expiresOn === null ? null : `, ${words.evidence.until(formatDay(expiresOn, today, kit))}`}
                </dd>
                {question === "" ? null : <dd className="muted">{words.receipt.newerFor(question)}</dd>}
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      <section className="vsec" aria-labelledby="h-ask">
        <h2 id="h-ask">{words.messages.general}</h2>
        {general.length > 0 ? <Thread messages={general} words={words} timeZone={timeZone} today={today} /> : null}
        <p>
          <a href="/vendor/ask">{words.messages.general}</a>
        </p>
      </section>
      {sections.map(({ key, title, questions }) => (
        <section key={key} className="vsec">
          <h2>{title}</h2>
          <Answered
            questions={questions}
            words={words}
            today={today}
            foot={({ question }) => (
              <Standing standing={standings[question.key]} questionKey={question.key} text={question.text} mayCorrect={mayCorrect} />
            )}
          />
        </section>
      ))}
    </PortalPage>
  );
}

/** The signed decision letter, once it was sent. */
function Letter({ id, asker }: { id: string | null; asker: string }) {
  const { receipt } = usePortalWords();
  if (id === null) return null;
  return (
    <Callout tone="info" title={receipt.letter} level={2}>
      <p>{receipt.letterLead(asker)}</p>
      <p>
        <LinkButton tone="primary" large href={`/v/letters/${id}/file`} icon="download" download aria-label={receipt.letterDownload}>
          {receipt.download}
        </LinkButton>
      </p>
    </Callout>
  );
}

interface StandingProps {
  standing: AnswerStanding | undefined;
  questionKey: string;
  text: string;
  mayCorrect: boolean;
}

function Standing({ standing = "none", questionKey, text, mayCorrect }: StandingProps) {
  const { receipt } = usePortalWords();
  const action = standing === "correcting" ? receipt.correctGoOn : receipt.correct;
  return (
    <>
      <StatusPill {...looks[standing]} bare>
        {receipt.standing[standing]}
      </StatusPill>
      {mayCorrect && standing !== "asked" ? (
        <a href={`/vendor/correct/${encodeURIComponent(questionKey)}`} aria-label={`${action}: ${text}`}>
          {action}
        </a>
      ) : null}
    </>
  );
}
