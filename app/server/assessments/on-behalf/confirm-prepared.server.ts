// The vendor confirms what we filled in for it, under a typed name and role: from then on these are its answers, marked as typed by us.
// Only what it has read is confirmed: an answer that changed meanwhile sends it back to the list.
import { type AssessmentStatus, takesAnswers } from "#app/domain/assessment/assessment-status.ts";
import { progressOf } from "#app/domain/assessment/vendor-state.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { refusal } from "../../platform/refusal.server.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import { listAnswers } from "../answers.queries.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { markProgress } from "../portal/mark-progress.step.server.ts";
import { readVendorState } from "../portal/refresh-progress.step.server.ts";
import { submitted } from "../portal/save-answer.server.ts";
import { type Attestation, requireAttestation } from "../portal/submit-assessment.server.ts";
import { writeAnswer } from "../portal/write-answer.step.server.ts";
import { readPrepared } from "./prepared.queries.server.ts";
import { deletePrepared } from "./prepared-answers.repo.server.ts";

export interface ConfirmInput extends Attestation {
  /** What the vendor has read. */
  read: readonly { questionKey: string; revision: number }[];
}

/** Throws conflict when an answer is another than the one that was read, invalid with data.fields for name and role. Returns how many. */
export async function confirmPrepared(ctx: VendorContext, input: ConfirmInput): Promise<number> {
  const { organisationId, assessmentId } = ctx.actor;
  const { portal, now } = ctx;
  return portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "answer.confirm", guardedAssessment(assessment));
    if (!takesAnswers(assessment.status as AssessmentStatus)) throw submitted(assessment.status);
    requireAttestation(input);
    const { open } = await readPrepared(portal, tx, assessment);
    const waiting = new Map(open.map((row) => [row.questionKey, row]));
    const rows = input.read.map(({ questionKey, revision }) => {
      const row = waiting.get(questionKey);
      if (row?.revision !== revision) throw refusal("conflict", ({ prepared }) => prepared.changed);
      return row;
    });
    const revisions = new Map((await listAnswers(tx, organisationId, assessmentId)).map((row) => [row.questionKey, row.revision]));
    const confirmedBy = { name: input.name.trim(), role: input.role.trim() };
    for (const { questionKey, value, comment, reason, instead, byId, byRole } of rows) {
      const answer = { value, comment, reason, instead };
      const source = { is: "on_behalf", byId, byRole, confirmedBy } as const;
      const written = { assessment, questionKey, after: revisions.get(questionKey) ?? 0, answer, givenBy: confirmedBy.name };
      await writeAnswer(tx, grant, { ...written, origin: "on_behalf", source }, now);
      await deletePrepared(tx, organisationId, assessmentId, questionKey);
    }
    if (rows.length === 0) return 0;
    await markProgress(tx, grant, assessment, progressOf(await readVendorState(portal, tx, assessment)), now);
    const data = { questionKeys: rows.map(({ questionKey }) => questionKey) };
    const { vendorId } = assessment;
    await recordAuditEvent(tx, grant, { type: "answers.confirmed", objectId: assessmentId, vendorId, data }, now);
    return rows.length;
  });
}
