// What decisions, conditions and acceptances say about one engagement now: read by the vendor's screens and by clearance.
import { and, desc, eq, inArray } from "drizzle-orm";
import { type AssessmentStatus, isRunning } from "#app/domain/assessment/assessment-status.ts";
import type { ConditionTime, Outcome } from "#app/domain/assessment/decision-outcomes.ts";
import { type Clearance, clearanceOf } from "#app/domain/engagement/clearance.ts";
import type { EngagementStatus } from "#app/domain/engagement/engagement-status.ts";
import { type PciRecord, pciStatusOn } from "#app/domain/engagement/pci-status.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import { missingClauses } from "#app/domain/report/clauses-in-scope.ts";
import { type Facts, isInCardScope } from "#app/domain/risk/facts.ts";
import type { Reader } from "../platform/store.server.ts";
import { type EngagementRow, findInherentRisk, type InherentRiskRow } from "./engagements.queries.server.ts";

export interface EngagementFacts {
  irq: InherentRiskRow | undefined;
  /** The newest assessment that is neither decided nor ended. */
  running: RunningAssessment | undefined;
  /** The newest final decision. */
  decision: FinalDecision | undefined;
  conditions: { id: string; number: number; text: string; when: ConditionTime; dueOn: Day | null; isMet: boolean }[];
  acceptances: { id: string; subject: string; status: string; expiresOn: Day; endedAt: Date | null }[];
  clearance: Clearance[];
}

export type RunningAssessment = Awaited<ReturnType<typeof findRunning>> & object;
export type FinalDecision = Awaited<ReturnType<typeof findDecision>> & object;

export async function engagementFacts(
  from: Reader,
  organisationId: string,
  engagement: EngagementRow,
  today: Day,
): Promise<EngagementFacts> {
  const [irq, running, decision] = await Promise.all([
    findInherentRisk(from, organisationId, engagement.id),
    findRunning(from, organisationId, engagement.id),
    findDecision(from, organisationId, engagement.id),
  ]);
  const [conditions, acceptances] = decision
    ? await Promise.all([listConditions(from, organisationId, decision.id), listAcceptances(from, organisationId, decision.assessmentId)])
    : [[], []];
  const facts = engagement.facts as unknown as Facts;
  const inForce = new Set(acceptances.flatMap(({ status, subject }) => (status === "in_force" ? [subject] : [])));
  const clearance = clearanceOf({
    engagement: {
      status: engagement.status as EngagementStatus,
      statusAt: engagement.statusAt,
      plannedStartOn: engagement.plannedStartOn,
    },
    irq: irq ?? null,
    running: running ?? null,
    decision: decision ?? null,
    conditions,
    endedAcceptances: acceptances.flatMap(({ id, subject, status, endedAt }) =>
      status === "expired" && endedAt && !inForce.has(subject) ? [{ id, endedAt }] : [],
    ),
    missingClauses: missingClauses(facts, engagement.clauses)
      .map(({ id }) => id)
      .filter((id) => !inForce.has(`clause:${id}`)),
    pci: isInCardScope(facts) ? pciStatusOn(engagement.pci as PciRecord | null, today) : null,
    today,
  });
  return { irq, running, decision, conditions, acceptances, clearance };
}

async function findRunning(from: Reader, organisationId: string, engagementId: string) {
  const { assessments: t, decisions } = from.t;
  const rows = await from.db
    .select({
      id: t.id,
      number: t.number,
      status: t.status,
      statusAt: t.statusAt,
      dueOn: t.dueOn,
      answered: t.answered,
      required: t.required,
    })
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.engagementId, engagementId)))
    .orderBy(desc(t.number))
    .limit(20);
  const row = rows.find(({ status }) => isRunning(status as AssessmentStatus));
  if (!row) return undefined;
  const [signed] = await from.db
    .select({ signedAt: decisions.signedAt })
    .from(decisions)
    .where(and(eq(decisions.organisationId, organisationId), eq(decisions.assessmentId, row.id), eq(decisions.status, "awaiting_second")))
    .limit(1);
  return { ...row, status: row.status as AssessmentStatus, awaitsSecondSince: signed?.signedAt ?? null };
}

async function findDecision(from: Reader, organisationId: string, engagementId: string) {
  const { decisions: t, people } = from.t;
  const [row] = await from.db
    .select({
      id: t.id,
      assessmentId: t.assessmentId,
      outcome: t.outcome,
      decidedAt: t.signedAt,
      countersignedAt: t.countersignedAt,
      signedById: t.signedById,
      countersignedById: t.countersignedById,
      reportEvidenceId: t.reportEvidenceId,
      residualReason: t.residualReason,
      engagedBeforeAssessment: t.engagedBeforeAssessment,
    })
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.engagementId, engagementId), eq(t.status, "final")))
    .orderBy(desc(t.signedAt), desc(t.id))
    .limit(1);
  if (!row) return undefined;
  const ids = [row.signedById, row.countersignedById].filter((id) => id !== null);
  const signers = await from.db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.organisationId, organisationId), inArray(people.id, ids)));
  const names = ids.flatMap((id) => signers.find((person) => person.id === id)?.name ?? []);
  return { ...row, outcome: row.outcome as Outcome, decidedAt: row.countersignedAt ?? row.decidedAt, signers: names };
}

async function listConditions(from: Reader, organisationId: string, decisionId: string) {
  const { conditions: t } = from.t;
  const rows = await from.db
    .select({ id: t.id, number: t.number, text: t.text, when: t.when, dueOn: t.dueOn, metAt: t.metAt })
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.decisionId, decisionId)))
    .orderBy(t.number)
    .limit(100);
  return rows.map(({ metAt, ...row }) => ({ ...row, isMet: metAt !== null }));
}

async function listAcceptances(from: Reader, organisationId: string, assessmentId: string) {
  const { riskAcceptances: t } = from.t;
  return await from.db
    .select({ id: t.id, subject: t.subject, status: t.status, expiresOn: t.expiresOn, endedAt: t.endedAt })
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.assessmentId, assessmentId)))
    .orderBy(t.id)
    .limit(200);
}
