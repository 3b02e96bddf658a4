// Preview as vendor: a section the way a vendor sees it, every question shown, nothing to save.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { en } from "#app/i18n/en.ts";
import { staffPage } from "#app/server/platform/route.server.ts";
import { viewPreview } from "#app/server/questionnaires/questionnaire-list.queries.server.ts";
import { SectionForm } from "#app/ui/portal/section-form.tsx";

export const loader = staffPage(async (ctx, { params, url }) => ({
  id: params.id ?? "",
  ...(await viewPreview(ctx, params.id ?? "", url.searchParams.get("section") ?? undefined)),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Preview · Vouchsafe` }];

export default function Preview() {
  const { id, frame, section, sections, maxUploadBytes } = useLoaderData<typeof loader>();
  return (
    <SectionForm
      frame={frame}
      section={section}
      failures={[]}
      maxUploadBytes={maxUploadBytes}
      words={en.portal}
      preview={{
        back: { href: "/questionnaires", label: "Questionnaires" },
        sections: (
          <ul className="row row--wide">
            {sections.map((each) => (
              <li key={each.id}>
                {each.isCurrent ? (
                  <b aria-current="page">{each.title}</b>
                ) : (
                  <a href={`/questionnaires/${id}/preview?section=${each.id}`}>{each.title}</a>
                )}
              </li>
            ))}
          </ul>
        ),
      }}
    />
  );
}
