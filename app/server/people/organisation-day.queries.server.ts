// Which calendar day it is for the organisation: due days, expiries and "late" are all days in its time zone.
import { type Day, dayReader } from "#app/domain/monitoring/calendar-days.ts";
import { prepared, type Reader } from "../platform/store.server.ts";
import { getOrganisation } from "./organisations.repo.server.ts";

export interface OrganisationDay {
  today: Day;
  /** IANA name; instants are shown in it. */
  timeZone: string;
}

export async function organisationDay(from: Reader, organisationId: string, now: Date): Promise<OrganisationDay> {
  const { timeZone } = await getOrganisation(from, organisationId);
  // Kept with the connection's statements: making the formatter costs more than any query of a page.
  const dayOf = prepared(from, `day in ${timeZone}`, () => dayReader(timeZone));
  return { today: dayOf(now), timeZone };
}
