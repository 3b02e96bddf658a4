// A draft becomes a sent assessment: whom it goes to, until when, and by the facts of which day it is judged.
import { type AssessmentStatus, transition } from "#app/domain/assessment/assessment-status.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import type { Grant } from "../../platform/authorize.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import { frozenVersions } from "../../questionnaires/questionnaire-versions.queries.server.ts";
import type { AssessmentRow } from "../assessments.queries.server.ts";
import { updateAssessment } from "../assessments.repo.server.ts";

export interface Sending extends Pick<AssessmentRow, "tier" | "facts" | "sentById"> {
  contactId: string;
  dueOn: string;
}

/** Returns the assessment as it is now; the mail is the caller's. Throws illegal_transition. */
export async function markSent(tx: Tx, grant: Grant, draft: AssessmentRow, sending: Sending, now: Date): Promise<AssessmentRow> {
  const { organisationId } = grant;
  const { id, vendorId } = draft;
  const sent = { ...sending, status: transition(draft.status as AssessmentStatus, "send"), statusAt: now, sentAt: now };
  await updateAssessment(tx, organisationId, id, sent);
  const versions = await frozenVersions(tx, organisationId, id);
  const questionnaires = versions.map(({ questionnaireId, version, sha256 }) => ({ id: questionnaireId, version, sha256 }));
  const { tier, dueOn, contactId } = sending;
  await recordAuditEvent(
    tx,
    grant,
    { type: "assessment.sent", objectId: id, vendorId, data: { tier, dueOn, contactId, questionnaires } },
    now,
  );
  return { ...draft, ...sent };
}
