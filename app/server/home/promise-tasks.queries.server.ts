// What waits outside of assessments: findings, conditions, risk acceptances, documents that do not come, inherent risk to be confirmed.
import { and, asc, desc, eq, inArray, isNull, lte } from "drizzle-orm";
import { addDays } from "#app/domain/monitoring/calendar-days.ts";
import { documentLabel } from "../monitoring/mail-document.step.server.ts";
import { type Asked, mostPerKind, type Task } from "./task.server.ts";

/** Days ahead in which a promise is somebody's task. */
const aheadDays = 14;

/** Findings of one's own that are due soon or late. */
export async function ownFindingTasks({ from, organisationId, personId, today }: Asked): Promise<Task[]> {
  const { findings: f, engagements: e, vendors: v } = from.t;
  const rows = await from.db
    .select({ id: f.id, number: f.number, dueOn: f.dueOn, openedAt: f.openedAt, tier: e.tier, service: e.service, vendor: v.name })
    .from(f)
    .innerJoin(e, eq(e.id, f.engagementId))
    .innerJoin(v, eq(v.id, f.vendorId))
    .where(
      and(
        eq(f.organisationId, organisationId),
        inArray(f.status, ["open", "planned"]),
        lte(f.dueOn, addDays(today, aheadDays)),
        eq(f.ownerId, personId),
      ),
    )
    .orderBy(asc(f.dueOn), asc(f.id))
    .limit(mostPerKind);
  return rows.map(({ id, number, dueOn, openedAt, tier, service, vendor }) => ({
    id: `finding ${id}`,
    kind: "finding",
    what: `See to F-${number}`,
    vendor,
    service,
    tier,
    dueOn,
    since: openedAt,
    href: `/findings/${id}`,
    button: "Record progress",
  }));
}

/** Fixes that somebody else reported: a second person confirms them. */
export async function reportedFixTasks({ from, organisationId, personId }: Asked): Promise<Task[]> {
  const { findings: f, engagements: e, vendors: v } = from.t;
  const rows = await from.db
    .select({
      id: f.id,
      number: f.number,
      dueOn: f.dueOn,
      ownerId: f.ownerId,
      openedAt: f.openedAt,
      tier: e.tier,
      service: e.service,
      vendor: v.name,
    })
    .from(f)
    .innerJoin(e, eq(e.id, f.engagementId))
    .innerJoin(v, eq(v.id, f.vendorId))
    .where(and(eq(f.organisationId, organisationId), eq(f.status, "fix_reported")))
    .orderBy(asc(f.dueOn), asc(f.id))
    .limit(mostPerKind);
  return rows.flatMap(({ id, number, dueOn, ownerId, openedAt, tier, service, vendor }): Task[] => {
    if (ownerId === personId) return [];
    const words = { what: `Confirm the fix of F-${number}`, button: "Confirm fix" };
    return [{ id: `fix ${id}`, kind: "fix", ...words, vendor, service, tier, dueOn, since: openedAt, href: `/findings/${id}` }];
  });
}

export async function conditionTasks({ from, organisationId, today }: Asked): Promise<Task[]> {
  const { conditions: c, decisions: d, engagements: e, vendors: v } = from.t;
  const rows = await from.db
    .select({
      id: c.id,
      number: c.number,
      dueOn: c.dueOn,
      signedAt: d.signedAt,
      assessmentId: d.assessmentId,
      tier: e.tier,
      service: e.service,
      vendor: v.name,
    })
    .from(c)
    .innerJoin(d, eq(d.id, c.decisionId))
    .innerJoin(e, and(eq(e.id, c.engagementId), eq(e.decisionId, c.decisionId)))
    .innerJoin(v, eq(v.id, c.vendorId))
    .where(and(eq(c.organisationId, organisationId), lte(c.dueOn, addDays(today, aheadDays)), isNull(c.metAt)))
    .orderBy(asc(c.dueOn), asc(c.id))
    .limit(mostPerKind);
  return rows.map(({ id, number, dueOn, signedAt, assessmentId, tier, service, vendor }) => ({
    id: `condition ${id}`,
    kind: "condition",
    what: `Check condition C-${number}`,
    vendor,
    service,
    tier,
    dueOn,
    since: signedAt,
    href: `/assessments/${assessmentId}/decide`,
    button: "Check condition",
  }));
}

