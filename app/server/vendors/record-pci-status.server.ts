// Records how a vendor shows PCI DSS compliance for an engagement in card scope (PCI DSS 4.0.1 12.8.4). A fact read from a document by a
// compliance officer; its standing changes by itself with time.
import type { PciRecordInput } from "#app/domain/engagement/pci-record-form.schema.ts";
import { type PciRecord, pciStatusOn } from "#app/domain/engagement/pci-status.ts";
import { DomainError } from "#app/domain/errors.ts";
import { type Facts, isInCardScope } from "#app/domain/risk/facts.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { organisationDay } from "../people/organisation-day.queries.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getEngagement } from "./engagements.queries.server.ts";
import { updateEngagement } from "./engagements.repo.server.ts";
import { requirePastDay } from "./require-past-day.queries.server.ts";
import { findVendorDocument } from "./vendor-documents.queries.server.ts";

export async function recordPciStatus(ctx: PersonContext, engagementId: string, input: PciRecordInput): Promise<void> {
  const { organisationId, personId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const { vendorId, facts } = await getEngagement(tx, organisationId, engagementId);
    const grant = authorize(ctx, "engagement.record_pci", { type: "engagement", organisationId, id: engagementId, vendorId });
    if (!isInCardScope(facts as unknown as Facts)) refuse("form", "This engagement is not in card scope, so it has no PCI status.");
    await requirePastDay(tx, organisationId, "reportOn", input.reportOn, ctx.now);
    if (input.evidenceId && !(await findVendorDocument(tx, organisationId, vendorId, input.evidenceId))) {
      refuse("evidenceId", "Choose a document of this vendor.");
    }
    const record: PciRecord = { ...input, recordedById: personId, recordedAt: ctx.now.toISOString() };
    await updateEngagement(tx, organisationId, engagementId, { pci: { ...record }, updatedAt: ctx.now });
    const { today } = await organisationDay(tx, organisationId, ctx.now);
    const data = { standing: pciStatusOn(record, today), reportOn: record.reportOn };
    await recordAuditEvent(tx, grant, { type: "engagement.pci_recorded", objectId: engagementId, vendorId, data }, ctx.now);
  });
}

function refuse(field: string, message: string): never {
  throw new DomainError("invalid", "Please check the marked fields. Nothing was saved.", { fields: { [field]: message } });
}
