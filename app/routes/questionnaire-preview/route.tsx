// Preview as vendor: a section the way a vendor sees it, every question shown, nothing to save.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { en } from "#app/i18n/en.ts";
import { staffPage } from "#app/server/platform/route.server.ts";
import { viewPreview } from "#app/server/questionnaires/questionnaire-list.queries.server.ts";
import { SectionPreview } from "#app/ui/portal/section-preview.tsx";

export const loader = staffPage(async (ctx, { params, url }) => ({
  id: params.id ?? "",
  ...(await viewPreview(ctx, params.id ?? "", url.searchParams.get("section") ?? undefined)),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Preview · Vouchsafe` }];

export default function Preview() {
  const { id, ...view } = useLoaderData<typeof loader>();
  const back = { href: "/questionnaires", label: "Questionnaires" };
  return <SectionPreview view={view} words={en.portal} back={back} href={`/questionnaires/${id}/preview`} />;
}
