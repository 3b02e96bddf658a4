// The short list we sent back. P **Send answers**; only these answers can be changed.
import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formAnswers } from "#app/domain/assessment/answer-fields.ts";
import type { RawAnswer } from "#app/domain/assessment/answer-input.ts";
import { questionId } from "#app/domain/assessment/answer-names.ts";
import type { AnswerProblems } from "#app/domain/assessment/answer-problems.ts";
import { isDomainError } from "#app/domain/errors.ts";
import { answerClarifications } from "#app/server/assessments/portal/answer-clarifications.server.ts";
import { viewClarifications } from "#app/server/assessments/portal/check.queries.server.ts";
import { vendorAction, vendorPage } from "#app/server/platform/route.server.ts";
import { inWords } from "#app/server/platform/words-of.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";
import { ClarificationItem } from "#app/ui/portal/clarification-item.tsx";
import { PortalPage, portalTitle } from "#app/ui/portal/portal-page.tsx";
import { usePortalWords } from "#app/ui/words.ts";

export const loader = vendorPage(async (ctx, { hasFailed }) => {
  const view = await viewClarifications(ctx);
  if (view.items.length === 0) throw redirect("/vendor");
  return { ...view, hasFailed };
});

export const action = vendorAction(async (ctx, { form }) => {
  const answers = formAnswers(form, ["name", "role", "next"]);
  const signed = { name: String(form.get("name") ?? "").slice(0, 120), role: String(form.get("role") ?? "").slice(0, 120) };
  try {
    await answerClarifications(ctx, { ...signed, answers });
  } catch (error) {
    if (!isDomainError(error, "invalid")) throw error;
    const { detail, data: said } = inWords(error, ctx);
    const problems = (said.problems ?? {}) as AnswerProblems;
    const typed: Record<string, RawAnswer> = Object.fromEntries(answers.map(({ questionKey, raw }) => [questionKey, raw]));
    return data({ detail, problems, fields: said.fields ?? {}, typed, signed }, { status: 422 });
  }
  return redirect("/vendor/receipt");
});

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: portalTitle(({ clarifications }) => clarifications.title(view?.items.length ?? 0), view?.frame, view?.hasFailed) },
];

export default function Clarifications() {
  const words = usePortalWords();
  const { frame, items } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "problems" in answer ? answer : undefined;
  const fields: Record<string, string> = refused?.fields ?? {};
  const failures = [
    ...items.flatMap(({ view: { question, number } }) =>
      Object.values(refused?.problems[question.key] ?? {}).map((message) => ({
        href: `#${questionId(question.key)}`,
        message: words.section.atQuestion(number, message ?? ""),
      })),
    ),
    ...Object.entries(fields).map(([field, message]) => ({ field, message })),
  ];
  return (
    <PortalPage frame={{ ...frame, isOpen: true }} words={words} back={{ href: "/vendor/receipt", label: words.messages.back }}>
      <ErrorSummary title={refused?.detail ?? ""} errors={failures} />
      <h1>{words.clarifications.title(items.length)}</h1>
      <p className="lead">{words.clarifications.lead}</p>
      <form method="post" className="qs" noValidate>
        {items.map(({ ask, view }) => (
          <ClarificationItem
            key={view.question.key}
            ask={ask}
            view={{ ...view, typed: refused?.typed[view.question.key] ?? null, errors: refused?.problems[view.question.key] ?? {} }}
            words={words}
            timeZone={frame.timeZone}
            today={frame.today}
          />
        ))}
        <div className="stack form q">
          <p>{words.clarifications.signLead}</p>
          <Field name="name" label={words.check.name} error={fields.name}>
            <Input autoComplete="name" maxLength={120} defaultValue={refused?.signed.name ?? frame.you} />
          </Field>
          <Field name="role" label={words.check.role} hint={words.check.roleHint} error={fields.role}>
            <Input autoComplete="organization-title" maxLength={120} defaultValue={refused?.signed.role ?? ""} />
          </Field>
        </div>
        <div className="vactions">
          <Button tone="primary" large>
            {words.clarifications.send}
          </Button>
        </div>
      </form>
    </PortalPage>
  );
}
