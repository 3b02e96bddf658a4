// The vendor submits: nothing may be missing, a name and a role stand under the answers, and from then on they are immutable.
import { type AssessmentStatus, transition } from "#app/domain/assessment/assessment-status.ts";
import { attestationRefusal } from "#app/domain/assessment/submission.ts";
import { missingBefore, progressOf } from "#app/domain/assessment/vendor-state.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { refusal } from "../../platform/refusal.server.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { updateAssessment } from "../assessments.repo.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { readPrepared } from "../on-behalf/prepared.queries.server.ts";
import { onSubmitted } from "../review/on-submitted.step.server.ts";
import { readVendorState } from "./refresh-progress.step.server.ts";
import { signAnswers } from "./sign-answers.step.server.ts";

export interface Attestation {
  name: string;
  role: string;
}

/** Throws invalid with data.fields for name and role. */
export function requireAttestation({ name, role }: Attestation): void {
  const why = attestationRefusal(name, role);
  if (!why) return;
  const field = why === "needs_name" ? "name" : "role";
  throw refusal("invalid", ({ check }) => (why === "needs_name" ? check.needsName : check.needsRole), { field });
}

/**
 * Throws invalid with data.missing (see SubmissionBlocker) while something is missing, with data.prepared (how many) while the vendor has
 * not said a word about what we filled in for it; nothing is changed then.
 */
export async function submitAssessment(ctx: VendorContext, attestation: Attestation): Promise<void> {
  const { organisationId, assessmentId } = ctx.actor;
  const { portal, now } = ctx;
  await portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "assessment.submit", guardedAssessment(assessment));
    const status = transition(assessment.status as AssessmentStatus, "submit");
    requireAttestation(attestation);
    const vendor = await readVendorState(portal, tx, assessment);
    const missing = missingBefore(vendor);
    if (missing.length > 0) throw refusal("invalid", ({ check }) => check.refused, { missing });
    const { open } = await readPrepared(portal, tx, assessment);
    if (open.length > 0) throw refusal("invalid", ({ check }) => check.refused, { prepared: open.length });
    const { answered, required } = progressOf(vendor);
    const { round, answersSha256 } = await signAnswers(tx, grant, portal, { assessmentId, ...attestation }, now);
    await updateAssessment(tx, organisationId, assessmentId, { status, statusAt: now, submittedAt: now, answered, required });
    const data = { round, answered, required, answersSha256 };
    const { vendorId } = assessment;
    await recordAuditEvent(tx, grant, { type: "assessment.submitted", objectId: assessmentId, vendorId, data }, now);
    await onSubmitted(tx, grant, portal, assessment, now);
  });
}
