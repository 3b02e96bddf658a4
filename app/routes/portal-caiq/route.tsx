// A filled CAIQ and the answers it proposes to our questions. P **Take these answers**; what it cannot answer is listed with its rows.
import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formAnswers } from "#app/domain/assessment/answer-fields.ts";
import { questionId } from "#app/domain/assessment/answer-names.ts";
import { refusedAnswers } from "#app/domain/assessment/answer-problems.ts";
import { viewCaiq } from "#app/server/assessments/portal/caiq/caiq.queries.server.ts";
import { confirmCaiq } from "#app/server/assessments/portal/caiq/confirm-caiq.server.ts";
import { discardWorkbook } from "#app/server/assessments/portal/workbook/discard-workbook.server.ts";
import { refuseUnknownFields } from "#app/server/platform/parse-form.server.ts";
import { vendorAction, vendorPage } from "#app/server/platform/route.server.ts";
import { inWords } from "#app/server/platform/words-of.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PortalPage, portalTitle } from "#app/ui/portal/portal-page.tsx";
import { usePortalWords } from "#app/ui/words.ts";
import { CaiqQuestion } from "./caiq-question.tsx";
import { LeftQuestions } from "./left-questions.tsx";

export const loader = vendorPage(async (ctx, { params, hasFailed }) => {
  const uploadId = params.upload ?? "";
  const view = await viewCaiq(ctx, uploadId);
  if (!view) throw redirect(`/vendor/workbook/${uploadId}`);
  if (!view.frame.isOpen) throw redirect("/vendor/receipt");
  return { ...view, hasFailed };
});

export const action = vendorAction(async (ctx, { params, form }) => {
  const uploadId = params.upload ?? "";
  if (form.get("intent") === "discard") {
    refuseUnknownFields(form);
    await discardWorkbook(ctx, uploadId);
    return redirect("/vendor/workbook");
  }
  const answers = formAnswers(form, ["intent", "take"]);
  const ticked = new Set(form.getAll("take").map(String));
  const taken = answers.filter(({ questionKey }) => ticked.has(questionKey));
  try {
    return redirect(`/vendor/check?saved=${await confirmCaiq(ctx, uploadId, taken)}&documents=0`);
  } catch (error) {
    const { refused, status } = refusedAnswers(inWords(error, ctx), answers);
    const typed: Record<string, string> = Object.fromEntries(
      answers.map(({ questionKey, raw }) => [questionKey, raw.stands || raw.values[0] || ""]),
    );
    return data({ ...refused, typed, ticked: [...ticked] }, { status });
  }
});

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: portalTitle(({ caiq }) => caiq.title, view?.frame, view?.hasFailed) },
];

export default function Caiq() {
  const words = usePortalWords();
  const { frame, fileName, edition, filledRows, proposed, left } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "problems" in answer ? answer : undefined;
  const text = words.caiq;
  const failures = proposed.flatMap(({ view: { question, number } }) =>
    Object.values(refused?.problems[question.key] ?? {}).map((message) => ({
      href: `#${questionId(question.key)}`,
      message: words.section.atQuestion(number, message ?? ""),
    })),
  );
  return (
    <PortalPage frame={frame} words={words} back={{ href: "/vendor/workbook", label: words.workbook.other }}>
      <ErrorSummary
        title={refused?.detail ?? ""}
        errors={refused && failures.length === 0 ? [{ href: "#h-proposed", message: refused.detail }] : failures}
      />
      <p className={refused ? "muted after-err" : "muted"}>{text.read(fileName, edition, filledRows)}</p>
      <h1>{text.title}</h1>
      <p className="lead">{text.lead}</p>
      {proposed.length === 0 ? (
        <Callout tone="info">{left.length === 0 ? text.nothing : text.noneAgree}</Callout>
      ) : (
        <form method="post" className="vsec" noValidate>
          <h2 id="h-proposed">{text.proposed(proposed.length)}</h2>
          <p className="muted">{text.proposedLead}</p>
          <div className="qs">
            {proposed.map((item) => (
              <CaiqQuestion
                key={item.view.question.key}
                item={item}
                typed={refused?.typed[item.view.question.key]}
                isTaken={refused ? refused.ticked.includes(item.view.question.key) : true}
                errors={refused?.problems[item.view.question.key] ?? {}}
              />
            ))}
          </div>
          <div className="vactions">
            <Button tone="primary" large name="intent" value="take">
              {text.take}
            </Button>
          </div>
        </form>
      )}
      {left.length > 0 && <LeftQuestions left={left} words={text} />}
      <section className="vsec" aria-labelledby="h-discard">
        <h2 id="h-discard">{text.discardTitle}</h2>
        <p className="muted">{text.discardLead}</p>
        <form method="post" className="row vstart">
          <Button name="intent" value="discard" icon="trash-2">
            {words.workbook.discard}
          </Button>
        </form>
      </section>
    </PortalPage>
  );
}
