// Days on which something happened cannot lie ahead; "today" is the organisation's.
import { DomainError } from "#app/domain/errors.ts";
import { organisationDay } from "../people/organisation-day.queries.server.ts";
import type { Reader } from "../platform/store.server.ts";

/** Throws invalid on `field` when `day` is after today; an absent day is fine. */
export async function requirePastDay(
  from: Reader,
  organisationId: string,
  field: string,
  day: string | null | undefined,
  now: Date,
): Promise<void> {
  if (!day) return;
  const { today } = await organisationDay(from, organisationId, now);
  if (day <= today) return;
  throw new DomainError("invalid", "Please check the marked fields. Nothing was saved.", {
    fields: { [field]: "This day lies ahead. Give the day on which it happened." },
  });
}
