// When a vendor changes its category, answers that were only assumed are assumed anew; what a person answered stays.
import type { Category } from "#app/domain/vendor/categories.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Tx } from "../platform/store.server.ts";
import type { EngagementRow } from "./engagements.queries.server.ts";
import { inherentRiskForm } from "./inherent-risk-form.queries.server.ts";
import { reviseInherentRisk } from "./revise-inherent-risk.step.server.ts";

/** The vendor's row already has the new category. */
export async function assumeCategory(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  { id: engagementId, vendorId }: EngagementRow,
  category: Category,
  now: Date,
): Promise<void> {
  const presets = (await inherentRiskForm(portal, tx, grant.organisationId)).presetsOf(category);
  const { irqId, revision, tier } = await reviseInherentRisk(
    tx,
    grant,
    portal,
    engagementId,
    ({ answers, assumed }) => {
      const changed = assumed.filter((id) => presets[id] !== undefined && presets[id] !== answers[id]);
      if (changed.length === 0) return {};
      const anew = Object.fromEntries(changed.map((id) => [id, presets[id]]));
      return {
        answers: { ...answers, ...anew },
        answeredAt: now,
        confirmedById: null,
        confirmedAt: null,
        agreedById: null,
        agreedAt: null,
        overrideReason: null,
        overriddenById: null,
      };
    },
    now,
  );
  await recordAuditEvent(tx, grant, { type: "irq.preset", objectId: irqId, vendorId, data: { engagementId, revision, tier } }, now);
}
