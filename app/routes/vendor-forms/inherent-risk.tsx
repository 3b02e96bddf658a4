// Inherent risk of one engagement: answer, confirm, agree, override. P **Confirm answers**, **Agree** or **Save answers**, by turn.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { irqAnswersFrom } from "#app/domain/risk/irq-answers.ts";
import { irqAnswersSchema } from "#app/domain/risk/irq-form.schema.ts";
import { tierOverrideSchema } from "#app/domain/vendor/vendor.schema.ts";
import { parseForm, refuseUnknownFields } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage, valuesOf } from "#app/server/platform/route.server.ts";
import { agreeInherentRisk } from "#app/server/vendors/agree-inherent-risk.server.ts";
import { answerInherentRisk } from "#app/server/vendors/answer-inherent-risk.server.ts";
import { confirmInherentRisk } from "#app/server/vendors/confirm-inherent-risk.server.ts";
import { viewInherentRisk } from "#app/server/vendors/inherent-risk.queries.server.ts";
import { overrideTier } from "#app/server/vendors/override-tier.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { IrqFields } from "./irq-fields.tsx";
import { OverrideForm } from "./override-form.tsx";
import { SignatureLine } from "./signature-line.tsx";
import { TierPanel } from "./tier-panel.tsx";

export const handle = { place: "vendors" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Inherent risk · ${data?.vendor.name ?? ""} · Vouchsafe` }];

export const loader = staffPage(async (ctx, { params, url }) => ({
  ...(await viewInherentRisk(ctx, params.engagementId ?? "")),
  done: url.searchParams.get("done"),
}));

export const action = staffAction(async (ctx, { form, params }) => {
  const engagementId = params.engagementId ?? "";
  const intent = String(form.get("intent"));
  if (intent === "agree") {
    refuseUnknownFields(form);
    await agreeInherentRisk(ctx, engagementId);
  } else if (intent === "override") await overrideTier(ctx, engagementId, parseForm(form, tierOverrideSchema));
  else {
    const { questions } = await viewInherentRisk(ctx, engagementId);
    parseForm(form, irqAnswersSchema(questions));
    const answers = irqAnswersFrom(questions, valuesOf(form));
    const emptied = Object.fromEntries(questions.map(({ id }) => [id, null]));
    await answerInherentRisk(ctx, engagementId, { ...emptied, ...answers });
    if (intent === "confirm") await confirmInherentRisk(ctx, engagementId);
  }
  return redirect(`/engagements/${engagementId}/inherent-risk?done=${intent}`);
});

const doneTexts: Record<string, string> = {
  answer: "The answers are saved.",
  confirm: "The answers are confirmed. Compliance agrees next.",
  agree: "Compliance agrees to the answers.",
  override: "The tier is set.",
};

export default function InherentRisk() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const error = answer && "error" in answer ? answer.error : undefined;
  const fields: Record<string, string> = error?.fields ?? {};
  const { vendor, service, may, done } = view;
  const isOverriding = error?.values.intent === "override";
  const typed = error && !isOverriding ? error.values : undefined;
  return (
    <>
      <PageHead
        title="Inherent risk"
        crumbs={[
          { label: "Vendors", href: "/vendors" },
          { label: vendor.name, href: `/vendors/${vendor.id}?engagement=${view.engagementId}` },
          { label: "Inherent risk" },
        ]}
        sub={
          <>
            What could go wrong with “{service}” of <bdi>{vendor.name}</bdi>, before anything the vendor does about it.
          </>
        }
      />
      {done !== null && doneTexts[done] !== undefined && <Callout tone="ok" title={doneTexts[done]} level={2} className="form-note" />}
      <ErrorSummary title={error?.detail ?? ""} errors={Object.entries(fields).map(([field, message]) => ({ field, message }))} />
      <div className="addv">
        <div className="addv__main form">
          <form method="post" className="fields" noValidate>
            <IrqFields view={view} typed={typed} errors={fields} isReadOnly={!may.answer} />
            {may.answer && (
              <div className="addv__send">
                {may.confirm && (
                  <Button tone="primary" large name="intent" value="confirm">
                    Confirm answers
                  </Button>
                )}
                <Button tone={may.confirm || may.agree ? "plain" : "primary"} large name="intent" value="answer">
                  Save answers
                </Button>
                <p className="quiet">
                  {may.confirm
                    ? "Confirming says that these answers are right: nothing is assumed from then on."
                    : "Changed answers need confirming by the owner and agreeing by compliance again."}
                </p>
              </div>
            )}
          </form>
        </div>
        <TierPanel
          title="Inherent risk"
          tier={view.tier}
          levels={view.levels}
          assumed={view.assumed.filter((id) => id in view.levels) as (keyof typeof view.levels)[]}
          overridden={view.override && { ...view.override, computedTier: view.computedTier }}
        >
          <h3>Who says so</h3>
          <SignatureLine view={view} />
          {may.agree && (
            <form method="post">
              <Button tone="primary" name="intent" value="agree">
                Agree
              </Button>
            </form>
          )}
          {may.override && <OverrideForm view={view} error={isOverriding ? error : undefined} />}
        </TierPanel>
      </div>
    </>
  );
}
