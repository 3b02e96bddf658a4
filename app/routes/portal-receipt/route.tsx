// After submitting: what arrived, in which state it is, what is asked of the vendor next. P **Answer n clarifications** when there are any.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { en } from "#app/i18n/en.ts";
import { viewReceipt } from "#app/server/assessments/portal/check.queries.server.ts";
import { vendorPage } from "#app/server/platform/route.server.ts";
import { Callout } from "#app/ui/callout.tsx";
import { formatDay, formatInstant } from "#app/ui/format.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Answered } from "#app/ui/portal/answered.tsx";
import { FromDocuments } from "#app/ui/portal/from-documents.tsx";
import { PortalPage, portalTitle } from "#app/ui/portal/portal-page.tsx";
import { Thread } from "#app/ui/portal/thread.tsx";
import { WantedDocuments } from "#app/ui/portal/wanted-documents.tsx";
import { StatusPill } from "#app/ui/status-pill.tsx";

const words = en.portal;

export const loader = vendorPage(async (ctx, { url }) => {
  const view = await viewReceipt(ctx);
  if (view.frame.isOpen) throw redirect("/vendor");
  return { ...view, refusal: url.searchParams.get("upload-error")?.slice(0, 300) ?? "" };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: portalTitle(words.receipt.title, data?.frame.asker) }];

export default function Receipt() {
  const { frame, status, submissions, sections, clarifications, general, wanted, maxUploadBytes, refusal } = useLoaderData<typeof loader>();
  const [newest] = submissions;
  const state = words.receipt.state[status as keyof typeof words.receipt.state];
  if (frame.isFromDocuments) {
    return (
      <PortalPage frame={frame} words={words}>
        <p className="muted">{words.forVendor(frame.vendor)}</p>
        <FromDocuments frame={frame} words={words} />
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
      <h1>{newest ? words.receipt.title : words.receipt.closed}</h1>
      {newest ? null : <p className="lead">{words.receipt.closedLead}</p>}
      {state ? (
        <p className="head__sub">
          <StatusPill tone={clarifications > 0 ? "accent" : "plain"} icon={clarifications > 0 ? "circle-dot" : "hourglass"}>
            {state}
          </StatusPill>
        </p>
      ) : null}
      {clarifications > 0 ? (
        <Callout tone="info" title={words.receipt.clarify(clarifications)} level={2}>
          {frame.dueOn === null ? null : <p>{words.receipt.clarifyLead(formatDay(frame.dueOn, frame.today))}</p>}
          <p>
            <LinkButton tone="primary" large href="/vendor/clarifications">
              {words.receipt.clarifyButton(clarifications)}
            </LinkButton>
          </p>
        </Callout>
      ) : null}
      <WantedDocuments wanted={wanted} maxUploadBytes={maxUploadBytes} refusal={refusal} today={frame.today} />
      <section className="vsec" aria-labelledby="h-history">
        <h2 id="h-history">{words.receipt.history}</h2>
        {submissions.map(({ round, name, role, at, answersSha256 }) => (
          <div key={round}>
            <p>{words.receipt.signed(name, role, formatInstant(new Date(at), frame.timeZone, frame.today))}</p>
            <p className="quiet">
              {words.receipt.hash} <code className="mono pre">{answersSha256}</code>
            </p>
          </div>
        ))}
        <p>
          <a href="/vendor/copy">{words.receipt.copy}</a>
        </p>
      </section>
      <section className="vsec" aria-labelledby="h-ask">
        <h2 id="h-ask">{words.messages.general}</h2>
        {general.length > 0 ? <Thread messages={general} words={words} timeZone={frame.timeZone} today={frame.today} /> : null}
        <p>
          <a href="/vendor/ask">{words.messages.general}</a>
        </p>
      </section>
      {sections.map(({ key, title, questions }) => (
        <section key={key} className="vsec">
          <h2>{title}</h2>
          <Answered questions={questions} words={words} today={frame.today} />
        </section>
      ))}
    </PortalPage>
  );
}
