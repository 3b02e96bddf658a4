// The owner, or procurement on its behalf, changes inherent-risk answers. Changed answers are no longer assumed, but need confirming anew,
// and an earlier agreement or override falls: it was given for other answers. Saving the same answers again changes nothing.

import { mayEver } from "#app/domain/access/policy.ts";
import type { IrqAnswers } from "#app/domain/risk/facts.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { findInherentRisk, getEngagement } from "./engagements.queries.server.ts";
import { reviseInherentRisk } from "./revise-inherent-risk.step.server.ts";
import { screenRequested } from "./set-engagement-status.step.server.ts";

/** Answers not named stay; a value of null takes an answer away. */
export async function answerInherentRisk(ctx: PersonContext, engagementId: string, answers: IrqAnswers): Promise<{ tier: number }> {
  const { organisationId, personId } = ctx.actor;
  return ctx.portal.store.tx(organisationId, async (tx) => {
    const engagement = await getEngagement(tx, organisationId, engagementId);
    const { vendorId, ownerId } = engagement;
    const right = mayEver(ctx.actor, "irq.preset") ? "irq.preset" : "irq.confirm";
    const grant = authorize(ctx, right, { type: "engagement", organisationId, id: engagementId, vendorId, ownerId });
    const before = await findInherentRisk(tx, organisationId, engagementId);
    const known = before?.answers ?? {};
    const changed = Object.keys(answers).filter((id) => JSON.stringify(answers[id] ?? null) !== JSON.stringify(known[id] ?? null));
    if (before && changed.length === 0) return { tier: before.tier };
    await screenRequested(tx, grant, engagement, ctx.now);
    const { irqId, revision, tier } = await reviseInherentRisk(
      tx,
      grant,
      ctx.portal,
      engagementId,
      ({ assumed }) => ({
        answers: Object.fromEntries(Object.entries({ ...known, ...answers }).filter(([, value]) => value !== null)),
        assumed: assumed.filter((id) => !changed.includes(id)),
        answeredById: personId,
        answeredAt: ctx.now,
        confirmedById: null,
        confirmedAt: null,
        agreedById: null,
        agreedAt: null,
        overrideReason: null,
        overriddenById: null,
      }),
      ctx.now,
    );
    const data = { engagementId, revision, tier, changed };
    await recordAuditEvent(tx, grant, { type: "irq.answered", objectId: irqId, vendorId, data }, ctx.now);
    return { tier };
  });
}
