// What the demo's officer does once a decision is final: the vendor gets its letter, and a condition is recorded as met.
import { findDecisionOf, listConditions } from "#app/server/decisions/decisions.queries.server.ts";
import { meetCondition } from "#app/server/decisions/meet-condition.server.ts";
import { sendDecisionLetter } from "#app/server/reports/letters/send-decision-letter.server.ts";
import type { Stage } from "./stage.ts";

export const sendLetter = (stage: Stage, assessmentId: string): Promise<void> =>
  sendDecisionLetter(stage.as("officer"), assessmentId, { language: "en" });

/** The first of its conditions; the others stay open. */
export async function meetFirstCondition(stage: Stage, assessmentId: string): Promise<void> {
  const officer = stage.as("officer");
  const { organisationId } = officer.actor;
  const { read } = stage.portal.store;
  const decision = await findDecisionOf(read, organisationId, assessmentId);
  const [condition] = decision ? await listConditions(read, organisationId, decision.id) : [];
  if (condition) await meetCondition(officer, condition.id);
}
