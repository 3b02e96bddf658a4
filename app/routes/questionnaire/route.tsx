// A questionnaire: its versions, what changed between two of them, what the linter says of the newest.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Change, QuestionPart } from "#app/domain/questionnaire/difference.ts";
import { staffPage } from "#app/server/platform/route.server.ts";
import { type QuestionnairePage, viewQuestionnaire } from "#app/server/questionnaires/questionnaire-page.queries.server.ts";
import { Callout } from "#app/ui/callout.tsx";
import { dayOf, formatCount, formatDay, formatHash } from "#app/ui/format.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Section } from "#app/ui/section.tsx";
import { StatusPill } from "#app/ui/status-pill.tsx";
import { Table } from "#app/ui/table.tsx";

export const handle = { place: "questionnaires" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Questionnaires · Vouchsafe` }];

export const loader = staffPage((ctx, { params, url }) => {
  const { searchParams } = url;
  const compared = { from: searchParams.get("from") ?? undefined, to: searchParams.get("to") ?? undefined };
  return viewQuestionnaire(ctx, params.id ?? "", compared);
});

export default function QuestionnaireDetail() {
  const { id, title, audience, versions, timeZone, difference, lint } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={title}
        crumbs={[{ label: "Questionnaires", href: "/questionnaires" }]}
        sub={`${id}, for ${audience === "vendor" ? "vendors" : "our own people"}`}
        actions={
          <LinkButton href={`/questionnaires/${id}/preview`} icon="eye">
            Preview as vendor
          </LinkButton>
        }
      />
      <div className="stack stack-40">
        <Section id="versions" title="Versions" note="an assessment keeps the version it was sent with">
          <Table caption="Versions, newest first" plain>
            <thead>
              <tr>
                <th scope="col">Version</th>
                <th scope="col">Published</th>
                <th scope="col">SHA-256</th>
                <th scope="col">Difference</th>
              </tr>
            </thead>
            <tbody>
              {versions.map(({ version, publishedAt, sha256 }, at) => {
                const before = versions[at + 1];
                return (
                  <tr key={version}>
                    <th scope="row">{version}</th>
                    <td className="nowrap">{formatDay(dayOf(new Date(publishedAt), timeZone))}</td>
                    <td className="mono" title={sha256}>
                      {formatHash(sha256)}
                    </td>
                    <td>
                      {before ? (
                        <a href={`?from=${before.version}&to=${version}#difference`}>Against {before.version}</a>
                      ) : (
                        <span className="quiet">The first version</span>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </Table>
        </Section>
        {difference && <DifferenceOf difference={difference} />}
        <LintPanel lint={lint} version={versions[0]!.version} />
      </div>
    </>
  );
}

const changeWords: Record<Exclude<Change, "same">, string> = { added: "New", removed: "Gone", changed: "Changed" };
const partWords: Record<QuestionPart, string> = {
  type: "type of answer",
  options: "options",
  scoring: "scoring",
  condition: "when it is asked",
  demands: "what must come with it",
  wording: "wording",
  mapping: "controls",
  place: "section",
};

function DifferenceOf({ difference }: { difference: NonNullable<QuestionnairePage["difference"]> }) {
  const { from, to, questions, same } = difference;
  return (
    <Section id="difference" title={`What changed from ${from} to ${to}`} note={`${formatCount(same)} questions stayed the same`}>
      {questions.length === 0 ? (
        <p className="muted">Nothing that a vendor, a reviewer or a score could notice.</p>
      ) : (
        <Table caption="Questions that changed, in the order of the newer version" plain className="table--roomy">
          <thead>
            <tr>
              <th scope="col">Question</th>
              <th scope="col">Change</th>
              <th scope="col">Answers so far</th>
            </tr>
          </thead>
          <tbody>
            {questions.map(({ id, text, change, parts, isCarried, note }) => (
              <tr key={id}>
                <th scope="row">
                  {text}
                  <br />
                  <span className="quiet mono">{id}</span>
                </th>
                <td>
                  {change === "same" ? null : changeWords[change]}
                  {parts.length > 0 && <span className="muted">: {parts.map((part) => partWords[part]).join(", ")}</span>}
                </td>
                <td>
                  {change === "changed" ? isCarried ? "Carried over" : "Asked anew" : <span className="quiet">–</span>}
                  {note && (
                    <>
                      <br />
                      <span className="muted">{note}</span>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}

const levels = {
  error: { tone: "danger", icon: "circle-x", word: "Error" },
  warning: { tone: "warn", icon: "triangle-alert", word: "Warning" },
  note: { tone: "info", icon: "info", word: "Note" },
} as const;

function LintPanel({ lint, version }: { lint: QuestionnairePage["lint"]; version: string }) {
  const isClean = lint.every(({ level }) => level === "note");
  return (
    <Section id="lint" title="Lint" note={`of ${version}`}>
      {isClean && (
        <Callout tone="ok" title="Clean">
          No error and no warning. {lint.length > 0 ? "Notes say what a reviewer must look at." : ""}
        </Callout>
      )}
      {lint.length > 0 && (
        <Table caption="What the linter says, by line" plain className="table--roomy">
          <thead>
            <tr>
              <th scope="col">Level</th>
              <th scope="col">What</th>
              <th scope="col" className="num">
                Line
              </th>
            </tr>
          </thead>
          <tbody>
            {lint.map(({ level, line, message, mend }) => (
              <tr key={`${line} ${message}`}>
                <td>
                  <StatusPill tone={levels[level].tone} icon={levels[level].icon} bare>
                    {levels[level].word}
                  </StatusPill>
                </td>
                <th scope="row">
                  {message} {mend && <span className="quiet">{mend}</span>}
                </th>
                <td className="num">{line}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
