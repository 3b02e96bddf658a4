// The owner, or procurement on its behalf, changes inherent-risk answers. Changed answers are no longer assumed, but need confirming anew,
// and an earlier agreement or override falls: it was given for other answers.

import { mayEver } from "#app/domain/access/policy.ts";
import type { IrqAnswers } from "#app/domain/risk/facts.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getEngagement } from "./engagements.repo.server.ts";
import { reviseInherentRisk } from "./revise-inherent-risk.step.server.ts";

export async function answerInherentRisk(ctx: PersonContext, engagementId: string, answers: IrqAnswers): Promise<{ tier: number }> {
  const { organisationId, personId } = ctx.actor;
  return ctx.portal.store.tx(organisationId, async (tx) => {
    const engagement = await getEngagement(tx, organisationId, engagementId);
    const { vendorId, ownerId } = engagement;
    const right = mayEver(ctx.actor, "irq.preset") ? "irq.preset" : "irq.confirm";
    const grant = authorize(ctx, right, { type: "engagement", organisationId, id: engagementId, vendorId, ownerId });
    let changed: string[] = [];
    const { irqId, revision, tier } = await reviseInherentRisk(
      tx,
      grant,
      ctx.portal,
      engagementId,
      (before) => {
        changed = Object.keys(answers).filter((id) => JSON.stringify(answers[id]) !== JSON.stringify(before.answers[id]));
        return {
          answers: { ...before.answers, ...answers },
          assumed: before.assumed.filter((id) => !changed.includes(id)),
          answeredById: personId,
          answeredAt: ctx.now,
          confirmedById: null,
          confirmedAt: null,
          agreedById: null,
          agreedAt: null,
          overrideReason: null,
          overriddenById: null,
        };
      },
      ctx.now,
    );
    await recordAuditEvent(
      tx,
      grant,
      { type: "irq.answered", objectId: irqId, vendorId, data: { engagementId, revision, tier, changed } },
      ctx.now,
    );
    return { tier };
  });
}
