// Which settings this person reaches. Throws forbidden when there are none.
import { mayEver, type Permission } from "#app/domain/access/policy.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";

interface SettingsPage {
  href: string;
  name: string;
  does: string;
  permission: Permission;
}

const pages: readonly SettingsPage[] = [
  { href: "/settings/people", name: "People", does: "Who works here, and what each may do.", permission: "person.view" },
  { href: "/settings/mail", name: "Mail", does: "Which mails went out, were kept, or failed.", permission: "mail.view_log" },
];

export async function viewSettings(ctx: PersonContext): Promise<Omit<SettingsPage, "permission">[]> {
  const reached = pages.filter(({ permission }) => mayEver(ctx.actor, permission));
  // Nobody reaches the whole without reaching a part of it: this refuses, and says so.
  if (reached.length === 0) authorize(ctx, "settings.view", { type: "settings", organisationId: ctx.actor.organisationId });
  return reached.map(({ permission: _, ...page }) => page);
}
