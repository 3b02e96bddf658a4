// One report and what it answers: proposals to confirm, questions it proves, what came from it so far. P **Confirm these answers**.
import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formAnswers } from "#app/domain/assessment/answer-fields.ts";
import { questionId } from "#app/domain/assessment/answer-names.ts";
import { refusedAnswers } from "#app/domain/assessment/answer-problems.ts";
import { confirmReport } from "#app/server/assessments/portal/confirm-report.server.ts";
import { viewReport } from "#app/server/assessments/portal/reports.queries.server.ts";
import { withdrawEvidence } from "#app/server/evidence/withdraw-evidence.server.ts";
import { vendorAction, vendorPage } from "#app/server/platform/route.server.ts";
import { inWords } from "#app/server/platform/words-of.server.ts";
import { Callout } from "#app/ui/callout.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formatBytes, formatDay, formatHash } from "#app/ui/format.ts";
import { PortalPage, portalTitle } from "#app/ui/portal/portal-page.tsx";
import { useKitWords, usePortalWords } from "#app/ui/words.ts";
import { Confirmed, TakeBack } from "./confirmed.tsx";
import { ReportForm } from "./report-form.tsx";

export const loader = vendorPage(async (ctx, { params, hasFailed }) => {
  const view = await viewReport(ctx, params.evidence ?? "");
  if (!view.frame.isOpen) throw redirect("/vendor/receipt");
  return { ...view, hasFailed };
});

export const action = vendorAction(async (ctx, { params, form }) => {
  const evidenceId = params.evidence ?? "";
  const intent = form.get("intent");
  if (intent === "take-back") {
    await withdrawEvidence(ctx, evidenceId);
    return redirect("/vendor/reports");
  }
  const answers = formAnswers(form, ["page", "intent"]);
  const page = String(form.get("page") ?? "");
  try {
    await confirmReport(ctx, evidenceId, { page, answers });
  } catch (error) {
    const { refused, status } = refusedAnswers(inWords(error, ctx), answers);
    return data({ ...refused, page }, { status });
  }
  return redirect("/vendor/reports");
});

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: portalTitle(() => view?.report.name ?? "", view?.frame, view?.hasFailed) },
];

export default function Report() {
  const words = usePortalWords();
  const kit = useKitWords();
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "problems" in answer ? answer : undefined;
  const { frame, report, items, confirmed, isExpired } = view;
  const failures = items.flatMap(({ view: { question, number } }) =>
    Object.values(refused?.problems[question.key] ?? {}).map((message) => ({
      href: `#${questionId(question.key)}`,
      message: words.section.atQuestion(number, message ?? ""),
    })),
  );
  const facts = [
    report.kind,
    report.startsOn && formatDay(report.startsOn, frame.today, kit),
    report.expiresOn && words.evidence.until(formatDay(report.expiresOn, frame.today, kit)),
    formatBytes(report.bytes, kit),
    `SHA-256 ${formatHash(report.sha256)}`,
  ];
  return (
    <PortalPage frame={frame} words={words} back={{ href: "/vendor/reports", label: words.reports.back }}>
      <ErrorSummary
        title={refused?.detail ?? ""}
        errors={refused && failures.length === 0 ? [{ href: "#h-items", message: refused.detail }] : failures}
      />
      <p className={refused ? "muted after-err" : "muted"}>{facts.filter(Boolean).join(" · ")}</p>
      <h1 className="pre">{report.name}</h1>
      {isExpired ? (
        <Callout tone="warn">{words.reports.expired(formatDay(report.expiresOn ?? frame.today, frame.today, kit))}</Callout>
      ) : items.length > 0 ? (
        <ReportForm
          items={items}
          today={frame.today}
          problems={refused?.problems ?? {}}
          typed={refused?.typed ?? {}}
          page={refused?.page ?? ""}
        />
      ) : (
        <Callout tone={confirmed.length > 0 ? "ok" : "info"}>
          {confirmed.length > 0 ? words.reports.nothing : words.reports.nothingYet}
        </Callout>
      )}
      <Confirmed confirmed={confirmed} />
      <TakeBack rest={view.rest} />
    </PortalPage>
  );
}
