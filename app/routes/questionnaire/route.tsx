// A questionnaire: its versions, what changed between two of them, what the linter says of the newest.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { staffPage } from "#app/server/platform/route.server.ts";
import { viewQuestionnaire } from "#app/server/questionnaires/questionnaire-page.queries.server.ts";
import { dayOf, formatDay, formatHash } from "#app/ui/format.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { LintPanel } from "#app/ui/lint-panel.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Section } from "#app/ui/section.tsx";
import { Table } from "#app/ui/table.tsx";
import { VersionChanges } from "#app/ui/version-changes.tsx";

export const handle = { place: "questionnaires" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Questionnaires · Vouchsafe` }];

export const loader = staffPage((ctx, { params, url }) => {
  const { searchParams } = url;
  const compared = { from: searchParams.get("from") ?? undefined, to: searchParams.get("to") ?? undefined };
  return viewQuestionnaire(ctx, params.id ?? "", compared);
});

export default function QuestionnaireDetail() {
  const { id, title, audience, versions, timeZone, difference, lint, mayWrite, maySend } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={title}
        crumbs={[{ label: "Questionnaires", href: "/questionnaires" }]}
        sub={`${id}, for ${audience === "vendor" ? "vendors" : "our own people"}`}
        actions={
          <>
            <LinkButton href={`/questionnaires/${id}/file`} icon="download">
              Download YAML
            </LinkButton>
            <LinkButton href={`/questionnaires/${id}/preview`} icon="eye">
              Preview as vendor
            </LinkButton>
            {mayWrite && (
              <LinkButton href={`/questionnaires/new?start=version&base=${id}`} icon="pencil">
                New version
              </LinkButton>
            )}
            {maySend && (
              <LinkButton tone="primary" href={`/questionnaires/${id}/use`}>
                Use
              </LinkButton>
            )}
          </>
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
        {difference && <VersionChanges difference={difference} />}
        <LintPanel lint={lint} version={versions[0]!.version} />
      </div>
    </>
  );
}
