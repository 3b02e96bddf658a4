// One finding with its history: who did what, which documents show it, who may close it.
import { mayEver } from "#app/domain/access/policy.ts";
import { type FindingStatus, findingLifeCycle } from "#app/domain/finding/finding-status.ts";
import { verbsFrom } from "#app/domain/life-cycle.ts";
import { viewFindingAcceptance } from "../decisions/finding-acceptance.queries.server.ts";
import { listEvidenceOf } from "../evidence/evidence.queries.server.ts";
import { listOwners, namesOfPeople } from "../people/named-people.queries.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import { organisationFacts, todayIn } from "../platform/organisation.queries.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getEngagement } from "../vendors/engagements.queries.server.ts";
import { getVendor } from "../vendors/vendors.queries.server.ts";
import { getFinding, listFindingNotes } from "./findings.queries.server.ts";

export async function viewFinding(ctx: PersonContext, findingId: string) {
  const { organisationId, personId } = ctx.actor;
  const from = ctx.portal.store.read;
  const finding = await getFinding(from, organisationId, findingId);
  const { vendorId, ownerId } = finding;
  authorize(ctx, "finding.view", { type: "finding", organisationId, id: findingId, vendorId, ownerId });
  const notes = await listFindingNotes(from, organisationId, [findingId]);
  const documents = await listEvidenceOf(from, organisationId, vendorId);
  const people = await namesOfPeople(from, organisationId, [
    ownerId,
    finding.openedById,
    finding.closedById,
    ...notes.map(({ byId }) => byId),
  ]);
  const nameOf = (id: string | null) => (id === null ? null : (people.get(id) ?? null));
  const { timeZone } = await organisationFacts(from, organisationId);
  const today = await todayIn(from, organisationId, ctx.now);
  const vendor = await getVendor(from, organisationId, vendorId);
  const { service } = await getEngagement(from, organisationId, finding.engagementId);
  const status = finding.status as FindingStatus;
  const { number, title, severity, questionKey, assessmentId, dueOn, plan, closedBecause } = finding;
  return {
    finding: { id: findingId, number, title, severity, status, questionKey, assessmentId, dueOn, plan, ownerId, closedBecause },
    vendor: { id: vendorId, name: vendor.name },
    acceptance: await viewFindingAcceptance(
      ctx,
      { id: findingId, assessmentId, engagementId: finding.engagementId, questionKey, isClosed: status === "closed" },
      today,
    ),
    service,
    owner: nameOf(ownerId),
    openedBy: nameOf(finding.openedById),
    openedAt: finding.openedAt,
    closedBy: nameOf(finding.closedById),
    closedAt: finding.closedAt,
    notes: notes.map(({ id, text, evidenceId, byId, at }) => ({
      id,
      text,
      document: documents.find((each) => each.id === evidenceId)?.fileName ?? null,
      evidenceId,
      by: nameOf(byId) ?? "",
      at,
    })),
    documents: documents.map(({ id, fileName }) => ({ value: id, label: fileName })),
    owners: (await listOwners(from, organisationId)).map(({ id, name }) => ({ value: id, label: name })),
    steps: verbsFrom(findingLifeCycle, status),
    mayProgress: mayEver(ctx.actor, "finding.record_progress"),
    mayClose: mayEver(ctx.actor, "finding.close") && status !== "closed",
    hasWorkedOnIt: ownerId === personId || notes.some(({ byId }) => byId === personId),
    today,
    timeZone,
  };
}
