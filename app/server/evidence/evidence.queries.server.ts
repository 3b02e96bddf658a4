// Documents and where each is used, as every area reads them.
import { and, asc, desc, eq, inArray, isNotNull, isNull, ne } from "drizzle-orm";
import { unknownObject } from "#app/domain/errors.ts";
import { bridgeKind, type StoredBridgeLetter } from "#app/domain/evidence/bridge-letters.ts";
import { isVendors } from "#app/domain/evidence/document-view.ts";
import type { PersonContext, VendorContext } from "../platform/request-context.server.ts";
import type { Reader, Tx } from "../platform/store.server.ts";

export type EvidenceRow = Tx["t"]["evidence"]["$inferSelect"];

export async function getEvidence(from: Reader, organisationId: string, id: string): Promise<EvidenceRow> {
  const { evidence } = from.t;
  const [row] = await from.db
    .select()
    .from(evidence)
    .where(and(eq(evidence.organisationId, organisationId), eq(evidence.id, id)))
    .limit(1);
  if (!row) throw unknownObject();
  return row;
}

/** As getEvidence; what is not the vendor's looks unknown to it. */
export async function getEvidenceFor(from: Reader, ctx: PersonContext | VendorContext, id: string): Promise<EvidenceRow> {
  const row = await getEvidence(from, ctx.actor.organisationId, id);
  if (ctx.actor.kind === "vendor" && !isVendors(row)) throw unknownObject();
  return row;
}

export interface UsedEvidence {
  questionKey: string;
  evidence: EvidenceRow;
}

/** What is attached in one assessment now: one row per use, by question and time of upload. */
export async function listUsedEvidence(from: Reader, organisationId: string, assessmentId: string): Promise<UsedEvidence[]> {
  const { evidence, evidenceUses: u } = from.t;
  return await from.db
    .select({ questionKey: u.questionKey, evidence })
    .from(u)
    .innerJoin(evidence, eq(evidence.id, u.evidenceId))
    .where(and(eq(u.organisationId, organisationId), eq(u.assessmentId, assessmentId), isNull(u.removedAt), isNull(evidence.withdrawnAt)))
    .orderBy(asc(u.questionKey), asc(evidence.id));
}

/** Documents that came in for one assessment, whether or not they are attached to an answer of it. */
export async function listEvidenceAddedTo(from: Reader, organisationId: string, assessmentId: string): Promise<EvidenceRow[]> {
  const { evidence } = from.t;
  return await from.db
    .select()
    .from(evidence)
    .where(and(eq(evidence.organisationId, organisationId), eq(evidence.assessmentId, assessmentId), isNull(evidence.withdrawnAt)))
    .orderBy(asc(evidence.id))
    .limit(1000);
}

/** Everywhere a document is attached now. */
export async function listUsesOf(from: Reader, organisationId: string, evidenceId: string) {
  const { evidenceUses: u } = from.t;
  return await from.db
    .select({ assessmentId: u.assessmentId, questionKey: u.questionKey })
    .from(u)
    .where(and(eq(u.organisationId, organisationId), eq(u.evidenceId, evidenceId), isNull(u.removedAt)));
}

export async function listEvidenceOf(from: Reader, organisationId: string, vendorId: string): Promise<EvidenceRow[]> {
  const { evidence } = from.t;
  return await from.db
    .select()
    .from(evidence)
    .where(and(eq(evidence.organisationId, organisationId), eq(evidence.vendorId, vendorId), isNull(evidence.withdrawnAt)))
    .orderBy(asc(evidence.expiresOn), asc(evidence.id))
    .limit(1000);
}

/** What was given for one engagement and not taken back, oldest first. */
export async function listEvidenceOfEngagement(
  from: Reader,
  organisationId: string,
  vendorId: string,
  engagementId: string,
): Promise<EvidenceRow[]> {
  const { evidence } = from.t;
  return await from.db
    .select()
    .from(evidence)
    .where(
      and(
        eq(evidence.organisationId, organisationId),
        eq(evidence.vendorId, vendorId),
        eq(evidence.engagementId, engagementId),
        isNull(evidence.withdrawnAt),
      ),
    )
    .orderBy(asc(evidence.id))
    .limit(1000);
}

/** Bridge letters of some vendors that nobody rejected and that name their days. */
export async function listBridgeLetters(from: Reader, organisationId: string, vendorIds: readonly string[]): Promise<StoredBridgeLetter[]> {
  if (vendorIds.length === 0) return [];
  const { evidence: t } = from.t;
  const rows = await from.db
    .select({ vendorId: t.vendorId, engagementId: t.engagementId, startsOn: t.startsOn, expiresOn: t.expiresOn })
    .from(t)
    .where(
      and(
        eq(t.organisationId, organisationId),
        inArray(t.vendorId, [...vendorIds]),
        eq(t.kind, bridgeKind),
        isNull(t.withdrawnAt),
        ne(t.verdict, "rejected"),
      ),
    )
    .orderBy(asc(t.id))
    .limit(1000);
  return rows.flatMap(({ startsOn, expiresOn, ...of }) =>
    startsOn !== null && expiresOn !== null ? [{ ...of, startsOn, expiresOn }] : [],
  );
}

/** The document of the same vendor, engagement and kind that holds longest; undefined when this one does, or has no end. */
export async function findNewerEvidence(
  from: Reader,
  { organisationId, vendorId, engagementId, kind, expiresOn }: EvidenceRow,
): Promise<EvidenceRow | undefined> {
  if (expiresOn === null) return undefined;
  const { evidence: t } = from.t;
  const [row] = await from.db
    .select()
    .from(t)
    .where(
      and(
        eq(t.organisationId, organisationId),
        eq(t.vendorId, vendorId),
        eq(t.kind, kind),
        engagementId === null ? isNull(t.engagementId) : eq(t.engagementId, engagementId),
        isNull(t.withdrawnAt),
        isNotNull(t.expiresOn),
        ne(t.verdict, "rejected"),
      ),
    )
    .orderBy(desc(t.expiresOn), desc(t.id))
    .limit(1);
  return row !== undefined && row.expiresOn! > expiresOn ? row : undefined;
}
