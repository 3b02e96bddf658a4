// The clause checklist as a form: two fields per clause. Field names carry the clause's place in the list, because ids have brackets.
import { z } from "zod";
import { contractClauses } from "#app/domain/report/contract-clauses.ts";
import { type ClauseState, clauseStates } from "#app/domain/report/report-facts.ts";

const placeOf = (clause: string) => contractClauses.findIndex(({ id }) => id === clause);

/** The one clause that holds a number: within how many hours the vendor tells us of a breach. */
export const noticeClause = "28(3)(f)";

export const clauseFields = (clause: string) => ({
  state: `state_${placeOf(clause)}`,
  where: `where_${placeOf(clause)}`,
  hours: `hours_${placeOf(clause)}`,
});

const hours = z
  .string()
  .trim()
  .regex(/^(\d{1,4})?$/, "Enter the hours as a whole number, or leave it empty.")
  .transform((text) => (text === "" ? undefined : Number(text)))
  .optional();

const fields: Record<string, z.ZodType> = {};
for (const { id } of contractClauses) {
  const { state, where } = clauseFields(id);
  fields[state] = z.enum(clauseStates, { error: "Choose a state." }).optional();
  if (id === noticeClause) fields[clauseFields(id).hours] = hours;
  fields[where] = z.string().trim().max(200, "At most 200 characters.").optional();
}

const engagement = z.object({ engagementId: z.string().max(64) });

/** Two fields per clause, for one a third, beside the engagement; read them with `clausesFrom`. */
export const clausesSchema = engagement.extend(fields) as unknown as typeof engagement;

/** What was typed, one entry per clause that was in the form. */
export function clausesFrom(
  typed: Readonly<Record<string, unknown>>,
): { clause: string; state: ClauseState; where: string; hours: number | undefined }[] {
  return contractClauses.flatMap(({ id }) => {
    const { state, where, hours: within } = clauseFields(id);
    const chosen = typed[state] as ClauseState | undefined;
    if (chosen === undefined) return [];
    return [{ clause: id, state: chosen, where: (typed[where] as string | undefined) ?? "", hours: typed[within] as number | undefined }];
  });
}
