// What keeps a demo vendor in date after its decision: every month it sends the newer documents it was asked for, and compliance reads them.
import { Readable } from "node:stream";
import { evidenceKindCodes, evidenceKindRow, isEvidenceKind } from "#app/domain/evidence/evidence-kinds.ts";
import { addDays } from "#app/domain/monitoring/calendar-days.ts";
import { copyLink } from "#app/server/assessments/sending/copy-link.server.ts";
import { getEvidenceRequest, listOpenRequests } from "#app/server/evidence/evidence-requests.queries.server.ts";
import { uploadEvidence } from "#app/server/evidence/upload-evidence.server.ts";
import { aPdf } from "./documents.ts";
import type { Sent, Stage } from "./stage.ts";
import { readAndVerify } from "./worksheets.ts";

/** Answers every open request for a document of one vendor, through a link of its own; kinds it `lacks` stay owed. */
export async function renew(stage: Stage, sent: Sent, name: string, lacks: readonly string[] = []): Promise<void> {
  const { portal, clock } = stage;
  const officer = stage.as("officer");
  const kinds = evidenceKindCodes.filter((kind) => !lacks.includes(kind));
  const asked = await listOpenRequests(portal.store.read, officer.actor.organisationId, sent.vendorId, kinds);
  if (asked.length === 0) return;
  const { url } = await copyLink(stage.as("procurement"), sent.assessmentId);
  const vendor = await stage.open({ ...sent, linkUrl: url }, name);
  const startsOn = addDays(clock.now().toISOString().slice(0, 10), -3);
  for (const { id, kind, questionKey } of asked) {
    // One document answers every request for its kind.
    const request = await getEvidenceRequest(portal.store.read, officer.actor.organisationId, id);
    if (request.status !== "open") continue;
    const title = isEvidenceKind(kind) ? evidenceKindRow(kind).label.en : kind;
    const bytes = await aPdf(title, [`Document date ${startsOn}`, "Renewed.", "Invented for the demonstration."]);
    const form = { assessmentId: sent.assessmentId, questionKey: questionKey ?? undefined, kind, startsOn };
    const file = { source: Readable.from([bytes]), fileName: `${kind}-${startsOn}.pdf` };
    const { evidenceId } = await uploadEvidence(vendor, form, file);
    await readAndVerify(officer, evidenceId, { checks: ["entity", "service", "dates"] });
  }
}
