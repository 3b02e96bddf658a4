// Decide: what must be done first, what may pass with a named acceptance, then the decision and its signatures. P **Sign decision**,
// for the second approver **Give second signature**. After signing: the decision with its two signed documents.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  acceptanceFormSchema,
  acceptanceIdSchema,
  acceptanceWithdrawSchema,
  conditionIdSchema,
  conditionsOf,
  decisionFormSchema,
  decisionIdSchema,
  decisionWithdrawSchema,
} from "#app/domain/assessment/decision-form.schema.ts";
import { countersignDecision } from "#app/server/decisions/countersign-decision.server.ts";
import { countersignRiskAcceptance } from "#app/server/decisions/countersign-risk-acceptance.server.ts";
import { viewDecision } from "#app/server/decisions/decide.queries.server.ts";
import { meetCondition } from "#app/server/decisions/meet-condition.server.ts";
import { proposeRiskAcceptance } from "#app/server/decisions/propose-risk-acceptance.server.ts";
import { signDecision } from "#app/server/decisions/sign-decision.server.ts";
import { withdrawDecision } from "#app/server/decisions/withdraw-decision.server.ts";
import { withdrawRiskAcceptance } from "#app/server/decisions/withdraw-risk-acceptance.server.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formatPercent } from "#app/ui/format.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { RiskBadge } from "#app/ui/risk-badge.tsx";
import { Score } from "#app/ui/score-dial.tsx";
import { BeforeSigning } from "./before-signing.tsx";
import { DecisionForm } from "./decision-form.tsx";
import { Signed } from "./signed.tsx";

export const handle = { place: "vendors" };
export const meta: MetaFunction = () => [{ title: "Decide · Vouchsafe" }];

export const loader = staffPage(async (ctx, { params }) => viewDecision(ctx, params.id ?? ""));

export const action = staffAction(async (ctx, { form, params }) => {
  const assessmentId = params.id ?? "";
  switch (form.get("intent")) {
    case "propose":
      await proposeRiskAcceptance(ctx, assessmentId, parseForm(form, acceptanceFormSchema));
      break;
    case "countersign-acceptance":
      await countersignRiskAcceptance(ctx, parseForm(form, acceptanceIdSchema).riskAcceptanceId);
      break;
    case "withdraw-acceptance": {
      const { riskAcceptanceId, reason } = parseForm(form, acceptanceWithdrawSchema);
      await withdrawRiskAcceptance(ctx, riskAcceptanceId, reason);
      break;
    }
    case "countersign":
      await countersignDecision(ctx, parseForm(form, decisionIdSchema).decisionId);
      break;
    case "withdraw": {
      const { decisionId, reason } = parseForm(form, decisionWithdrawSchema);
      await withdrawDecision(ctx, decisionId, reason);
      break;
    }
    case "meet-condition":
      await meetCondition(ctx, parseForm(form, conditionIdSchema).conditionId);
      break;
    default: {
      const given = parseForm(form, decisionFormSchema);
      await signDecision(ctx, assessmentId, {
        ...given,
        nextReviewOn: given.nextReviewOn || undefined,
        conditions: conditionsOf(given),
      });
    }
  }
  return redirect(`/assessments/${assessmentId}/decide`);
});

export default function Decide() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const error = answer && "error" in answer ? answer.error : undefined;
  const fields: Record<string, string> = error?.fields ?? {};
  const { vendor, engagement, score, residual, decision, answered } = view;
  const errors = Object.entries(fields).map(([field, message]) => ({ field, message }));
  return (
    <>
      <PageHead
        title={decision ? "Decision" : "Decide"}
        crumbs={[
          { label: "Vendors", href: "/vendors" },
          { label: vendor.name, href: `/vendors/${vendor.id}` },
        ]}
        sub={engagement.service}
        facts={
          <>
            <Score {...score} none="No score" />
            <span className="row">
              <span className="quiet">Inherent</span> <RiskBadge level={view.inherent} plain />
              <span className="quiet">→ residual</span>{" "}
              <RiskBadge level={decision?.residual ?? residual.band} isAssessed={decision ? undefined : residual.isAssessed} />
            </span>
            <span className="quiet">
              Tier {view.tier} · coverage {formatPercent(score.coverageBps)} · {formatPercent(score.assuranceBps)} verified
            </span>
            <span className="quiet">
              Answered {answered.words.charAt(0).toLowerCase() + answered.words.slice(1)}.{answered.note ? ` ${answered.note}` : ""}
            </span>
          </>
        }
        actions={view.may.seeWhy ? <LinkButton href={`/assessments/${view.assessmentId}/why`}>Why this score?</LinkButton> : undefined}
      />
      {error ? (
        <ErrorSummary title={error.detail} errors={errors.length > 0 ? errors : [{ href: "#first", message: "See what is open" }]} />
      ) : null}
      <div className="stack stack-32">
        {decision ? <Signed view={view} decision={decision} errors={fields} /> : null}
        {decision?.status === "final" ? null : <BeforeSigning view={view} values={error?.values ?? {}} errors={fields} />}
        {decision ? null : <DecisionForm view={view} values={error?.values ?? {}} errors={fields} />}
      </div>
    </>
  );
}
