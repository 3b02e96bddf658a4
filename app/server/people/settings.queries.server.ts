// Which settings this person reaches. Throws forbidden when there are none.
import { mayEver, type Permission } from "#app/domain/access/policy.ts";
import { DomainError } from "#app/domain/errors.ts";
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
  if (reached.length === 0) throw new DomainError("forbidden", "None of the settings is yours to see.");
  return reached.map(({ permission: _, ...page }) => page);
}
