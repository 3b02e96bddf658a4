// Reminds a vendor of a document it was asked for, with a fresh link.
import { and, eq } from "drizzle-orm";
import type { DueAction } from "#app/domain/monitoring/what-is-due.ts";
import { systemGrant } from "../platform/authorize.server.ts";
import type { Context } from "../platform/context.server.ts";
import { mailDocument } from "./mail-document.step.server.ts";
import { recordReminder } from "./record-reminder.step.server.ts";

export async function remindRequest(ctx: Context, action: Extract<DueAction, { do: "remind_request" }>): Promise<void> {
  const { portal, now } = ctx;
  const { organisationId } = ctx.actor;
  await portal.store.tx(organisationId, async (tx) => {
    const grant = systemGrant(ctx, "reminder.queue");
    const { evidenceRequests: t } = tx.t;
    const [request] = await tx.db
      .select()
      .from(t)
      .where(and(eq(t.organisationId, organisationId), eq(t.id, action.requestId)))
      .limit(1);
    if (request?.status !== "open" || request.dueOn !== action.dueOn) return;
    const { id: subjectId, vendorId, engagementId, assessmentId, kind } = request;
    const { key, dueOn, step } = action;
    const reminder = { key, kind: `request.${step}`, vendorId, engagementId, assessmentId, subjectId, dueOn };
    if (!(await recordReminder(tx, grant, portal, reminder, now, !action.isSent)) || !action.isSent || engagementId === null) return;
    await mailDocument(tx, grant, portal, { engagementId, kind, on: dueOn }, { notice: "reminder", key }, now);
  });
}
