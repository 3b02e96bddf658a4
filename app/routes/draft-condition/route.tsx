// The condition builder: rows under all, any or none; one row at a time is written from pull-downs, in two steps that need no script.
// P **Add condition**, or **Choose** while nothing is chosen.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { conditionOf, rowNumber, rowsOf, rowTyped, withoutRow, withRow } from "#app/domain/questionnaire/edit/condition-rows.ts";
import { conditionAt, conditionPlace, setCondition } from "#app/domain/questionnaire/edit/conditions.ts";
import { conditionModeFormSchema, conditionRowFormSchema, revisionFormSchema } from "#app/domain/questionnaire/edit/editor-forms.schema.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { changeDraft } from "#app/server/questionnaires/drafts/change-draft.server.ts";
import { viewDraftCondition } from "#app/server/questionnaires/drafts/draft-condition.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { DraftHead, draftHref, Revision } from "#app/ui/editor/draft-head.tsx";
import { failureOf } from "#app/ui/editor/failure.ts";
import { Section } from "#app/ui/section.tsx";
import { Segment } from "#app/ui/segment.tsx";
import { RowForm, SubjectForm } from "./row-form.tsx";

export const handle = { place: "questionnaires" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.hasFailed ? "Error: " : ""}Condition · ${data?.holderText ?? ""} · Vouchsafe` },
];

export const loader = staffPage(async (ctx, { params, url: { searchParams }, hasFailed }) => ({
  ...(await viewDraftCondition(ctx, params.draftId ?? "", conditionPlace(params.holder, params.of), {
    subject: searchParams.get("subject") ?? undefined,
    row: rowNumber(searchParams.get("row")),
  })),
  hasFailed,
}));

export const action = staffAction(async (ctx, { form, params, url }) => {
  const draftId = params.draftId ?? "";
  const place = conditionPlace(params.holder, params.of);
  const [button = "", at = ""] = String(form.get("intent") ?? "").split(":");
  const change = (
    revision: number,
    next: (rows: ReturnType<typeof rowsOf>, before: Parameters<typeof conditionAt>[0]) => ReturnType<typeof rowsOf>,
  ) =>
    changeDraft(ctx, draftId, revision, {
      change: "condition_changed",
      apply: (before) => setCondition(before, place, conditionOf(next(rowsOf(conditionAt(before, place)), before))),
    });
  switch (button) {
    case "remove": {
      const { revision } = parseForm(form, revisionFormSchema);
      await change(revision, (rows) => withoutRow(rows, rowNumber(at) ?? 0));
      break;
    }
    case "mode": {
      const { revision, mode } = parseForm(form, conditionModeFormSchema);
      await change(revision, ({ rows }) => ({ mode, rows }));
      break;
    }
    default: {
      const { revision, row, operator, ticked, typed, isAnswered, ...rest } = parseForm(form, conditionRowFormSchema);
      const isTyped = typed !== "" && operator !== "in" && operator !== "has";
      const values = operator === "answered" ? [isAnswered || "yes"] : isTyped ? [typed] : ticked;
      await change(revision, (rows, before) => withRow(rows, rowTyped({ ...rest, operator, values }, before), rowNumber(row)));
    }
  }
  return redirect(url.pathname.replace(/\.data$/, ""));
});

const holderWords = {
  section: ["the section", "asked", "always"],
  question: ["the question", "asked", "always"],
  evidence: ["the evidence of", "wanted", "for every answer"],
  conflict: ["the contradiction", "pointed out", "never"],
} as const;

export default function DraftCondition() {
  const view = useLoaderData<typeof loader>();
  const failure = failureOf(useActionData<typeof action>(), "Nothing was saved");
  const { draftId, holder, of, holderText, rows, mode, inWords, chosen } = view;
  const base = draftHref(draftId);
  const back = holder === "conflict" ? `${base}#conflicts` : holder === "section" ? `${base}/section/${of}` : `${base}/question/${of}`;
  const [what, happens, otherwise] = holderWords[holder];
  return (
    <>
      <DraftHead
        draft={view}
        title="Condition"
        between={[{ label: holderText, href: back }]}
        sub={
          <>
            When {what} “{holderText}” is {happens}: <b>{inWords ?? otherwise}</b>
          </>
        }
        failure={failure}
      />
      <div className="editor stack stack-32">
        {rows.length > 0 && (
          <Section id="rows" title="Conditions">
            <form method="post" className="stack stack-16">
              <Revision of={view} />
              {rows.length > 1 || mode === "none" ? (
                <div className="row row--wide">
                  <Segment
                    name="mode"
                    label="How they count together"
                    defaultValue={mode}
                    options={[
                      { value: "all", label: "All must hold" },
                      { value: "any", label: "Any of them" },
                      { value: "none", label: "None of them" },
                    ]}
                  />
                  <Button name="intent" value="mode">
                    Apply
                  </Button>
                </div>
              ) : null}
            </form>
            <ul className="list condition-rows">
              {rows.map(({ words, isSimple }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place
                <li key={at}>
                  <span className="condition-rows__words">
                    {words} {!isSimple && <span className="quiet">Several conditions in one: kept as it is, or removed as a whole.</span>}
                  </span>
                  <span className="row row--tight">
                    {isSimple && <a href={`?row=${at}#row`}>Change</a>}
                    <form method="post">
                      <Revision of={view} />
                      <Button tone="ghost" name="intent" value={`remove:${at}`}>
                        Remove<span className="sr"> condition {at + 1}</span>
                      </Button>
                    </form>
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section id="row" title={view.row === null ? "Add a condition" : `Change condition ${view.row + 1}`}>
          <SubjectForm view={view} />
          {chosen && <RowForm view={view} chosen={chosen} failure={failure} />}
        </Section>
        <p>
          <a href={back}>Back to {holder === "conflict" ? "the draft" : holder === "section" ? "the section" : "the question"}</a>
        </p>
      </div>
    </>
  );
}
