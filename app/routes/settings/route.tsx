// Settings: what there is to set, one line each.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewSettings } from "#app/server/people/settings.queries.server.ts";
import { staffPage } from "#app/server/platform/route.server.ts";
import { PageHead } from "#app/ui/page-head.tsx";

export const handle = { place: "settings" };
export const meta: MetaFunction = () => [{ title: "Settings · Vouchsafe" }];

export const loader = staffPage(async (ctx) => ({ pages: await viewSettings(ctx) }));

export default function Settings() {
  const { pages } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="Settings" />
      <ul className="stack">
        {pages.map(({ href, name, does }) => (
          <li key={href}>
            <h2>
              <a href={href}>{name}</a>
            </h2>
            <p className="muted">{does}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
