// The vendor will not answer: from here on an officer does. What the vendor typed without ever signing it does not count and is emptied,
// every revision of it is kept; what was filled in for it to confirm is gone.
import { typingRole } from "#app/domain/assessment/answer-source.ts";
import { type AssessmentStatus, transition } from "#app/domain/assessment/assessment-status.ts";
import { progressOf } from "#app/domain/assessment/vendor-state.ts";
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import type { Grant } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import { listAnswers } from "../answers.queries.server.ts";
import type { AssessmentRow } from "../assessments.queries.server.ts";
import { updateAssessment } from "../assessments.repo.server.ts";
import { deletePrepared, listPrepared } from "../on-behalf/prepared-answers.repo.server.ts";
import { writeAnswer } from "../portal/write-answer.step.server.ts";
import { readDocumentsState } from "./documents-state.queries.server.ts";

/** Throws illegal_transition, invalid on the field `reason`. */
export async function turnToDocuments(tx: Tx, grant: Grant, ctx: PersonContext, assessment: AssessmentRow, reason: string): Promise<void> {
  const { organisationId, personId, roles, name } = ctx.actor;
  const { portal, now } = ctx;
  const { id, vendorId } = assessment;
  const from = assessment.status as AssessmentStatus;
  const status = transition(from, "turn_to_documents");
  if (reason.trim() === "") {
    const message = "Say how you know that the vendor will not answer.";
    throw new DomainError("invalid", message, { fields: { reason: message } });
  }
  const source = { is: "documents", byId: personId, byRole: typingRole(roles), document: null } as const;
  const answer = { value: null, comment: "", reason: "", instead: null };
  for (const { questionKey, revision } of await listAnswers(tx, organisationId, id)) {
    await writeAnswer(tx, grant, { assessment, questionKey, after: revision, answer, origin: "documents", source, givenBy: name }, now);
  }
  for (const { questionKey } of await listPrepared(tx, organisationId, id)) await deletePrepared(tx, organisationId, id, questionKey);
  const { answered, required } = progressOf((await readDocumentsState(portal, tx, assessment)).vendor);
  await updateAssessment(tx, organisationId, id, { status, statusAt: now, method: "from_documents", answered, required });
  const data = { from, reason: reason.trim() };
  await recordAuditEvent(tx, grant, { type: "assessment.turned_to_documents", objectId: id, vendorId, data }, now);
}
