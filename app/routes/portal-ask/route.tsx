// Ask about one question, or about the whole. P **Send question**.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { messageSchema } from "#app/domain/assessment/portal.schema.ts";
import type { Messages } from "#app/i18n/en.ts";
import { askAboutQuestion } from "#app/server/assessments/portal/ask-about-question.server.ts";
import { viewGeneralMessages } from "#app/server/assessments/portal/check.queries.server.ts";
import { viewQuestion } from "#app/server/assessments/portal/section.queries.server.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { vendorAction, vendorPage } from "#app/server/platform/route.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { PortalPage, portalTitle } from "#app/ui/portal/portal-page.tsx";
import { Thread } from "#app/ui/portal/thread.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { usePortalWords } from "#app/ui/words.ts";

export const loader = vendorPage(async (ctx, { params, url, hasFailed }) => {
  const isSent = url.searchParams.has("sent");
  if (params.question === undefined) {
    return { ...(await viewGeneralMessages(ctx)), question: undefined, back: "/vendor", isSent, hasFailed };
  }
  const { frame, view, back } = await viewQuestion(ctx, params.question);
  return { frame, messages: view.messages, question: view.question.text, back, isSent, hasFailed };
});

export const action = vendorAction(async (ctx, { params, form, url }) => {
  await askAboutQuestion(ctx, { questionKey: params.question ?? "", ...parseForm(form, messageSchema) });
  return redirect(`${url.pathname}?sent`);
});

const titleOf = (question: string | undefined, words: Messages["portal"]["messages"]) =>
  question === undefined ? words.general : words.title;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: portalTitle(({ messages }) => titleOf(data?.question, messages), data?.frame, data?.hasFailed) },
];

export default function Ask() {
  const words = usePortalWords();
  const { frame, messages: thread, question, back, isSent } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const error = failure && "error" in failure ? failure.error : undefined;
  return (
    <PortalPage frame={frame} words={words} back={{ href: back, label: words.messages.back }}>
      {error ? <ErrorSummary title={error.detail} errors={[{ field: "text", message: error.fields?.text ?? error.detail }]} /> : null}
      {question === undefined ? null : <p className="muted">{question}</p>}
      <h1>{titleOf(question, words.messages)}</h1>
      <p className="lead">{words.messages.lead(frame.asker)}</p>
      {isSent ? <Callout tone="ok">{words.messages.sent}</Callout> : null}
      {thread.length > 0 ? <Thread messages={thread} words={words} timeZone={frame.timeZone} today={frame.today} /> : null}
      <form method="post" className="stack form">
        <Field name="text" label={words.messages.text} error={error?.fields?.text}>
          <Textarea rows={5} maxLength={4000} defaultValue={String(error?.values.text ?? "")} />
        </Field>
        <div className="vactions">
          <Button tone="primary" large>
            {words.messages.send}
          </Button>
          <a href={back}>{words.messages.back}</a>
        </div>
      </form>
    </PortalPage>
  );
}
