// What becomes of findings in the demo: their owner agrees a plan with the vendor, the vendor keeps its word for some, and an officer
// who did not work on them closes those.
import { Readable } from "node:stream";
import { addDays } from "#app/domain/monitoring/calendar-days.ts";
import { uploadEvidence } from "#app/server/evidence/upload-evidence.server.ts";
import { closeFinding } from "#app/server/findings/close-finding.server.ts";
import { type FindingRow, listFindingNotes, listOpenFindings } from "#app/server/findings/findings.queries.server.ts";
import { recordProgress } from "#app/server/findings/record-progress.server.ts";
import { aPdf } from "./documents.ts";
import { remedies } from "./remedies.ts";
import type { Stage } from "./stage.ts";
import { readAndVerify } from "./worksheets.ts";

const todayOf = ({ clock }: Stage) => clock.now().toISOString().slice(0, 10);

const openFindings = ({ portal, as }: Stage, engagementId: string): Promise<FindingRow[]> =>
  listOpenFindings(portal.store.read, as("officer").actor.organisationId, engagementId);

const remedyOf = (questionKey: string | null) => (questionKey === null ? undefined : remedies[questionKey]);

/** A plan for everything a remedy is known for. */
export async function planRemedies(stage: Stage, engagementId: string): Promise<void> {
  for (const { id, questionKey } of await openFindings(stage, engagementId)) {
    const remedy = remedyOf(questionKey);
    if (!remedy) continue;
    const dueOn = addDays(todayOf(stage), remedy.days);
    await recordProgress(stage.as("owner"), id, { step: "plan", text: "Agreed with the vendor on the phone.", plan: remedy.plan, dueOn });
  }
}

/** Shows what was mended, with a document each; the owner reports it. */
export async function reportFixes(stage: Stage, engagementId: string): Promise<void> {
  const officer = stage.as("officer");
  const startsOn = addDays(todayOf(stage), -2);
  for (const { id, questionKey } of await openFindings(stage, engagementId)) {
    const shownBy = remedyOf(questionKey)?.shownBy;
    if (!shownBy) continue;
    const bytes = await aPdf(shownBy.title, [shownBy.seen, `Document date ${startsOn}`, "Invented for the demonstration."]);
    const file = { source: Readable.from([bytes]), fileName: `${shownBy.kind}-${startsOn}.pdf` };
    const { evidenceId } = await uploadEvidence(officer, { engagementId, kind: shownBy.kind, startsOn, isFromVendor: true }, file);
    await readAndVerify(officer, evidenceId, { checks: ["service", "dates"], note: shownBy.seen });
    await recordProgress(stage.as("owner"), id, { step: "report_fix", text: "The vendor sent the proof.", evidenceId });
  }
}

/** Closes what was reported as mended, by the officer who had no hand in it. */
export async function closeFixed(stage: Stage, engagementId: string): Promise<void> {
  const { portal } = stage;
  const second = stage.as("secondOfficer");
  const { organisationId } = second.actor;
  for (const { id, questionKey, status } of await openFindings(stage, engagementId)) {
    if (status !== "fix_reported") continue;
    const notes = await listFindingNotes(portal.store.read, organisationId, [id]);
    const evidenceId = notes.findLast((note) => note.evidenceId !== null)?.evidenceId ?? undefined;
    const text = remedyOf(questionKey)?.shownBy?.seen ?? "";
    await closeFinding(second, id, { because: "fixed", evidenceId, text });
  }
}

/** Nothing is left to mend at a vendor we do not use. */
export async function closeDeclined(stage: Stage, engagementId: string): Promise<void> {
  for (const { id } of await openFindings(stage, engagementId))
    await closeFinding(stage.as("secondOfficer"), id, { because: "engagement_over", text: "We declined this vendor." });
}
