// Home: what waits for this person. P the next thing due.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { staffPage } from "#app/server/platform/route.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";

export const handle = { place: "home" };
export const meta: MetaFunction = () => [{ title: "Home · Vouchsafe" }];

export const loader = staffPage(async (ctx) => ({ name: ctx.actor.name }));

export default function Home() {
  const { name } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="Nothing waits for you" sub={`Signed in as ${name}.`} />
      <EmptyState icon="house" title="You are up to date" />
    </>
  );
}
