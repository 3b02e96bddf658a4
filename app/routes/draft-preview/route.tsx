// Preview as vendor of a draft: the same page as that of a published questionnaire.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { en } from "#app/i18n/en.ts";
import { staffPage } from "#app/server/platform/route.server.ts";
import { viewDraftPreview } from "#app/server/questionnaires/drafts/draft-preview.queries.server.ts";
import { draftHref } from "#app/ui/editor/draft-head.tsx";
import { SectionPreview } from "#app/ui/portal/section-preview.tsx";

export const loader = staffPage(async (ctx, { params, url }) => ({
  draftId: params.draftId ?? "",
  ...(await viewDraftPreview(ctx, params.draftId ?? "", url.searchParams.get("section") ?? undefined)),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Preview of the draft · Vouchsafe` }];

export default function DraftPreview() {
  const { draftId, isAsRead, ...view } = useLoaderData<typeof loader>();
  return (
    <SectionPreview
      view={view}
      words={en.portal}
      back={isAsRead ? { href: `/questionnaires/import/${draftId}`, label: "Import" } : { href: draftHref(draftId), label: "Draft" }}
      href={`${draftHref(draftId)}/preview`}
    />
  );
}
