// Ask to correct one submitted answer. First why, P **Continue**; then documents and the right answer, P **Send correction**. Once a
// decision is signed it is a message to us, P **Send**.
import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readAnswerFields } from "#app/domain/assessment/answer-fields.ts";
import type { RawAnswer } from "#app/domain/assessment/answer-input.ts";
import type { AnswerProblems } from "#app/domain/assessment/answer-problems.ts";
import { DomainError, isDomainError } from "#app/domain/errors.ts";
import { askCorrection } from "#app/server/assessments/portal/ask-correction.server.ts";
import { correctAnswer } from "#app/server/assessments/portal/correct-answer.server.ts";
import { viewCorrection } from "#app/server/assessments/portal/correction.queries.server.ts";
import { vendorAction, vendorPage } from "#app/server/platform/route.server.ts";
import { uploadRefusal } from "#app/server/platform/upload-refusal.server.ts";
import { inWords } from "#app/server/platform/words-of.server.ts";
import { Callout } from "#app/ui/callout.tsx";
import { PortalPage, portalTitle } from "#app/ui/portal/portal-page.tsx";
import { Thread } from "#app/ui/portal/thread.tsx";
import { usePortalWords } from "#app/ui/words.ts";
import { CorrectionForm } from "./correction-form.tsx";
import { WhyForm } from "./why-form.tsx";

export const loader = vendorPage(async (ctx, { params, url, hasFailed }) => {
  const view = await viewCorrection(ctx, params.question ?? "");
  if (view.isAsked) throw redirect("/vendor/clarifications");
  const { searchParams } = url;
  return {
    ...view,
    isSent: searchParams.has("sent"),
    saysAnew: searchParams.has("why"),
    refusal: uploadRefusal(url).detail,
    hasFailed,
  };
});

export const action = vendorAction(async (ctx, { params, form, url }) => {
  const questionKey = params.question ?? "";
  if (form.get("intent") === "why") {
    const way = await askCorrection(ctx, { questionKey, text: String(form.get("text") ?? "") });
    return redirect(way === "ask" ? `${url.pathname}?sent` : url.pathname);
  }
  const { answers, unknown } = readAnswerFields(form, ["intent", "name", "role"]);
  const [given] = answers;
  if (unknown.length > 0 || answers.length !== 1 || given?.questionKey !== questionKey)
    throw new DomainError("invalid", "This form is for one answer. Load the page again; nothing was saved.");
  const signed = { name: String(form.get("name") ?? "").slice(0, 120), role: String(form.get("role") ?? "").slice(0, 120) };
  try {
    await correctAnswer(ctx, { questionKey, raw: given.raw, ...signed });
  } catch (error) {
    if (!isDomainError(error, "invalid")) throw error;
    const { detail, data: said } = inWords(error, ctx);
    const problems = (said.problems ?? {}) as AnswerProblems;
    const fields = (said.fields ?? {}) as Record<string, string>;
    const refused = { detail, problems: problems[questionKey] ?? {}, fields, typed: given.raw as RawAnswer, signed };
    return data({ refused }, { status: 422 });
  }
  return redirect("/vendor/receipt");
});

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: portalTitle(({ correct }) => correct.title, view?.frame, view?.hasFailed || view?.refusal !== "") },
];

export default function Correct() {
  const words = usePortalWords();
  const { frame, view, said, way, why, isSent, saysAnew, refusal, maxUploadBytes } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const failure = answer && "error" in answer ? answer.error : undefined;
  const refused = answer && "refused" in answer ? answer.refused : undefined;
  const { messages } = view;
  const isSecondStep = way === "revise" && why !== null && !saysAnew && failure?.fields?.text === undefined;
  return (
    <PortalPage frame={frame} words={words} back={{ href: "/vendor/receipt", label: words.messages.back }}>
      <p className="muted">{view.question.text}</p>
      <h1>{words.correct.title}</h1>
      <p className="lead">{way === "ask" ? words.correct.leadAsk(frame.asker) : words.correct.lead}</p>
      {isSent ? <Callout tone="ok">{words.correct.sent}</Callout> : null}
      <dl className="said">
        <div>
          <dt>{words.correct.now}</dt>
          <dd className="pre">
            {said || (view.files.length > 0 ? words.evidence.legend : <span className="quiet">{words.check.none}</span>)}
          </dd>
        </div>
        {isSecondStep ? (
          <div>
            <dt>
              {words.correct.youSaid}
              {" · "}
              <a href="?why">{words.correct.changeWhy}</a>
            </dt>
            <dd className="pre">{why}</dd>
          </div>
        ) : null}
      </dl>
      {way === "ask" && messages.length > 0 ? (
        <Thread messages={messages} words={words} timeZone={frame.timeZone} today={frame.today} />
      ) : null}
      {isSecondStep ? (
        <CorrectionForm
          frame={frame}
          view={view}
          refused={refused}
          failure={failure?.detail}
          refusal={refusal}
          maxUploadBytes={maxUploadBytes}
        />
      ) : (
        <WhyForm why={String(failure?.values.text ?? why ?? "")} error={failure} isAsk={way === "ask"} />
      )}
    </PortalPage>
  );
}
