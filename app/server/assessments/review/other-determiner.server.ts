// Whoever answered from documents does not determine what it answered, for tiers 1 and 2 (docs: product, "Due diligence").
import { determinerRefusal, type Refusal, refusals } from "#app/domain/access/separation-of-duties.ts";
import { answererIds } from "#app/domain/assessment/document-answers.ts";
import { type Grant, refusedByRule } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import type { Reader } from "../../platform/store.server.ts";
import { listRevisions } from "../answers.queries.server.ts";
import type { AssessmentRow } from "../assessments.queries.server.ts";

type Answered = Pick<AssessmentRow, "id" | "organisationId" | "tier" | "method">;

/** Throws forbidden. Call it after authorising. */
export async function requireOtherDeterminer(from: Reader, grant: Grant, ctx: PersonContext, assessment: Answered): Promise<void> {
  const refusal = await otherDeterminerRefusal(from, ctx, assessment);
  if (refusal) throw refusedByRule(grant, refusal, refusals[refusal]);
}

/** Why this person may not determine here, or undefined. */
export async function otherDeterminerRefusal(from: Reader, ctx: PersonContext, assessment: Answered): Promise<Refusal | undefined> {
  if (assessment.method === null) return undefined;
  const { organisationId, id, tier } = assessment;
  return determinerRefusal(ctx.actor.personId, { tier, answererIds: answererIds(await listRevisions(from, organisationId, id)) });
}