/** Acceptances that wait for a countersignature of somebody who does not own the risk. */
export async function acceptanceTasks({ from, organisationId, personId }: Asked): Promise<Task[]> {
  const { riskAcceptances: r, engagements: e, vendors: v } = from.t;
  const rows = await from.db
    .select({
      id: r.id,
      ownedById: r.ownedById,
      proposedById: r.proposedById,
      proposedAt: r.proposedAt,
      assessmentId: r.assessmentId,
      tier: e.tier,
      service: e.service,
      vendor: v.name,
    })
    .from(r)
    .innerJoin(e, eq(e.id, r.engagementId))
    .innerJoin(v, eq(v.id, r.vendorId))
    .where(and(eq(r.organisationId, organisationId), eq(r.status, "proposed")))
    .orderBy(asc(r.expiresOn), asc(r.id))
    .limit(mostPerKind);
  return rows.flatMap(({ id, ownedById, proposedById, proposedAt, assessmentId, ...about }): Task[] => {
    if (ownedById === personId || proposedById === personId) return [];
    const words = { kind: "acceptance" as const, what: "Countersign a risk acceptance", button: "Open" };
    return [{ id: `acceptance ${id}`, ...words, ...about, dueOn: null, since: proposedAt, href: `/assessments/${assessmentId}/decide` }];
  });
}

/** Documents that were asked for and did not come in time. */
export async function lateDocumentTasks({ from, organisationId, today }: Asked): Promise<Task[]> {
  const { evidenceRequests: q, engagements: e, vendors: v } = from.t;
  const rows = await from.db
    .select({
      id: q.id,
      kind: q.kind,
      dueOn: q.dueOn,
      openedAt: q.openedAt,
      vendorId: q.vendorId,
      tier: e.tier,
      service: e.service,
      vendor: v.name,
    })
    .from(q)
    .innerJoin(e, eq(e.id, q.engagementId))
    .innerJoin(v, eq(v.id, q.vendorId))
    .where(and(eq(q.organisationId, organisationId), eq(q.status, "open"), lte(q.dueOn, addDays(today, -1))))
    .orderBy(asc(q.dueOn), asc(q.id))
    .limit(mostPerKind);
  return rows.map(({ id, kind, vendorId, openedAt, ...about }) => ({
    id: `document ${id}`,
    kind: "document",
    what: `Ask again for the ${documentLabel(kind)}`,
    ...about,
    since: openedAt,
    href: `/vendors/${vendorId}/evidence`,
    button: "Open",
  }));
}

const beforeDecision = ["requested", "screening", "due_diligence", "decision", "active_not_assessed"] as const;

/** Inherent risk of one's own engagements that nobody confirmed yet. */
export async function confirmTasks({ from, organisationId, personId }: Asked): Promise<Task[]> {
  const { vendors: v, engagements: e, inherentRisks: i } = from.t;
  const rows = await from.db
    .select({
      id: e.id,
      confirmedAt: i.confirmedAt,
      answeredAt: i.answeredAt,
      vendorId: v.id,
      tier: e.tier,
      service: e.service,
      vendor: v.name,
    })
    .from(v)
    .innerJoin(e, and(eq(e.organisationId, v.organisationId), eq(e.id, v.engagementId)))
    .innerJoin(i, and(eq(i.organisationId, e.organisationId), eq(i.engagementId, e.id)))
    .where(and(eq(v.organisationId, organisationId), inArray(v.standing, [...beforeDecision]), eq(e.ownerId, personId)))
    .orderBy(asc(v.standing), asc(v.nameKey), asc(v.id), desc(i.revision))
    .limit(5 * mostPerKind);
  const seen = new Set<string>();
  return rows.flatMap(({ id, confirmedAt, answeredAt, ...about }): Task[] => {
    const isNewest = !seen.has(id);
    seen.add(id);
    if (!isNewest || confirmedAt !== null) return [];
    const words = { kind: "confirm" as const, what: "Confirm the inherent risk", button: "Confirm" };
    return [{ id: `confirm ${id}`, ...words, ...about, dueOn: null, since: answeredAt, href: `/engagements/${id}/inherent-risk` }];
  });
}

const toBeSent = ["requested", "screening", "active_not_assessed"] as const;

/** Vendors that were registered and sent nothing; what the catch-up plan has a day for waits for that day. */
export async function unsentTasks({ from, organisationId }: Asked): Promise<Task[]> {
  const { vendors: v, engagements: e } = from.t;
  const rows = await from.db
    .select({ id: e.id, tier: e.tier, service: e.service, vendor: v.name, since: e.createdAt })
    .from(v)
    .innerJoin(e, and(eq(e.organisationId, v.organisationId), eq(e.id, v.engagementId)))
    .where(
      and(
        eq(v.organisationId, organisationId),
        inArray(v.standing, [...toBeSent]),
        inArray(e.status, [...toBeSent]),
        isNull(e.plannedStartOn),
      ),
    )
    .orderBy(asc(v.standing), asc(v.nameKey), asc(v.id))
    .limit(mostPerKind);
  return rows.map(({ id, ...about }) => ({
    id: `send ${id}`,
    kind: "send",
    what: "Send a questionnaire",
    ...about,
    dueOn: null,
    href: `/engagements/${id}/send`,
    button: "Send",
  }));
}
