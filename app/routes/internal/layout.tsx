// The frame of every internal page. It protects nothing: each screen's loader and action authorise themselves.
import { Outlet, useLoaderData, useMatches } from "@remix-run/react";
import { viewShell } from "#app/server/people/shell.queries.server.ts";
import { staffPage } from "#app/server/platform/route.server.ts";
import { AppShell } from "#app/ui/app-shell.tsx";
import type { RailPlace } from "#app/ui/rail.ts";

/** What an internal screen says about itself through `handle`. */
export interface ScreenHandle {
  place?: RailPlace;
  isFocused?: boolean;
}

export const loader = staffPage(viewShell);

export default function InternalLayout() {
  const { name, places, counts } = useLoaderData<typeof loader>();
  const handles = useMatches().map(({ handle }) => handle as ScreenHandle | undefined);
  const own = handles.findLast((handle) => handle?.place);
  return (
    <AppShell
      places={Object.fromEntries(places.map((place) => [place, { count: counts[place] }]))}
      current={own?.place}
      isFocused={own?.isFocused}
      person={{ name }}
      signOutAction="/logout"
    >
      <Outlet />
    </AppShell>
  );
}
