// The contract and PCI tabs: per engagement, which clauses it needs and which are agreed, and what is recorded of its PCI status.
import { mayEver } from "#app/domain/access/policy.ts";
import { type EngagementStatus, isOver } from "#app/domain/engagement/engagement-status.ts";
import { pciRecordSchema } from "#app/domain/engagement/pci-status.schema.ts";
import { type PciRecord, pciStatusOn, pciValidUntil } from "#app/domain/engagement/pci-status.ts";
import { clausesInScope } from "#app/domain/report/clauses-in-scope.ts";
import type { ClauseState } from "#app/domain/report/report-facts.ts";
import { type Facts, isInCardScope } from "#app/domain/risk/facts.ts";
import { organisationDay } from "../people/organisation-day.queries.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { listEngagements } from "./engagements.queries.server.ts";
import { listVendorDocuments } from "./vendor-documents.queries.server.ts";
import { getVendor } from "./vendors.queries.server.ts";

export async function viewVendorContract(ctx: PersonContext, vendorId: string) {
  const { organisationId } = ctx.actor;
  const from = ctx.portal.store.read;
  await getVendor(from, organisationId, vendorId);
  authorize(ctx, "vendor.view", { type: "vendor", organisationId, id: vendorId, vendorId });
  const [day, engagements] = await Promise.all([
    organisationDay(from, organisationId, ctx.now),
    listEngagements(from, organisationId, vendorId),
  ]);
  return {
    ...day,
    mayRecord: mayEver(ctx.actor, "engagement.record_clause"),
    engagements: engagements.map(({ id, service, status, facts, clauses, wentLiveOn, decidedAt }) => ({
      id,
      service,
      status: status as EngagementStatus,
      isOver: isOver(status as EngagementStatus),
      wentLiveOn,
      decidedAt,
      clauses: clausesInScope(facts as unknown as Facts).map((clause) => ({
        ...clause,
        state: (clauses[clause.id]?.state ?? "unknown") as ClauseState,
        where: clauses[clause.id]?.where ?? "",
      })),
    })),
  };
}

export async function viewVendorPci(ctx: PersonContext, vendorId: string) {
  const { organisationId } = ctx.actor;
  const from = ctx.portal.store.read;
  await getVendor(from, organisationId, vendorId);
  authorize(ctx, "vendor.view", { type: "vendor", organisationId, id: vendorId, vendorId });
  const [day, engagements, documents] = await Promise.all([
    organisationDay(from, organisationId, ctx.now),
    listEngagements(from, organisationId, vendorId),
    listVendorDocuments(from, organisationId, vendorId),
  ]);
  const inScope = engagements.filter(({ facts }) => isInCardScope(facts as unknown as Facts));
  return {
    ...day,
    mayRecord: mayEver(ctx.actor, "engagement.record_pci"),
    documents: documents.map(({ id, fileName }) => ({ id, fileName })),
    engagements: inScope.map(({ id, service, pci }) => {
      const record: PciRecord | null = pci === null ? null : pciRecordSchema.parse(pci);
      return {
        id,
        service,
        record,
        status: pciStatusOn(record, day.today),
        validUntilOn: record && pciValidUntil(record),
        document: documents.find((document) => document.id === record?.evidenceId) ?? null,
      };
    }),
  };
}
