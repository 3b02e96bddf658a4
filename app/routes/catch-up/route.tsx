// Catch-up plan: services in use before they were assessed, strictest tier first, each with the day its first assessment starts.
// P **Save plan**. One form: the weekly number, and the days of the page. Another number, or **Propose days**, spreads everything anew.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { catchUpPlanSchema, perWeekSchema } from "#app/domain/monitoring/catch-up-plan.schema.ts";
import { mostPerWeek } from "#app/domain/monitoring/catch-up-plan.ts";
import { viewCatchUpPlan } from "#app/server/monitoring/catch-up-plan.queries.server.ts";
import { saveCatchUpPlan } from "#app/server/monitoring/save-catch-up-plan.server.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { formatCount, formatDay } from "#app/ui/format.ts";
import { Input } from "#app/ui/input.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { PlanRows } from "./plan-rows.tsx";

export const handle = { place: "calendar" };
export const meta: MetaFunction = () => [{ title: "Catch-up plan · Vouchsafe" }];

const address = (query: Record<string, string | number | undefined>) => {
  const known = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return known.length === 0 ? "/calendar/catch-up" : `/calendar/catch-up?${new URLSearchParams(known)}`;
};

export const loader = staffPage(async (ctx, { url }) => {
  const perWeek = perWeekSchema.safeParse(url.searchParams.get("perWeek") ?? "");
  const page = Number(url.searchParams.get("page")) || 1;
  const plan = await viewCatchUpPlan(ctx, { perWeek: perWeek.data, page });
  return { ...plan, isSaved: url.searchParams.has("saved") };
});

export const action = staffAction(async (ctx, { form, url }) => {
  const isProposal = form.get("intent") === "propose";
  const { perWeek, shownPerWeek, anew, engagementId, shown, startsOn } = parseForm(form, catchUpPlanSchema);
  const page = url.searchParams.get("page") ?? undefined;
  if (isProposal) return redirect(address({ perWeek }));
  const byHand = new Map(engagementId.flatMap((id, row) => (startsOn[row] === shown[row] ? [] : [[id, startsOn[row] ?? ""] as const])));
  await saveCatchUpPlan(ctx, { perWeek, isAnew: anew === "yes" || String(perWeek) !== shownPerWeek, byHand });
  return redirect(address({ page, saved: "yes" }));
});

export default function CatchUp() {
  const plan = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const error = failure && "error" in failure ? failure.error : undefined;
  const fields: Record<string, string> = error?.fields ?? {};
  const { rows, counts, today, perWeek, isAnew, isSaved, isCut, page, pages, mayPlan } = plan;
  const paged = (to: number) => address({ perWeek: isAnew ? perWeek : undefined, page: to === 1 ? undefined : to });
  return (
    <>
      <PageHead
        title="Catch-up plan"
        crumbs={[{ label: "Calendar", href: "/calendar" }, { label: "Catch-up plan" }]}
        sub={counts.all === 0 ? "First assessments of services already in use" : summary(plan)}
      />
      <ErrorSummary title={error?.detail ?? ""} errors={Object.entries(fields).map(([field, message]) => ({ field, message }))} />
      {isSaved && !error && (
        <Callout tone="ok">
          <p>The plan is saved. On each day its task stands on Home, and owner and compliance get a mail.</p>
        </Callout>
      )}
      {isCut && (
        <Callout tone="info" title="Not everything is planned at once" level={2}>
          <p>There are more services than one plan holds. The others join as these are assessed.</p>
        </Callout>
      )}
      {counts.all === 0 ? (
        <EmptyState
          icon="circle-check"
          title="Everything in use is assessed"
          actions={<LinkButton href="/vendors/new">Add vendor</LinkButton>}
        >
          <p>A service that is registered with the day it went live, and was never assessed, appears here with a day to start.</p>
        </EmptyState>
      ) : (
        <form method="post" className="stack" noValidate>
          {mayPlan && (
            <>
              <div className="row pace">
                <Field
                  name="perWeek"
                  label="First assessments a week"
                  hint="At most; days set by hand count, too"
                  error={fields.perWeek}
                  required
                >
                  <Input
                    type="number"
                    inputMode="numeric"
                    min={1}
                    max={mostPerWeek}
                    defaultValue={String(error?.values.perWeek ?? perWeek)}
                  />
                </Field>
                <Button name="intent" value="propose">
                  Propose days
                </Button>
              </div>
              <input type="hidden" name="shownPerWeek" value={perWeek} />
              {isAnew && <input type="hidden" name="anew" value="yes" />}
            </>
          )}
          {isAnew && (
            <Callout tone="info" title="A proposal, not saved yet" level={2}>
              <p>All days are spread anew. Days that were set by hand and still lie ahead stay.</p>
            </Callout>
          )}
          {counts.overtaken > 0 && mayPlan && (
            <Callout tone="warn" title={`${formatCount(counts.overtaken)} stricter than what was planned before`} level={2}>
              <p>New services of a stricter tier stand behind milder ones. Propose days puts them in front.</p>
            </Callout>
          )}
          <PlanRows rows={rows} today={today} mayPlan={mayPlan} fields={fields} typed={typedDays(error?.values)} />
          {mayPlan && (
            <p className="row section-foot">
              <Button tone="primary" large name="intent" value="save">
                Save plan
              </Button>
              {pages > 1 && <span className="quiet">Saves all pages; days you changed here are kept by hand.</span>}
            </p>
          )}
        </form>
      )}
      {pages > 1 && (
        <Pagination
          previousHref={page > 1 ? paged(page - 1) : undefined}
          nextHref={page < pages ? paged(page + 1) : undefined}
          summary={`Page ${page} of ${pages}`}
        />
      )}
    </>
  );
}

function summary({ counts, lastOn, today }: ReturnType<typeof useLoaderData<typeof loader>>): string {
  const some = (n: number, what: string) => (n > 0 ? [`${formatCount(n)} ${what}`] : []);
  return [
    `${formatCount(counts.all)} ${counts.all === 1 ? "service" : "services"} in use before assessment`,
    ...some(counts.started, "started"),
    ...some(counts.late, "late"),
    ...some(counts.unsaved, "without a saved day"),
    ...(lastOn === null ? [] : [`the last one starts ${formatDay(lastOn, today)}`]),
  ].join(" · ");
}

/** Days as typed into a form that was refused, by engagement. */
function typedDays(values: Record<string, string | string[]> | undefined): Map<string, string> {
  const ids = [values?.engagementId ?? []].flat();
  const days = [values?.startsOn ?? []].flat();
  return new Map(ids.map((id, row) => [id, days[row] ?? ""]));
}
