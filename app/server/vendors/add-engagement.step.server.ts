// One engagement with its first inherent-risk answers: what the person answered, the category's careful presets for the rest.
import { initialStatus, transition } from "#app/domain/engagement/engagement-status.ts";
import type { IrqAnswers } from "#app/domain/risk/facts.ts";
import { tierOf } from "#app/domain/risk/inherent-risk.ts";
import type { Category } from "#app/domain/vendor/categories.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { insertEngagement, insertInherentRisk } from "./engagements.repo.server.ts";
import { inherentRiskForm } from "./inherent-risk-form.queries.server.ts";

export interface NewEngagement {
  vendorId: string;
  category: Category;
  service: string;
  ownerId: string | null;
  wentLiveOn: string | null;
  irqAnswers: IrqAnswers;
  /** Only asked for: nobody looked at its inherent risk yet. */
  isRequest?: boolean;
}

/** Returns the new id. The caller refreshes the vendor's summary. */
export async function addEngagementTo(tx: Tx, grant: Grant, portal: Portal, input: NewEngagement, now: Date): Promise<string> {
  const { organisationId } = grant;
  const form = await inherentRiskForm(portal, tx, organisationId);
  form.requireAnswers(input.irqAnswers);
  const presets = form.presetsOf(input.category);
  const answers = { ...presets, ...input.irqAnswers };
  const assumed = Object.keys(presets).filter((id) => input.irqAnswers[id] === undefined || input.irqAnswers[id] === presets[id]);
  const facts = form.factsOf(answers, input.category);
  const { tier } = tierOf(form.levelsOf(answers));
  const personId = grant.actor.kind === "person" ? grant.actor.personId : null;
  const id = portal.ids.next("engagement", now);
  const entered = initialStatus(input.wentLiveOn);
  const status = entered === "requested" && !input.isRequest ? transition(entered, "screen") : entered;
  const { vendorId, service, ownerId, wentLiveOn } = input;
  await insertEngagement(tx, {
    id,
    organisationId,
    vendorId,
    service,
    status,
    statusAt: now,
    ownerId,
    requestedById: personId,
    wentLiveOn,
    tier,
    facts: { ...facts },
    clauses: {},
    pci: null,
    createdAt: now,
    updatedAt: now,
  });
  const irqId = portal.ids.next("inherentRisk", now);
  await insertInherentRisk(tx, {
    id: irqId,
    organisationId,
    engagementId: id,
    revision: 1,
    answers,
    assumed,
    computedTier: tier,
    tier,
    answeredById: personId,
    answeredAt: now,
  });
  await recordAuditEvent(tx, grant, { type: "engagement.added", objectId: id, vendorId, data: { status, wentLiveOn } }, now);
  await recordAuditEvent(tx, grant, { type: "irq.preset", objectId: irqId, vendorId, data: { engagementId: id, revision: 1, tier } }, now);
  return id;
}
