// What vendors' reports expect from the demo company: compliance confirms the first control of each report and owes the rest.
import { listDuties } from "#app/server/duties/duties.queries.server.ts";
import { tickOffDuty } from "#app/server/duties/tick-off-duty.server.ts";
import type { Stage } from "./stage.ts";

export async function confirmFirstDuty(stage: Stage, vendorId: string): Promise<void> {
  const officer = stage.as("officer");
  const [first] = await listDuties(stage.portal.store.read, officer.actor.organisationId, vendorId);
  if (!first || first.doneAt !== null) return;
  await tickOffDuty(officer, first.id, "Leavers are removed by the directory at night; checked with the list of last month.");
}
