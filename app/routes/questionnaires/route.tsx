// Questionnaires: what we ask, version by version, and how it looks to a vendor.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { staffPage } from "#app/server/platform/route.server.ts";
import { viewQuestionnaires } from "#app/server/questionnaires/questionnaire-list.queries.server.ts";
import { dayOf, formatDay, formatHash } from "#app/ui/format.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Table } from "#app/ui/table.tsx";
import { Drafts } from "./drafts.tsx";

export const handle = { place: "questionnaires" };
export const meta: MetaFunction = () => [{ title: "Questionnaires · Vouchsafe" }];

export const loader = staffPage(viewQuestionnaires);

export default function Questionnaires() {
  const { rows, drafts, timeZone, mayImport, mayWrite, maySend } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Questionnaires"
        sub="Files under version control. A published version never changes; each assessment names the version and hash it was sent with."
        actions={
          <>
            <LinkButton href="/questionnaires/coverage" icon="list-checks">
              Coverage
            </LinkButton>
            {mayImport && (
              <LinkButton href="/questionnaires/import" icon="upload">
                Import
              </LinkButton>
            )}
            {mayWrite && (
              <LinkButton tone="primary" href="/questionnaires/new" icon="plus">
                New questionnaire
              </LinkButton>
            )}
          </>
        }
      />
      {drafts.length > 0 && <Drafts drafts={drafts} timeZone={timeZone} />}
      <Table caption="The newest version of each questionnaire" plain className="table--roomy stacked">
        <thead>
          <tr>
            <th scope="col">Questionnaire</th>
            <th scope="col">Version</th>
            <th scope="col">For</th>
            <th scope="col" className="num">
              Questions
            </th>
            <th scope="col" className="num">
              Knock-outs
            </th>
            <th scope="col">Controls covered</th>
            {maySend && (
              <th scope="col">
                <span className="sr">Use</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a href={`/questionnaires/${row.id}`}>{row.title}</a>
                <br />
                <span className="quiet">{row.audience === "vendor" ? row.id : `${row.id}, internal`}</span>
              </th>
              <td>
                <span className="nowrap">
                  {row.version} <span className="quiet">{formatDay(dayOf(new Date(row.publishedAt), timeZone))}</span>
                </span>
                <br />
                <span className="quiet nowrap" title={row.sha256}>
                  SHA-256 {formatHash(row.sha256)}
                </span>
                {row.olderVersions.length > 0 ? <span className="quiet"> before: {row.olderVersions.join(", ")}</span> : null}
              </td>
              <td data-label="For">{audienceOf(row.audience, row.categories, row.tiers)}</td>
              <td className="num" data-label="Questions">
                {row.questions}
              </td>
              <td className="num" data-label="Knock-outs">
                {row.knockOuts}
              </td>
              <td className="muted" data-label="Controls covered">
                {row.coverage.map(({ framework, controls }) => `${framework} ${controls}`).join(" · ") || "–"}
              </td>
              {maySend && (
                <td className="num">
                  {row.audience === "vendor" && (
                    <LinkButton href={`/questionnaires/${row.id}/use`}>
                      Use<span className="sr"> {row.title}</span>
                    </LinkButton>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

function audienceOf(audience: string, categories: readonly string[], tiers: readonly number[]): string {
  if (audience === "internal") return "Our own people";
  const who = categories.length === 0 ? "Any vendor" : `${categories.join(", ")} vendors`;
  const which = tiers.length === 0 ? "" : `, tier ${tiers.join(", ")}`;
  return who.charAt(0).toUpperCase() + who.slice(1) + which;
}
