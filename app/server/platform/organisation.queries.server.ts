// What everybody needs to know of the own organisation: its name, and which day it is there.
import { eq, sql } from "drizzle-orm";
import { DomainError } from "#app/domain/errors.ts";
import { type Day, dayInZone } from "#app/domain/monitoring/calendar-days.ts";
import { prepared, type Reader } from "./store.server.ts";

export interface OrganisationFacts {
  name: string;
  /** IANA name; calendar days are days in this zone. */
  timeZone: string;
}

export async function organisationFacts(from: Reader, organisationId: string): Promise<OrganisationFacts> {
  const { organisations } = from.t;
  const query = prepared(from, "organisation_facts", ({ db }, key) =>
    db
      .select({ name: organisations.name, timeZone: organisations.timeZone })
      .from(organisations)
      .where(eq(organisations.id, sql.placeholder("organisationId")))
      .limit(1)
      .prepare(key),
  );
  const [row] = await query.execute({ organisationId });
  if (!row) throw new DomainError("not_found", "There is no such organisation.");
  return row;
}

/** The calendar day of `now` in the organisation's time zone. */
export async function todayIn(from: Reader, organisationId: string, now: Date): Promise<Day> {
  return dayInZone(now, (await organisationFacts(from, organisationId)).timeZone);
}
