// Settings, Mail: which mails went out. Without a mail server they are kept here and can be read, which the log records.
import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readMailSchema } from "#app/domain/assessment/mail.schema.ts";
import { viewMailLog } from "#app/server/mail/mail-log.queries.server.ts";
import { readMail } from "#app/server/mail/read-mail.server.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatInstant } from "#app/ui/format.ts";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { type StatusLook, StatusPill } from "#app/ui/status-pill.tsx";
import { Table } from "#app/ui/table.tsx";

export const handle = { place: "settings" };
export const meta: MetaFunction = () => [{ title: "Mail · Settings · Vouchsafe" }];

export const loader = staffPage((ctx, { url }) => viewMailLog(ctx, url.searchParams.get("before") ?? undefined));

export const action = staffAction(async (ctx, { form }) => data({ mail: await readMail(ctx, parseForm(form, readMailSchema).mailId) }));

const looks: Record<"queued" | "delivered" | "kept" | "failed", StatusLook & { word: string }> = {
  queued: { tone: "plain", icon: "hourglass", word: "Queued" },
  delivered: { tone: "ok", icon: "mail-check", word: "Delivered" },
  kept: { tone: "info", icon: "mail", word: "Kept here" },
  failed: { tone: "warn", icon: "triangle-alert", word: "Failed, tried again" },
};

export default function MailLog() {
  const { mails, older, timeZone, isConfigured, mayRead } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const mail = answer && "mail" in answer ? answer.mail : undefined;
  return (
    <>
      <PageHead
        title="Mail"
        crumbs={[{ label: "Settings", href: "/settings" }]}
        sub={
          isConfigured
            ? "Mails go to the configured server; what was delivered is erased here."
            : "No mail server is configured: mails are kept here. Set SMTP_URL to send them, or copy their links."
        }
      />
      {answer && "error" in answer ? <Callout tone="warn">{answer.error.detail}</Callout> : null}
      {mail ? (
        <Card aria-label="Mail">
          <h2>{mail.subject}</h2>
          <p className="muted">
            To {mail.toName}, {mail.toEmail}
          </p>
          <p className="pre">{mail.body}</p>
        </Card>
      ) : null}
      {mails.length === 0 ? (
        <EmptyState icon="mail" title="No mail was written yet">
          <p>The first one goes out when a questionnaire is sent.</p>
        </EmptyState>
      ) : (
        <Table caption="Mails, the newest first" plain focusable className="table--roomy">
          <thead>
            <tr>
              <th scope="col">Subject</th>
              <th scope="col">To</th>
              <th scope="col">Written</th>
              <th scope="col">State</th>
              {mayRead ? (
                <th scope="col">
                  <span className="sr">Actions</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {mails.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.subject}</th>
                <td>
                  {row.toName} <span className="quiet">{row.toEmail}</span>
                </td>
                <td>{formatInstant(new Date(row.queuedAt), timeZone)}</td>
                <td>
                  <StatusPill tone={looks[row.state].tone} icon={looks[row.state].icon} bare>
                    {looks[row.state].word}
                  </StatusPill>
                  {row.lastError === null ? null : <span className="quiet"> {row.lastError}</span>}
                </td>
                {mayRead ? (
                  <td>
                    {row.isReadable ? (
                      <form method="post">
                        <input type="hidden" name="mailId" value={row.id} />
                        <Button aria-label={`Read “${row.subject}” to ${row.toName}`}>Read</Button>
                      </form>
                    ) : null}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {older ? <Pagination nextHref={`/settings/mail?before=${older}`} /> : null}
    </>
  );
}
