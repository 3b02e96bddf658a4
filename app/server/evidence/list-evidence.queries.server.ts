// The list of documents of all vendors: what ends soon first, or the newest; in pages. Metadata only.
import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lt, lte, or } from "drizzle-orm";
import { mayEver } from "#app/domain/access/policy.ts";
import { datedEvidence } from "#app/domain/evidence/dated-evidence.ts";
import type { EvidenceListRequest } from "#app/domain/evidence/evidence.schema.ts";
import { evidenceStateOn } from "#app/domain/evidence/evidence-expiry.ts";
import { type EvidenceKind, evidenceKindRow, ownEvidenceKinds } from "#app/domain/evidence/evidence-kinds.ts";
import { addDays } from "#app/domain/monitoring/calendar-days.ts";
import { authorize } from "../platform/authorize.server.ts";
import { decodePlace, encodePlace } from "../platform/keyset.server.ts";
import { todayIn } from "../platform/organisation.queries.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { listBridgeLetters } from "./evidence.queries.server.ts";

const pageSize = 50;

export async function viewEvidenceList(ctx: PersonContext, { show, after }: EvidenceListRequest) {
  const { organisationId } = ctx.actor;
  authorize(ctx, "evidence.view_metadata", { type: "evidence", organisationId });
  const from = ctx.portal.store.read;
  const { evidence: e, vendors: v } = from.t;
  const today = await todayIn(from, organisationId, ctx.now);
  const place = decodePlace(after);
  const byExpiry = show !== "all" && show !== "unverified";
  const wanted = {
    all: undefined,
    unverified: eq(e.verdict, "none"),
    expired: lt(e.expiresOn, today),
    "30": and(gte(e.expiresOn, today), lte(e.expiresOn, addDays(today, 30))),
    "60": and(gte(e.expiresOn, today), lte(e.expiresOn, addDays(today, 60))),
    "90": and(gte(e.expiresOn, today), lte(e.expiresOn, addDays(today, 90))),
  }[show];
  const beyond = !place
    ? undefined
    : byExpiry
      ? or(gt(e.expiresOn, String(place.value)), and(eq(e.expiresOn, String(place.value)), gt(e.id, place.id)))
      : lt(e.id, place.id);
  const rows = await from.db
    .select({ document: e, vendor: { id: v.id, name: v.name } })
    .from(e)
    .innerJoin(v, eq(v.id, e.vendorId))
    .where(and(eq(e.organisationId, organisationId), isNull(e.withdrawnAt), byExpiry ? isNotNull(e.expiresOn) : undefined, wanted, beyond))
    .orderBy(...(byExpiry ? [asc(e.expiresOn), asc(e.id)] : [desc(e.id)]))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  const letters = await listBridgeLetters(from, organisationId, [...new Set(page.map(({ vendor }) => vendor.id))]);
  const last = rows.length > pageSize ? page.at(-1)?.document : undefined;
  return {
    rows: page
      .filter(({ document }) => !ownEvidenceKinds.includes(document.kind as EvidenceKind))
      .map(({ document, vendor }) => ({
        id: document.id,
        fileName: document.fileName,
        kind: evidenceKindRow(document.kind as EvidenceKind).label.en,
        sha256: document.sha256,
        expiresOn: document.expiresOn,
        vendor,
        state: evidenceStateOn(datedEvidence(document, letters), today),
      })),
    next: last && encodePlace({ value: byExpiry ? last.expiresOn : null, id: last.id }),
    requests: await listAskedFor(ctx),
    mayUpload: mayEver(ctx.actor, "evidence.upload"),
    today,
  };
}

/** Documents asked for and not here yet, by due day. */
async function listAskedFor(ctx: PersonContext) {
  const from = ctx.portal.store.read;
  const { evidenceRequests: r, vendors: v } = from.t;
  const rows = await from.db
    .select({ id: r.id, kind: r.kind, reason: r.reason, dueOn: r.dueOn, vendor: { id: v.id, name: v.name } })
    .from(r)
    .innerJoin(v, eq(v.id, r.vendorId))
    .where(and(eq(r.organisationId, ctx.actor.organisationId), eq(r.status, "open")))
    .orderBy(asc(r.dueOn), asc(r.id))
    .limit(50);
  return rows.map((row) => ({ ...row, kind: evidenceKindRow(row.kind as EvidenceKind).label.en }));
}
