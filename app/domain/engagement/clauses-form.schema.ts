// The clause checklist as a form: two fields per clause. Field names carry the clause's place in the list, because ids have brackets.
import { z } from "zod";
import { contractClauses } from "#app/domain/report/contract-clauses.ts";
import { type ClauseState, clauseStates } from "#app/domain/report/report-facts.ts";

const placeOf = (clause: string) => contractClauses.findIndex(({ id }) => id === clause);

export const clauseFields = (clause: string) => ({ state: `state_${placeOf(clause)}`, where: `where_${placeOf(clause)}` });

const fields: Record<string, z.ZodType> = {};
for (const { id } of contractClauses) {
  const { state, where } = clauseFields(id);
  fields[state] = z.enum(clauseStates, { error: "Choose a state." }).optional();
  fields[where] = z.string().trim().max(200, "At most 200 characters.").optional();
}

const engagement = z.object({ engagementId: z.string().max(64) });

/** Two fields per clause beside the engagement; read them with `clausesFrom`. */
export const clausesSchema = engagement.extend(fields) as unknown as typeof engagement;

/** What was typed, one entry per clause that was in the form. */
export function clausesFrom(typed: Readonly<Record<string, unknown>>): { clause: string; state: ClauseState; where: string }[] {
  return contractClauses.flatMap(({ id }) => {
    const { state, where } = clauseFields(id);
    const chosen = typed[state] as ClauseState | undefined;
    return chosen === undefined ? [] : [{ clause: id, state: chosen, where: (typed[where] as string | undefined) ?? "" }];
  });
}
