// How many first assessments of services already in use are started in a week, as the catch-up plan was saved last.
import type { Reader } from "../platform/store.server.ts";
import { getOrganisation } from "./organisations.repo.server.ts";

/** Null before a plan was saved. */
export async function findFirstAssessmentsPerWeek(from: Reader, organisationId: string): Promise<number | null> {
  return (await getOrganisation(from, organisationId)).firstAssessmentsPerWeek;
}
