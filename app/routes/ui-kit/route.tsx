// All parts of app/ui in all states, for those who build screens: only in development, elsewhere there is no such page.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DomainError } from "#app/domain/errors.ts";
import { publicPage } from "#app/server/platform/route.server.ts";
import { UiKitPage } from "#app/ui/kit/ui-kit-page.tsx";

const themes = ["light", "dark"] as const;

export const meta: MetaFunction = () => [{ title: "UI kit · Vouchsafe" }];

export const loader = publicPage(async ({ portal }, { url }) => {
  if (portal.config.mode !== "development") throw new DomainError("not_found", "There is nothing here.");
  return { theme: themes.find((name) => name === url.searchParams.get("theme")) };
});

export default function UiKit() {
  const { theme } = useLoaderData<typeof loader>();
  return <UiKitPage theme={theme} />;
}
