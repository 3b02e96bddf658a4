// Check your answers. P **Submit** with typed name and role; missing items are links.
import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { questionId } from "#app/domain/assessment/answer-names.ts";
import { attestationSchema } from "#app/domain/assessment/portal.schema.ts";
import { isDomainError } from "#app/domain/errors.ts";
import { viewCheck } from "#app/server/assessments/portal/check.queries.server.ts";
import { submitAssessment } from "#app/server/assessments/portal/submit-assessment.server.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { vendorAction, vendorPage } from "#app/server/platform/route.server.ts";
import { inWords, wordsOf } from "#app/server/platform/words-of.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { FileList } from "#app/ui/file-list.tsx";
import { formatBytes, formatDay, formatHash } from "#app/ui/format.ts";
import { Input } from "#app/ui/input.tsx";
import { Answered } from "#app/ui/portal/answered.tsx";
import { PortalPage, portalTitle } from "#app/ui/portal/portal-page.tsx";
import { PreparedCallout } from "#app/ui/portal/prepared-callout.tsx";
import { useKitWords, usePortalWords } from "#app/ui/words.ts";

export const loader = vendorPage(async (ctx, { url, hasFailed }) => {
  const view = await viewCheck(ctx);
  if (!view.frame.isOpen) throw redirect("/vendor/receipt");
  return { ...view, hasFailed, saved: countIn(url, "saved"), documents: countIn(url, "documents") };
});

/** How many came with a workbook, as its page says in the address. */
function countIn(url: URL, name: string): number {
  const text = url.searchParams.get(name) ?? "";
  return /^\d{1,4}$/.test(text) ? Number(text) : 0;
}

export const action = vendorAction(async (ctx, { form }) => {
  const attestation = parseForm(form, attestationSchema(wordsOf(ctx).check));
  try {
    await submitAssessment(ctx, attestation);
  } catch (error) {
    if (!isDomainError(error, "invalid")) throw error;
    const { detail, data: said } = inWords(error, ctx);
    return data({ detail, fields: said.fields ?? {}, values: attestation }, { status: 422 });
  }
  return redirect("/vendor/receipt");
});

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: portalTitle(({ check }) => check.title, view?.frame, view?.hasFailed) },
];

export default function Check() {
  const words = usePortalWords();
  const kit = useKitWords();
  const { frame, sections, missing, saved, documents: attached } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const refused = failure && "detail" in failure ? failure : undefined;
  const fields: Record<string, string> = refused?.fields ?? (failure && "error" in failure ? (failure.error.fields ?? {}) : {});
  const links = missing.map(({ questionKey, sectionKey, text, code }) => ({
    href: `/vendor/sections/${sectionKey}?check#${questionId(questionKey)}`,
    message: `${text} ${words.blockers[code]}.`,
  }));
  if (frame.prepared) links.push({ href: "/vendor/prepared", message: words.prepared.blocks(frame.prepared) });
  const named = Object.entries(fields).map(([field, message]) => ({ field, message }));
  const documents = sections.flatMap(({ questions }) => questions.flatMap(({ files }) => files));
  const promises = sections.flatMap(({ questions }) => questions.filter(({ answer }) => answer?.instead));
  return (
    <PortalPage frame={frame} words={words} back={{ href: "/vendor", label: words.section.all }}>
      <ErrorSummary title={refused?.detail ?? ""} errors={refused ? [...named, ...(named.length > 0 ? [] : links)] : []} />
      <h1>{words.check.title}</h1>
      {saved + attached > 0 && !failure ? <Callout tone="ok">{words.workbook.saved(saved, attached)}</Callout> : null}
      <PreparedCallout frame={frame} words={words} />
      {missing.length > 0 ? (
        <Callout tone="warn" title={words.check.missing(missing.length)} level={2}>
          <ul className="check-list">
            {links.slice(0, missing.length).map(({ href, message }) => (
              <li key={href}>
                <a href={href}>{message}</a>
              </li>
            ))}
          </ul>
        </Callout>
      ) : frame.prepared ? null : (
        <Callout tone="ok">{words.check.complete}</Callout>
      )}
      <section className="vsec" aria-labelledby="h-documents">
        <h2 id="h-documents">{words.check.evidence}</h2>
        {documents.length === 0 && promises.length === 0 ? <p className="muted">{words.check.noEvidence}</p> : null}
        <FileList
          labelledBy="h-documents"
          files={[...new Map(documents.map((file) => [file.id, file])).values()].map(({ id, name, bytes, sha256 }) => ({
            id,
            name,
            state: "stored" as const,
            note: `${formatBytes(bytes, kit)} · SHA-256 ${formatHash(sha256)}`,
          }))}
        />
        {promises.length > 0 ? (
          <ul className="check-list">
            {promises.map(({ question, answer }) => (
              <li key={question.key}>
                {question.text}{" "}
                <span className="muted">
                  {answer?.instead?.is === "covered"
                    ? words.check.covered(answer.instead.document, answer.instead.page)
                    : answer?.instead?.is === "later"
                      ? words.check.promised(formatDay(answer.instead.on, frame.today, kit))
                      : ""}
                </span>
              </li>
            ))}
          </ul>
        ) : null}
      </section>
      {sections.map(({ key, title, questions }) => (
        <section key={key} className="vsec" aria-labelledby={`h-${questionId(key)}`}>
          <div className="section-head">
            <h2 id={`h-${questionId(key)}`}>{title}</h2>
            <a href={`/vendor/sections/${key}`}>
              {words.check.change}
              <span className="sr"> {title}</span>
            </a>
          </div>
          <Answered questions={questions} words={words} today={frame.today} />
        </section>
      ))}
      <section className="vsec" aria-labelledby="h-sign">
        <h2 id="h-sign">{words.check.sign}</h2>
        <p>{words.check.signLead(frame.asker)}</p>
        <form method="post" className="stack form">
          <Field name="name" label={words.check.name} error={fields.name}>
            <Input autoComplete="name" maxLength={120} defaultValue={refused?.values.name ?? frame.you} />
          </Field>
          <Field name="role" label={words.check.role} hint={words.check.roleHint} error={fields.role}>
            <Input autoComplete="organization-title" maxLength={120} defaultValue={refused?.values.role ?? ""} />
          </Field>
          <p>
            <a href="/vendor/copy">{words.check.copy}</a>
          </p>
          <h3>{words.check.next}</h3>
          <p className="muted">{words.check.nextText(frame.asker)}</p>
          <div className="vactions">
            <Button tone="primary" large>
              {words.check.submit}
            </Button>
          </div>
        </form>
      </section>
    </PortalPage>
  );
}
