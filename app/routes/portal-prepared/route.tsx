// What we filled in for the vendor: to confirm as one list, or to change one by one. P **Confirm n answers** with typed name and role.
import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { questionId } from "#app/domain/assessment/answer-names.ts";
import { confirmSchema, refuseSchema } from "#app/domain/assessment/portal.schema.ts";
import { DomainError, isDomainError } from "#app/domain/errors.ts";
import { confirmPrepared } from "#app/server/assessments/on-behalf/confirm-prepared.server.ts";
import { refusePrepared } from "#app/server/assessments/on-behalf/refuse-prepared.server.ts";
import { type PreparedItem, viewPrepared } from "#app/server/assessments/portal/prepared-page.queries.server.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { vendorAction, vendorPage } from "#app/server/platform/route.server.ts";
import { inWords, wordsOf } from "#app/server/platform/words-of.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { formatDay } from "#app/ui/format.ts";
import { Input } from "#app/ui/input.tsx";
import { PortalPage, portalTitle } from "#app/ui/portal/portal-page.tsx";
import { useKitWords, usePortalWords } from "#app/ui/words.ts";

export const loader = vendorPage(async (ctx, { url, hasFailed }) => {
  const view = await viewPrepared(ctx);
  if (!view.frame.isOpen) throw redirect("/vendor/receipt");
  return { ...view, hasFailed, isRefused: url.searchParams.has("taken-away") };
});

export const action = vendorAction(async (ctx, { form }) => {
  switch (form.get("intent")) {
    case "refuse":
      await refusePrepared(ctx, parseForm(form, refuseSchema).questionKey);
      return redirect("/vendor/prepared?taken-away");
    case "confirm": {
      const { name, role, read: shown } = parseForm(form, confirmSchema(wordsOf(ctx).check));
      const read = shown.map((each) => ({ revision: Number.parseInt(each, 10), questionKey: each.slice(each.indexOf(" ") + 1) }));
      try {
        await confirmPrepared(ctx, { name, role, read });
      } catch (error) {
        if (!isDomainError(error, "invalid") && !isDomainError(error, "conflict")) throw error;
        const status = error.code === "invalid" ? 422 : 409;
        const { detail, data: said } = inWords(error, ctx);
        return data({ detail, fields: said.fields ?? {}, values: { name, role } }, { status });
      }
      return redirect("/vendor");
    }
    default:
      throw new DomainError("invalid", "This step is not known.");
  }
});

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: portalTitle(({ prepared }) => prepared.title(view?.items.length ?? 0), view?.frame, view?.hasFailed) },
];

export default function Prepared() {
  const words = usePortalWords();
  const { frame, items, isRefused } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const refused = failure && "detail" in failure ? failure : undefined;
  const fields: Record<string, string> = refused?.fields ?? (failure && "error" in failure ? (failure.error.fields ?? {}) : {});
  const said = Object.entries(fields).map(([field, message]) => ({ field, message }));
  return (
    <PortalPage frame={frame} words={words} back={{ href: "/vendor", label: words.section.all }}>
      <ErrorSummary title={refused?.detail ?? ""} errors={said} />
      {refused && said.length === 0 ? <Callout tone="warn">{refused.detail}</Callout> : null}
      {isRefused && !refused ? <Callout tone="ok">{words.prepared.refused}</Callout> : null}
      <h1>{items.length === 0 ? words.prepared.nothing : words.prepared.title(items.length)}</h1>
      {items.length === 0 ? (
        <p>
          <a href="/vendor">{words.section.all}</a>
        </p>
      ) : (
        <>
          <p className="lead">{words.prepared.lead(frame.asker)}</p>
          <ol className="prepared">
            {items.map((item) => (
              <Item key={item.questionKey} item={item} asker={frame.asker} today={frame.today} />
            ))}
          </ol>
          <section className="vsec" aria-labelledby="h-sign">
            <h2 id="h-sign">{words.prepared.sign}</h2>
            <p>{words.prepared.signLead(frame.asker)}</p>
            <form method="post" className="stack form">
              <input type="hidden" name="intent" value="confirm" />
              {items.map(({ questionKey, revision }) => (
                <input key={questionKey} type="hidden" name="read" value={`${revision} ${questionKey}`} />
              ))}
              <Field name="name" label={words.check.name} error={fields.name}>
                <Input autoComplete="name" maxLength={120} defaultValue={refused?.values.name ?? frame.you} />
              </Field>
              <Field name="role" label={words.check.role} hint={words.check.roleHint} error={fields.role}>
                <Input autoComplete="organization-title" maxLength={120} defaultValue={refused?.values.role ?? ""} />
              </Field>
              <div className="vactions">
                <Button tone="primary" large>
                  {words.prepared.confirm(items.length)}
                </Button>
              </div>
            </form>
          </section>
        </>
      )}
    </PortalPage>
  );
}

interface ItemProps {
  item: PreparedItem;
  asker: string;
  today: string;
}

function Item({ item, asker, today }: ItemProps) {
  const words = usePortalWords();
  const kit = useKitWords();
  const { questionKey, text, said, comment, reason, instead, sectionKey, byRole } = item;
  const standsFor =
    instead?.is === "covered"
      ? words.check.covered(instead.document, instead.page)
      : instead?.is === "later"
        ? words.check.promised(formatDay(instead.on, today, kit))
        : "";
  return (
    <li>
      <p className="muted">{text}</p>
      <p className="prepared__said pre">{said || standsFor}</p>
      {comment || reason ? <p className="pre muted">{comment || reason}</p> : null}
      {said !== "" && standsFor !== "" ? <p className="muted">{standsFor}</p> : null}
      <div className="prepared__foot">
        <span className="quiet">{words.prepared.by(words.roles[byRole], asker)}</span>
        {sectionKey === null ? null : (
          <a href={`/vendor/sections/${sectionKey}#${questionId(questionKey)}`}>
            {words.prepared.change}
            <span className="sr"> {text}</span>
          </a>
        )}
        <form method="post">
          <input type="hidden" name="questionKey" value={questionKey} />
          <button className="link" type="submit" name="intent" value="refuse">
            {words.prepared.wrong}
            <span className="sr">: {text}</span>
          </button>
        </form>
      </div>
    </li>
  );
}
