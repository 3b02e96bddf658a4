// Reminds a vendor of a document it was asked for, with a fresh link.
import type { DueAction } from "#app/domain/monitoring/what-is-due.ts";
import { getEvidenceRequest } from "../evidence/evidence-requests.queries.server.ts";
import { systemGrant } from "../platform/authorize.server.ts";
import type { Context } from "../platform/context.server.ts";
import { mailDocument } from "./mail-document.step.server.ts";
import { recordReminder } from "./record-reminder.step.server.ts";

export async function remindRequest(ctx: Context, action: Extract<DueAction, { do: "remind_request" }>): Promise<void> {
  const { portal, now } = ctx;
  const { organisationId } = ctx.actor;
  await portal.store.tx(organisationId, async (tx) => {
    const grant = systemGrant(ctx, "reminder.queue");
    const request = await getEvidenceRequest(tx, organisationId, action.requestId);
    if (request.status !== "open" || request.dueOn !== action.dueOn) return;
    const { id: subjectId, vendorId, engagementId, assessmentId, kind } = request;
    const { key, dueOn, step } = action;
    const reminder = { key, kind: `request.${step}`, vendorId, engagementId, assessmentId, subjectId, dueOn };
    if (!(await recordReminder(tx, grant, portal, reminder, now, !action.isSent)) || !action.isSent || engagementId === null) return;
    await mailDocument(tx, grant, portal, { engagementId, kind, on: dueOn }, { notice: "reminder", key }, now);
  });
}
