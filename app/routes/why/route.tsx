// "Why this score?": the addition that leads to the score, knock-outs first, and what would change it.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewScoreTrace } from "#app/server/decisions/why.queries.server.ts";
import { staffPage } from "#app/server/platform/route.server.ts";
import { Callout } from "#app/ui/callout.tsx";
import { formatDay, formatPercent, formatPoints } from "#app/ui/format.ts";
import { Ledger } from "#app/ui/ledger.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Score } from "#app/ui/score-dial.tsx";
import { Section } from "#app/ui/section.tsx";
import { Table } from "#app/ui/table.tsx";
import { TraceTable } from "#app/ui/trace-table.tsx";
import { KnockOuts } from "./knock-outs.tsx";

export const handle = { place: "vendors" };
export const meta: MetaFunction = () => [{ title: "Why this score? · Vouchsafe" }];

export const loader = staffPage(async (ctx, { params, url }) => ({
  view: await viewScoreTrace(ctx, params.id ?? ""),
  open: url.searchParams.getAll("open"),
}));

const flagWords = { failed: "Knock-out failed", half_met: "Knock-out half met", unproven: "Knock-out unproven" } as const;

export default function Why() {
  const { view, open } = useLoaderData<typeof loader>();
  const { reviewed, vendorScore, assessmentId } = view;
  const review = (key: string) => `/assessments/${assessmentId}/review?question=${encodeURIComponent(key)}`;
  const isCapped = reviewed.scoreBps !== reviewed.uncappedBps;
  return (
    <>
      <PageHead
        title="Why this score?"
        crumbs={[
          { label: "Vendors", href: "/vendors" },
          { label: view.vendor.name, href: `/vendors/${view.vendor.id}` },
        ]}
        sub={`${view.service}. As of ${formatDay(view.asOn)}, method vouchsafe-1.`}
        facts={
          <>
            <Score {...reviewed} isCapped={isCapped} isProvisional={view.isProvisional} none="Nothing counts yet" />
            <span className="quiet">
              {formatPercent(reviewed.assuranceBps)} of it verified · coverage {formatPercent(reviewed.coverageBps)}
            </span>
          </>
        }
        actions={
          <>
            <LinkButton href={`/assessments/${assessmentId}/why.csv`} icon="download">
              Download this table
            </LinkButton>
            <LinkButton href={`/assessments/${assessmentId}/decide`}>Decision</LinkButton>
          </>
        }
      />
      <div className="stack stack-32">
        <KnockOuts knockOuts={view.knockOuts} href={review} />
        {reviewed.scoreBps === null || view.sections.length === 0 ? (
          <Callout tone="info" title="No question counts yet" level={2}>
            <p>Points appear as soon as the vendor has answered a scored question.</p>
          </Callout>
        ) : (
          <Section id="sum" title="The addition" note="Counts as × of = points. The column adds up to the score.">
            <TraceTable
              caption={`Points by section and question. The column adds up to ${formatPoints(reviewed.uncappedBps ?? 0)}.`}
              sections={view.sections.map((section) => ({
                ...section,
                isOpen: open.includes(section.id),
                toggleHref: toggled(open, section.id),
                questions: section.questions.map(({ key, flag, ...question }) => ({
                  ...question,
                  href: review(key),
                  ...(flag && flag !== "passed" ? { flag: flagWords[flag] } : {}),
                })),
              }))}
              uncappedBps={reviewed.uncappedBps ?? 0}
              scoreBps={reviewed.scoreBps}
              limitedBy={view.limitedBy.join(" / ")}
              grade={reviewed.grade}
            />
          </Section>
        )}
        {vendorScore && vendorScore.scoreBps !== null && reviewed.scoreBps !== null ? (
          <Section id="vendor-score" title="The vendor's own answers" note="Both scores stay; the reviewed one counts.">
            <Ledger
              lines={[
                { name: "By the vendor's own answers", amount: formatPoints(vendorScore.scoreBps) },
                { name: "Determinations, and evidence since then", amount: signed(reviewed.scoreBps - vendorScore.scoreBps) },
              ]}
              total={{ name: "Reviewed score", amount: formatPoints(reviewed.scoreBps) }}
            />
          </Section>
        ) : null}
        {view.gains.length > 0 ? (
          <Section id="gains" title="What would change it" note="Each alone, perfect and proven; largest first.">
            <Table caption="What would change the score, largest first" plain compact focusable>
              <thead>
                <tr>
                  <th scope="col">Question</th>
                  <th scope="col" className="num">
                    Points more
                  </th>
                </tr>
              </thead>
              <tbody>
                {view.gains.map(({ id, key, text, gainBps }) => (
                  <tr key={id}>
                    <td>
                      <a href={review(key)}>{text}</a>
                    </td>
                    <td className="num">+{formatPoints(gainBps)}</td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </Section>
        ) : null}
        {view.leftOut.length > 0 ? (
          <Section id="left-out" title="Left out of the score" note={`${view.leftOut.length} questions`}>
            <p className="quiet">Not scored by design, or not applicable and accepted as such. They neither add nor cost points.</p>
            <Table caption="Questions left out, in order" plain compact focusable>
              <thead>
                <tr>
                  <th scope="col">Question</th>
                  <th scope="col">Answer</th>
                  <th scope="col">Why</th>
                </tr>
              </thead>
              <tbody>
                {view.leftOut.map(({ id, text, answer, isNa }) => (
                  <tr key={id}>
                    <td>{text}</td>
                    <td className="quiet">{answer}</td>
                    <td className="quiet nowrap">{isNa ? "Not applicable" : "Not scored"}</td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </Section>
        ) : null}
      </div>
    </>
  );
}

const signed = (bps: number): string => (bps > 0 ? `+${formatPoints(bps)}` : formatPoints(bps));

/** The address carries which sections are open. */
function toggled(open: readonly string[], id: string): string {
  const next = open.includes(id) ? open.filter((each) => each !== id) : [...open, id];
  const query = next.map((each) => `open=${encodeURIComponent(each)}`).join("&");
  return `?${query}#trace-${id}`;
}
