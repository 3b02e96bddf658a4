// How many first assessments of services already in use are started in a week. The caller records the plan.
import type { Grant } from "../platform/authorize.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { updateOrganisation } from "./organisations.repo.server.ts";

export async function setFirstAssessmentsPerWeek(tx: Tx, grant: Grant, perWeek: number): Promise<void> {
  await updateOrganisation(tx, grant.organisationId, { firstAssessmentsPerWeek: perWeek });
}
