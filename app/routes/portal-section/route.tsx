// One section of the questionnaire. P **Save and continue**. Without script the form saves the whole section; with script each answer is
// saved as it is given.
import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formAnswers } from "#app/domain/assessment/answer-fields.ts";
import { questionId } from "#app/domain/assessment/answer-names.ts";
import { refusedAnswers } from "#app/domain/assessment/answer-problems.ts";
import { viewReport } from "#app/server/assessments/portal/reports.queries.server.ts";
import { saveSection } from "#app/server/assessments/portal/save-section.server.ts";
import { viewSection } from "#app/server/assessments/portal/section.queries.server.ts";
import { withdrawEvidence } from "#app/server/evidence/withdraw-evidence.server.ts";
import { vendorAction, vendorPage } from "#app/server/platform/route.server.ts";
import { inWords } from "#app/server/platform/words-of.server.ts";
import { portalTitle } from "#app/ui/portal/portal-page.tsx";
import { SectionForm } from "#app/ui/portal/section-form.tsx";
import { usePortalWords } from "#app/ui/words.ts";
import enhancer from "./section.enhancer.ts?worker&url";

export const handle = { enhancer };

export const loader = vendorPage(async (ctx, { params, url, hasFailed }) => {
  const page = await viewSection(ctx, params.section ?? "", url.searchParams.has("check"));
  return { ...page, hasFailed: hasFailed || page.section.questions.some(({ errors }) => Object.keys(errors).length > 0) };
});

export const action = vendorAction(async (ctx, { params, form }) => {
  const section = params.section ?? "";
  const then = String(form.get("next") ?? "continue");
  const answers = formAnswers(form, ["next"]);
  try {
    await saveSection(ctx, { section, answers, isFinal: then === "continue" });
  } catch (error) {
    const { refused, status } = refusedAnswers(inWords(error, ctx), answers);
    return data(refused, { status });
  }
  const [step, subject = ""] = [then.split(":", 1)[0] ?? "", then.slice(then.indexOf(":") + 1)];
  if (step === "attach") return redirect(`/vendor/evidence/${encodeURIComponent(subject)}`);
  if (step === "withdraw") {
    if ((await viewReport(ctx, subject)).rest.alone > 0) return redirect(`/vendor/reports/${subject}#take-back`);
    await withdrawEvidence(ctx, subject);
    return redirect(`/vendor/sections/${section}`);
  }
  if (step === "ask") return redirect(`/vendor/ask/${encodeURIComponent(subject)}`);
  if (step === "list") return redirect("/vendor");
  if (step === "stay") return redirect(`/vendor/sections/${section}`);
  return redirect((await viewSection(ctx, section, false)).next);
});

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: portalTitle(() => page?.section.title ?? "", page?.frame, page?.hasFailed) },
];

export default function Section() {
  const words = usePortalWords();
  const { frame, section, maxUploadBytes } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "problems" in answer ? answer : undefined;
  const questions = section.questions.map((view) => {
    const { key } = view.question;
    return {
      ...view,
      typed: refused?.typed[key] ?? null,
      errors: { ...view.errors, ...refused?.problems[key] },
      conflict: refused?.conflicts[key] ?? null,
    };
  });
  const failures = questions.flatMap(({ question, number, errors, conflict }) => {
    const said = [...Object.values(errors), ...(conflict ? [words.conflict.title(conflict.by)] : [])];
    return said.map((message) => ({ href: `#${questionId(question.key)}`, message: words.section.atQuestion(number, message ?? "") }));
  });
  return (
    <SectionForm
      frame={frame}
      section={{ ...section, questions }}
      failures={failures}
      detail={Object.keys(refused?.conflicts ?? {}).length > 0 ? refused?.detail : undefined}
      maxUploadBytes={maxUploadBytes}
      words={words}
    />
  );
}
