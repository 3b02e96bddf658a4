// Gives a vendor more time, with a reason, and tells it.
import { type AssessmentStatus, turnOf } from "#app/domain/assessment/assessment-status.ts";
import { isExtension } from "#app/domain/assessment/sending.ts";
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { Context } from "../../platform/context.server.ts";
import { todayIn } from "../../platform/organisation.queries.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { updateAssessment } from "../assessments.repo.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { mailVendor } from "./mail-vendor.step.server.ts";

export async function extendDueDate(ctx: Context, input: { assessmentId: string; dueOn: string; reason: string }): Promise<void> {
  const { organisationId } = ctx.actor;
  const { portal, now } = ctx;
  await portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, input.assessmentId);
    const grant = authorize(ctx, "assessment.extend", guardedAssessment(assessment));
    const { id, vendorId, status } = assessment;
    const from = assessment.dueOn;
    if (turnOf[status as AssessmentStatus] !== "vendor" || from === null) {
      throw new DomainError("illegal_transition", "Only a vendor whose turn it is can be given more time.", { state: status });
    }
    const fields: Record<string, string> = {};
    if (!isExtension(input.dueOn, from, await todayIn(tx, organisationId, now)))
      fields.dueOn = "Choose a day after today and after the old one.";
    if (input.reason.trim() === "") fields.reason = "Say why; it is kept in the log.";
    if (Object.keys(fields).length > 0) throw new DomainError("invalid", "Please check the marked fields. Nothing was saved.", { fields });
    await updateAssessment(tx, organisationId, id, { dueOn: input.dueOn });
    const data = { from, to: input.dueOn, reason: input.reason.trim() };
    await recordAuditEvent(tx, grant, { type: "assessment.extended", objectId: id, vendorId, data }, now);
    await mailVendor(
      tx,
      grant,
      portal,
      { ...assessment, dueOn: input.dueOn },
      { kind: "extension", key: `extension:${id}:${input.dueOn}` },
      now,
    );
  });
}
