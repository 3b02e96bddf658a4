// One document: what it is, where it is used, how it was judged, and who has read it.
import { and, desc, eq, inArray } from "drizzle-orm";
import { mayEver } from "#app/domain/access/policy.ts";
import { DomainError } from "#app/domain/errors.ts";
import { datedEvidence } from "#app/domain/evidence/dated-evidence.ts";
import { documentView } from "#app/domain/evidence/document-view.ts";
import { evidenceStateOn } from "#app/domain/evidence/evidence-expiry.ts";
import { type EvidenceKind, evidenceKindRow, evidenceKinds, ownEvidenceKinds } from "#app/domain/evidence/evidence-kinds.ts";
import { addWorkingDays } from "#app/domain/monitoring/calendar-days.ts";
import { listOpenedEvidence } from "../assessments/review/reviewing.queries.server.ts";
import { namesOfPeople } from "../people/named-people.queries.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import { organisationFacts, todayIn } from "../platform/organisation.queries.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getVendor } from "../vendors/vendors.queries.server.ts";
import { getEvidence, listBridgeLetters, listUsesOf } from "./evidence.queries.server.ts";
import { worksheetPage } from "./worksheet-page.queries.server.ts";

export async function viewEvidence(ctx: PersonContext, evidenceId: string) {
  const { organisationId } = ctx.actor;
  const from = ctx.portal.store.read;
  const row = await getEvidence(from, organisationId, evidenceId);
  const { vendorId } = row;
  authorize(ctx, "evidence.view_metadata", { type: "evidence", organisationId, id: evidenceId, vendorId });
  if (ownEvidenceKinds.includes(row.kind as EvidenceKind)) throw new DomainError("not_found", "Signed reports are read under Reports.");
  const today = await todayIn(from, organisationId, ctx.now);
  const { timeZone } = await organisationFacts(from, organisationId);
  const dated = datedEvidence(row, await listBridgeLetters(from, organisationId, [vendorId]));
  const readIds = await listOpenedEvidence(from, organisationId, [evidenceId]);
  const { auditEntries: a } = from.t;
  const reads = await from.db
    .select({ at: a.at, actorKind: a.actorKind, actorId: a.actorId, type: a.type })
    .from(a)
    .where(
      and(
        eq(a.organisationId, organisationId),
        eq(a.objectId, evidenceId),
        inArray(a.type, ["evidence.downloaded", "evidence.found_damaged"]),
      ),
    )
    .orderBy(desc(a.seq))
    .limit(50);
  const names = await namesOfPeople(from, organisationId, [row.verdictById, ...reads.map(({ actorId }) => actorId)]);
  const vendor = await getVendor(from, organisationId, vendorId);
  // What was read off a document is its contents: for whoever may read it.
  const mayRead = mayEver(ctx.actor, "evidence.download");
  const worksheet = mayRead ? await worksheetPage(from, row, vendor.name, ctx.now) : undefined;
  return {
    document: documentView(row, evidenceStateOn(dated, today), readIds.has(evidenceId), worksheet?.fields),
    worksheet: worksheet?.form,
    vendor: { id: vendorId, name: vendor.name },
    bytes: row.bytes,
    uploadedAt: row.uploadedAt,
    isWithdrawn: row.withdrawnAt !== null,
    judgedBy: row.verdictById === null ? null : (names.get(row.verdictById) ?? null),
    judgedAt: row.verdictAt,
    uses: await listUsesOf(from, organisationId, evidenceId),
    reads: reads.map(({ at, actorKind, actorId, type }) => ({
      at,
      isDamaged: type === "evidence.found_damaged",
      by: actorKind === "vendor" ? "the vendor" : (names.get(actorId ?? "") ?? "somebody"),
    })),
    kinds: (Object.keys(evidenceKinds) as EvidenceKind[])
      .filter((code) => !ownEvidenceKinds.includes(code))
      .map((code) => ({ code, label: evidenceKindRow(code).label.en })),
    mayRead,
    mayVerify: mayEver(ctx.actor, "evidence.verify"),
    mayRequest: mayEver(ctx.actor, "evidence.request"),
    proposedDueOn: addWorkingDays(today, 10),
    today,
    timeZone,
  };
}
