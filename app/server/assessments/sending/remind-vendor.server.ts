// Reminds the vendor's contact by mail, at most once a day, with a fresh link.
import { type AssessmentStatus, turnOf } from "#app/domain/assessment/assessment-status.ts";
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { Context } from "../../platform/context.server.ts";
import { todayIn } from "../../platform/organisation.queries.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { mailVendor } from "./mail-vendor.step.server.ts";

export async function remindVendor(ctx: Context, assessmentId: string): Promise<void> {
  const { organisationId } = ctx.actor;
  const { portal, now } = ctx;
  await portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "assessment.remind", guardedAssessment(assessment));
    const { id, vendorId, status } = assessment;
    if (turnOf[status as AssessmentStatus] !== "vendor") {
      throw new DomainError("illegal_transition", "It is not the vendor's turn.", { state: status });
    }
    const key = `reminder:${id}:${await todayIn(tx, organisationId, now)}`;
    const link = await mailVendor(tx, grant, portal, assessment, { kind: "reminder", key }, now);
    if (link === undefined) throw new DomainError("conflict", "A reminder went out today already, or there is no contact to write to.");
    await recordAuditEvent(tx, grant, { type: "assessment.reminded", objectId: id, vendorId, data: {} }, now);
  });
}
