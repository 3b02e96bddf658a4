// The contract and PCI tabs: per engagement, which clauses it needs and which are agreed, what its reports expect from us and whom they
// name as subcontractors, and what is recorded of its PCI status.
import { decide, mayEver } from "#app/domain/access/policy.ts";
import { type EngagementStatus, isOver } from "#app/domain/engagement/engagement-status.ts";
import { pciRecordSchema } from "#app/domain/engagement/pci-status.schema.ts";
import { type PciRecord, pciStatusOn, pciValidUntil } from "#app/domain/engagement/pci-status.ts";
import { pciProposal } from "#app/domain/evidence/worksheets/worksheet-facts.ts";
import { fieldsFor, worksheetCodeOf } from "#app/domain/evidence/worksheets/worksheets.ts";
import { clausesInScope } from "#app/domain/report/clauses-in-scope.ts";
import type { ClauseState } from "#app/domain/report/report-facts.ts";
import { type Facts, isInCardScope } from "#app/domain/risk/facts.ts";
import { listDuties } from "../duties/duties.queries.server.ts";
import { listEvidenceOf } from "../evidence/evidence.queries.server.ts";
import { worksheetsOf } from "../evidence/worksheets.queries.server.ts";
import { listOwners, namesOfPeople } from "../people/named-people.queries.server.ts";
import { organisationDay } from "../people/organisation-day.queries.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import type { Reader } from "../platform/store.server.ts";
import { listEngagements } from "./engagements.queries.server.ts";
import { listSubcontractors } from "./subcontractors.queries.server.ts";
import { listVendorDocuments } from "./vendor-documents.queries.server.ts";
import { getVendor } from "./vendors.queries.server.ts";

export async function viewVendorContract(ctx: PersonContext, vendorId: string) {
  const { organisationId } = ctx.actor;
  const from = ctx.portal.store.read;
  await getVendor(from, organisationId, vendorId);
  authorize(ctx, "vendor.view", { type: "vendor", organisationId, id: vendorId, vendorId });
  const [day, engagements, duties, subcontractors] = await Promise.all([
    organisationDay(from, organisationId, ctx.now),
    listEngagements(from, organisationId, vendorId),
    listDuties(from, organisationId, vendorId),
    listSubcontractors(from, organisationId, vendorId),
  ]);
  const names = await namesOfPeople(
    from,
    organisationId,
    duties.flatMap(({ ownerId, doneById }) => [ownerId, doneById]),
  );
  return {
    ...day,
    owners: duties.length === 0 ? [] : await listOwners(from, organisationId),
    mayRecord: mayEver(ctx.actor, "engagement.record_clause"),
    engagements: engagements.map(({ id, service, status, facts, clauses, wentLiveOn, decidedAt }) => ({
      id,
      service,
      status: status as EngagementStatus,
      isOver: isOver(status as EngagementStatus),
      wentLiveOn,
      decidedAt,
      duties: duties
        .filter(({ engagementId }) => engagementId === id)
        .map(({ id, text, page, evidenceId, ownerId, dueOn, doneAt, doneById, note }) => ({
          id,
          text,
          page,
          evidenceId,
          ownerId,
          owner: names.get(ownerId ?? "") ?? null,
          dueOn,
          doneAt,
          doneBy: names.get(doneById ?? "") ?? null,
          note,
          mayRecord: decide(ctx.actor, "duty.record", { type: "duty", organisationId, vendorId, ownerId }) === "allow",
        })),
      subcontractors: subcontractors
        .filter(({ engagementId }) => engagementId === id)
        .map(({ id, name, purpose, isCarvedOut, evidenceId, page }) => ({ id, name, purpose, isCarvedOut, evidenceId, page })),
      clauses: clausesInScope(facts as unknown as Facts).map((clause) => ({
        ...clause,
        state: (clauses[clause.id]?.state ?? "unknown") as ClauseState,
        where: clauses[clause.id]?.where ?? "",
        hours: clauses[clause.id]?.hours ?? null,
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
  const mayRecord = mayEver(ctx.actor, "engagement.record_pci");
  const attested = mayRecord ? await newestAttestations(from, organisationId, vendorId) : new Map<string, PciProposal>();
  return {
    ...day,
    mayRecord,
    documents: documents.map(({ id, fileName }) => ({ id, fileName })),
    engagements: inScope.map(({ id, service, pci }) => {
      const record: PciRecord | null = pci === null ? null : pciRecordSchema.parse(pci);
      return {
        id,
        service,
        record,
        proposal: proposalFor(attested.get(id), record),
        status: pciStatusOn(record, day.today),
        validUntilOn: record && pciValidUntil(record),
        document: documents.find((document) => document.id === record?.evidenceId) ?? null,
      };
    }),
  };
}

/** The newest verified attestation of each engagement, as its worksheet reads. */
async function newestAttestations(from: Reader, organisationId: string, vendorId: string) {
  const rows = (await listEvidenceOf(from, organisationId, vendorId)).filter(
    ({ kind, verdict }) => worksheetCodeOf(kind) === "aoc" && verdict === "verified",
  );
  const worksheets = await worksheetsOf(
    from,
    organisationId,
    rows.map(({ id }) => id),
  );
  const newest = new Map<string, PciProposal>();
  for (const { id, kind, engagementId, fileName } of rows.toSorted((a, b) => ((a.startsOn ?? "") < (b.startsOn ?? "") ? -1 : 1))) {
    const read = pciProposal(fieldsFor(kind, worksheets.get(id)) ?? {});
    if (read && engagementId !== null) newest.set(engagementId, { ...read, evidenceId: id, fileName });
  }
  return newest;
}

export interface PciProposal
  extends Pick<PciRecord, "form" | "assessor" | "reportOn" | "dssVersion" | "servicesCovered" | "requirementsNotTested"> {
  evidenceId: string;
  fileName: string;
}

/** Undefined when nothing newer was verified than what is recorded. */
function proposalFor(read: PciProposal | undefined, record: PciRecord | null): PciProposal | undefined {
  if (!read || record?.evidenceId === read.evidenceId) return undefined;
  return record?.reportOn && read.reportOn && record.reportOn >= read.reportOn ? undefined : read;
}
