// What the tabs of a vendor list: its assessments, documents and findings. Metadata; reading a document or an answer is another right.
import { and, desc, eq } from "drizzle-orm";
import type { AssessmentStatus } from "#app/domain/assessment/assessment-status.ts";
import type { Outcome } from "#app/domain/assessment/decision-outcomes.ts";
import { datedEvidence } from "#app/domain/evidence/dated-evidence.ts";
import { evidenceStateOn } from "#app/domain/evidence/evidence-expiry.ts";
import { evidenceKindRow, isEvidenceKind } from "#app/domain/evidence/evidence-kinds.ts";
import { type FindingStatus, isOpen } from "#app/domain/finding/finding-status.ts";
import { listBridgeLetters } from "../evidence/evidence.queries.server.ts";
import { organisationDay } from "../people/organisation-day.queries.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import type { Reader } from "../platform/store.server.ts";
import { listStoredAddenda } from "../reports/addenda/addenda.queries.server.ts";
import { listEngagements } from "./engagements.queries.server.ts";
import { listVendorDocuments } from "./vendor-documents.queries.server.ts";
import { getVendor } from "./vendors.queries.server.ts";

/** Loads what every tab needs and checks the right; throws not_found. */
async function open(ctx: PersonContext, vendorId: string) {
  const { organisationId } = ctx.actor;
  const from = ctx.portal.store.read;
  await getVendor(from, organisationId, vendorId);
  authorize(ctx, "vendor.view", { type: "vendor", organisationId, id: vendorId, vendorId });
  const [day, engagements] = await Promise.all([
    organisationDay(from, organisationId, ctx.now),
    listEngagements(from, organisationId, vendorId),
  ]);
  const serviceOf = new Map(engagements.map(({ id, service }) => [id, service]));
  return { from, organisationId, day, engagements, serviceOf };
}

/** All assessments, newest first; `changeBps` against the decided one before it of the same engagement. */
export async function viewVendorAssessments(ctx: PersonContext, vendorId: string) {
  const { from, organisationId, day, serviceOf } = await open(ctx, vendorId);
  const { assessments: t, decisions } = from.t;
  const [rows, decided, scored] = await Promise.all([
    from.db
      .select()
      .from(t)
      .where(and(eq(t.organisationId, organisationId), eq(t.vendorId, vendorId)))
      .orderBy(desc(t.id))
      .limit(200),
    from.db
      .select({ assessmentId: decisions.assessmentId, outcome: decisions.outcome, reportEvidenceId: decisions.reportEvidenceId })
      .from(decisions)
      .where(and(eq(decisions.organisationId, organisationId), eq(decisions.vendorId, vendorId), eq(decisions.status, "final"))),
    listScores(from, organisationId, vendorId),
  ]);
  const addenda = await listStoredAddenda(
    from,
    organisationId,
    decided.map(({ assessmentId }) => assessmentId),
  );
  const scoreOf = new Map(scored.map((score) => [score.assessmentId, score]));
  const views = rows.map((row) => {
    const score = scoreOf.get(row.id);
    const decision = decided.find(({ assessmentId }) => assessmentId === row.id);
    return {
      id: row.id,
      number: row.number,
      engagementId: row.engagementId,
      service: serviceOf.get(row.engagementId) ?? "",
      status: row.status as AssessmentStatus,
      dueOn: row.dueOn,
      sentAt: row.sentAt,
      decidedAt: row.decidedAt,
      answered: row.answered,
      required: row.required,
      scoreBps: score?.scoreBps ?? null,
      uncappedBps: score?.uncappedBps ?? null,
      grade: score?.grade ?? null,
      outcome: decision?.outcome as Outcome | undefined,
      reportEvidenceId: decision?.reportEvidenceId ?? null,
      addenda: addenda.filter(({ assessmentId }) => assessmentId === row.id).map(({ number, evidenceId }) => ({ number, evidenceId })),
      openedByItself: row.openedFor !== null,
    };
  });
  const before = (view: (typeof views)[number]) =>
    views.find((other) => other.engagementId === view.engagementId && other.number < view.number && other.status === "decided");
  const assessments = views.map((view) => {
    const earlier = view.status === "decided" ? before(view)?.scoreBps : undefined;
    return { ...view, changeBps: earlier != null && view.scoreBps !== null ? view.scoreBps - earlier : null };
  });
  return { ...day, assessments };
}

/** The newest reviewed or decided result of each assessment. */
async function listScores(from: Reader, organisationId: string, vendorId: string) {
  const { results: r, assessments: a } = from.t;
  const rows = await from.db
    .select({ assessmentId: r.assessmentId, kind: r.kind, scoreBps: r.scoreBps, uncappedBps: r.uncappedBps, grade: r.grade })
    .from(r)
    .innerJoin(a, and(eq(a.organisationId, r.organisationId), eq(a.id, r.assessmentId)))
    .where(and(eq(r.organisationId, organisationId), eq(a.vendorId, vendorId)))
    .orderBy(r.id)
    .limit(2000);
  const newest = new Map(rows.filter(({ kind }) => kind !== "vendor").map((row) => [row.assessmentId, row]));
  return [...newest.values()];
}

export async function viewVendorEvidence(ctx: PersonContext, vendorId: string) {
  const { from, organisationId, day, serviceOf } = await open(ctx, vendorId);
  authorize(ctx, "evidence.view_metadata", { type: "vendor", organisationId, id: vendorId, vendorId });
  const rows = await listVendorDocuments(from, organisationId, vendorId);
  const letters = await listBridgeLetters(from, organisationId, [vendorId]);
  return {
    ...day,
    documents: rows.map(({ kind, verdict, startsOn, expiresOn, engagementId, ...row }) => ({
      ...row,
      expiresOn,
      kind: isEvidenceKind(kind) ? evidenceKindRow(kind).label.en : kind,
      service: (engagementId && serviceOf.get(engagementId)) || null,
      state: isEvidenceKind(kind)
        ? evidenceStateOn(datedEvidence({ vendorId, engagementId, kind, startsOn, expiresOn, verdict }, letters), day.today)
        : "provided",
    })),
  };
}

export async function viewVendorFindings(ctx: PersonContext, vendorId: string) {
  const { from, organisationId, day, serviceOf } = await open(ctx, vendorId);
  authorize(ctx, "finding.view", { type: "vendor", organisationId, id: vendorId, vendorId });
  const { findings: t, people } = from.t;
  const rows = await from.db
    .select({
      id: t.id,
      number: t.number,
      title: t.title,
      severity: t.severity,
      status: t.status,
      dueOn: t.dueOn,
      closedAt: t.closedAt,
      engagementId: t.engagementId,
      ownerName: people.name,
    })
    .from(t)
    .leftJoin(people, and(eq(people.organisationId, t.organisationId), eq(people.id, t.ownerId)))
    .where(and(eq(t.organisationId, organisationId), eq(t.vendorId, vendorId)))
    .orderBy(t.dueOn, t.id)
    .limit(500);
  const findings = rows.map(({ engagementId, status, ...row }) => ({
    ...row,
    status: status as FindingStatus,
    isOpen: isOpen(status as FindingStatus),
    service: serviceOf.get(engagementId) ?? "",
  }));
  return { ...day, findings: findings.sort((a, b) => Number(b.isOpen) - Number(a.isOpen)) };
}
