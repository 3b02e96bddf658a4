// What the frame of every internal page shows: who is signed in, and which places its roles reach.
import { mayEver, type Permission } from "#app/domain/access/policy.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { countOpen } from "./count-open.queries.server.ts";

/** Places of the rail and what it takes to see them. A place whose screen does not exist yet has no row. */
const places = {
  home: "home.view",
  vendors: "vendor.view",
  reports: "report.list",
  assessments: "assessment.view",
  questionnaires: "questionnaire.view",
  findings: "finding.view",
  calendar: "calendar.view",
  evidence: "evidence.view_metadata",
  audit: "audit.view",
  settings: "settings.view",
} as const satisfies Record<string, Permission>;

export interface ShellView {
  name: string;
  places: string[];
  /** Beside a place: how many of its things are open. */
  counts: Record<string, number>;
}

export async function viewShell(ctx: PersonContext): Promise<ShellView> {
  const reached = Object.entries(places).filter(([, permission]) => mayEver(ctx.actor, permission));
  const counts = mayEver(ctx.actor, "vendor.view") ? await countOpen(ctx.portal.store.read, ctx.actor.organisationId) : {};
  return { name: ctx.actor.name, places: reached.map(([place]) => place), counts };
}
