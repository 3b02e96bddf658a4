// The vendor's door. P **Start** or **Continue**. Reading it changes nothing; Start binds a session to this browser.
import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { startSchema } from "#app/domain/assessment/portal.schema.ts";
import { isDomainError } from "#app/domain/errors.ts";
import { messages } from "#app/i18n/messages.ts";
import { viewDoor } from "#app/server/assessments/portal/door.queries.server.ts";
import { startVendorSession } from "#app/server/assessments/portal/start-vendor-session.server.ts";
import { setCookie, vendorCookie } from "#app/server/platform/cookies.server.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { publicAction, publicPage } from "#app/server/platform/route.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";
import { FromDocuments } from "#app/ui/portal/from-documents.tsx";
import { OtherLanguage } from "#app/ui/portal/other-language.tsx";
import { PortalPage, portalTitle } from "#app/ui/portal/portal-page.tsx";
import { PortalStats } from "#app/ui/portal/portal-stats.tsx";
import { SignInShell } from "#app/ui/sign-in-shell.tsx";
import { usePortalWords } from "#app/ui/words.ts";

export const loader = publicPage(async (ctx, { params, language, hasFailed }) => {
  const found = await viewDoor(ctx, params.token ?? "");
  const door = found && { ...found, language };
  return data({ door, language, hasFailed }, { status: door ? 200 : 404 });
});

export const action = publicAction(async (ctx, { params, form, url, language }) => {
  try {
    const started = await startVendorSession(ctx, params.token ?? "", parseForm(form, startSchema(messages[language].portal.door)));
    const path = form.get("next") === "reports" ? "/vendor/reports" : started.path;
    return redirect(path, { headers: { "Set-Cookie": setCookie(vendorCookie, started.token, started.maxAgeSeconds) } });
  } catch (error) {
    // The same closed door as for everybody who looks.
    if (isDomainError(error, "not_found")) return redirect(url.pathname);
    throw error;
  }
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  const { door, language = "en", hasFailed } = loaded ?? {};
  return [{ title: door ? portalTitle(({ title }) => title(door.service), door, hasFailed) : messages[language].portal.door.closed }];
};

export default function Door() {
  const words = usePortalWords();
  const { door } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const error = failure && "error" in failure ? failure.error : undefined;
  if (!door) {
    return (
      <SignInShell title={words.door.closed} lead={words.door.closedLead} foot={<OtherLanguage />}>
        <p>{words.door.closedHelp}</p>
      </SignInShell>
    );
  }
  if (door.isFromDocuments) {
    return (
      <PortalPage frame={door} words={words}>
        <p className="muted">{words.forVendor(door.vendor)}</p>
        <FromDocuments frame={door} words={words} />
      </PortalPage>
    );
  }
  const mail = `mailto:?subject=${encodeURIComponent(words.door.forwardSubject(door.service))}&body=${encodeURIComponent(words.door.forwardBody(door.asker, door.link))}`;
  return (
    <PortalPage frame={door} words={words}>
      <ErrorSummary title={error?.detail ?? ""} errors={error?.fields?.name ? [{ field: "name", message: error.fields.name }] : []} />
      <p className="muted">{words.forVendor(door.vendor)}</p>
      <h1>{words.title(door.service)}</h1>
      <p className="lead">{words.lead(door.asker)}</p>
      <PortalStats frame={door} words={words} />
      <form method="post" className="stack form">
        <Field name="name" label={words.door.name} hint={words.door.nameHint} error={error?.fields?.name} required>
          <Input autoComplete="name" maxLength={120} defaultValue={String(error?.values.name ?? "")} />
        </Field>
        <div className="row row--wide vstart">
          <Button tone="primary" large>
            {door.isBegun ? words.door.continue : words.door.start}
          </Button>
          {door.isOpen && door.byReports !== null && (
            <Button large name="next" value="reports" icon="file-check">
              {words.reports.title}
            </Button>
          )}
        </div>
        {door.isOpen && door.byReports !== null && (
          <p className="muted">
            {door.byReports > 0 ? words.reports.possible(door.byReports, door.progress.required) : words.reports.provesOnly}
          </p>
        )}
      </form>
      <section className="vsec" aria-labelledby="h-forward">
        <h2 id="h-forward">{words.door.forward}</h2>
        <p className="muted">{words.door.forwardText}</p>
        <div className="stack">
          <Field name="link" label={words.door.forwardLink}>
            <Input readOnly defaultValue={door.link} name={undefined} />
          </Field>
          <p>
            <a href={mail}>{words.door.forwardMail}</a>
          </p>
        </div>
      </section>
      <section className="vsec" aria-labelledby="h-privacy">
        <h2 id="h-privacy">{words.tasks.whoSees}</h2>
        <p className="muted">{words.tasks.whoSeesText(door.asker)}</p>
      </section>
    </PortalPage>
  );
}
