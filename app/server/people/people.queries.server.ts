// What Settings, People shows.
import type { Role } from "#app/domain/access/roles.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { listPeople } from "./people.repo.server.ts";

export interface PersonView {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  state: "active" | "invited" | "disabled";
  isYou: boolean;
}

export async function viewPeople(ctx: PersonContext): Promise<PersonView[]> {
  const { organisationId } = ctx.actor;
  authorize(ctx, "person.view", { type: "person", organisationId });
  const rows = await listPeople(ctx.portal.store.read, organisationId);
  return rows.map(({ id, name, email, roles, disabledAt, passwordHash }) => ({
    id,
    name,
    email,
    roles,
    state: disabledAt ? "disabled" : passwordHash ? "active" : "invited",
    isYou: id === ctx.actor.personId,
  }));
}
