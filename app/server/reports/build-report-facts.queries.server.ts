// Everything an audit report says about one final decision, gathered from the rows it rests on (docs: product, "What every audit PDF
// holds"). The PDF is drawn from this alone, so what is missing here can never be printed.
import { eq } from "drizzle-orm";
import { scoringMethod } from "#app/domain/assessment/score-result.ts";
import { knockOutsOf } from "#app/domain/questionnaire/requirements.ts";
import { howAnswered } from "#app/domain/report/how-answered.ts";
import { changesBetween } from "#app/domain/report/report-changes.ts";
import type { ReportChanges, ReportFacts } from "#app/domain/report/report-facts.ts";
import { controlCrosswalk, reportKnockOuts, reportScore } from "#app/domain/report/report-score.ts";
import { type Facts, isInCardScope } from "#app/domain/risk/facts.ts";
import { categoryTexts } from "#app/domain/vendor/categories.ts";
import { getAssessment } from "../assessments/assessments.queries.server.ts";
import { listSubmissions } from "../assessments/submissions.queries.server.ts";
import { getDecision, listFinalDecisions } from "../decisions/decisions.queries.server.ts";
import { findResult, findResultById, type StoredResult } from "../decisions/review-record.queries.server.ts";
import { listRiskAcceptances } from "../decisions/risk-acceptances.queries.server.ts";
import { listFindingsOf } from "../findings/findings.queries.server.ts";
import { organisationDay } from "../people/organisation-day.queries.server.ts";
import { organisationFacts } from "../platform/organisation.queries.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Reader } from "../platform/store.server.ts";
import { frozenVersions } from "../questionnaires/questionnaire-versions.queries.server.ts";
import { engagementFacts } from "../vendors/engagement-facts.queries.server.ts";
import { getEngagement } from "../vendors/engagements.queries.server.ts";
import { getVendor } from "../vendors/vendors.queries.server.ts";
import { reportDecision } from "./report-decision.queries.server.ts";
import { reportInherentRisk } from "./report-inherent-risk.queries.server.ts";
import { clausesOf, findingsOf, pciOf, riskAcceptancesOf } from "./report-obligations.queries.server.ts";
import { peopleOfReport } from "./report-people.queries.server.ts";
import { type ReportRecord, reportRecord } from "./report-record.queries.server.ts";
import { reportReliance } from "./report-reliance.queries.server.ts";

export interface ReportAbout {
  decisionId: string;
  /** Id of the report, under which it is stored. */
  reportId: string;
  producedAt: Date;
}

/** Throws not_found. Pure reading: it may be called as often as one likes. */
export async function buildReportFacts(portal: Portal, from: Reader, organisationId: string, about: ReportAbout): Promise<ReportFacts> {
  const { reportId, producedAt } = about;
  const decision = await getDecision(from, organisationId, about.decisionId);
  const { assessmentId } = decision;
  const assessment = await getAssessment(from, organisationId, assessmentId);
  const engagement = await getEngagement(from, organisationId, decision.engagementId);
  const vendor = await getVendor(from, organisationId, decision.vendorId);
  const { today, timeZone } = await organisationDay(from, organisationId, producedAt);
  const { name } = await organisationFacts(from, organisationId);
  const stored = await storedResult(from, organisationId, decision.resultId);
  const vendorResult = await findResult(from, organisationId, assessmentId, ["vendor"]);
  const record = await reportRecord(portal, from, organisationId, assessmentId, stored);
  const acceptances = await listRiskAcceptances(from, organisationId, assessmentId);
  const findings = await listFindingsOf(from, organisationId, assessmentId);
  const [submission] = await listSubmissions(from, organisationId, assessmentId);
  const versions = await frozenVersions(from, organisationId, assessmentId);
  const standing = await engagementFacts(from, organisationId, engagement, today);
  const people = await peopleOfReport(from, organisationId, [
    decision.signedById,
    decision.countersignedById ?? "",
    engagement.ownerId ?? "",
    ...acceptances.flatMap(({ ownedById, countersignedById }) => [ownedById, countersignedById ?? ""]),
    ...findings.map(({ ownerId }) => ownerId ?? ""),
  ]);
  const facts = engagement.facts as unknown as Facts;
  const { result } = stored;
  const score = reportScore(result);
  const required = record.sections.flatMap(({ questions }) => questions).filter(({ isRequired }) => isRequired);
  const accepted = new Map(
    acceptances.flatMap(({ id, subject, status }) => (status === "in_force" ? [[subject.slice(subject.indexOf(":") + 1), id]] : [])),
  );
  const { set, keys } = record.form;

  return {
    format: "vouchsafe-report/1",
    document: {
      id: reportId,
      producedAt: producedAt.toISOString(),
      classification: "Confidential",
      audience: "",
      timeZone,
      language: "en",
    },
    organisation: { id: organisationId, name },
    vendor: {
      id: vendor.id,
      name: vendor.name,
      category: categoryTexts[vendor.category],
      website: vendor.website,
      country: null,
      registrationId: vendor.registrationId,
    },
    engagement: {
      id: engagement.id,
      service: engagement.service,
      goesLiveOn: engagement.wentLiveOn,
      engagedBeforeAssessment:
        decision.engagedBeforeAssessment && engagement.wentLiveOn
          ? { since: engagement.wentLiveOn, note: "The service was in use before this decision (PCI DSS 4.0.1 12.8.3)." }
          : null,
      isInCardScope: isInCardScope(facts),
    },
    assessment: {
      id: assessment.id,
      number: assessmentNumber(assessment),
      method: scoringMethod,
      asOf: stored.row.asOn,
      sentAt: assessment.sentAt?.toISOString() ?? null,
      submittedAt: assessment.submittedAt?.toISOString() ?? null,
      reviewClosedAt: assessment.reviewClosedAt?.toISOString() ?? null,
      questionnaires: versions.map(({ questionnaireId, version, sha256, title }, index) => ({
        id: questionnaireId,
        version,
        sha256,
        title,
        uncappedBps: "questionnaires" in result ? (result.questionnaires[index]?.uncappedBps ?? null) : result.uncappedBps,
      })),
    },
    howAnswered: howAnswered(record.sections, {
      vendor: vendor.name,
      method: assessment.method,
      attestation: submission ? { name: submission.name, role: submission.role, at: submission.at.toISOString() } : null,
    }),
    reviewers: record.reviewers,
    decision: await reportDecision(from, organisationId, decision, { standing, people, today, tier: engagement.tier, timeZone }),
    inherentRisk: await reportInherentRisk(portal, from, organisationId, engagement, vendor.category),
    score: {
      reviewed: score,
      vendor: {
        uncappedBps: vendorResult?.result.uncappedBps ?? null,
        scoreBps: vendorResult?.result.scoreBps ?? null,
        grade: vendorResult?.result.grade ?? null,
      },
      required: required.length,
      answered: required.filter(({ answer }) => answer.kind !== "unanswered").length,
    },
    sections: record.sections,
    knockOuts: reportKnockOuts(
      knockOutsOf(set).map(({ key, capBps }) => ({ id: key, capBps: capBps ?? 0 })),
      score,
      (questionId) => accepted.get(keys[set.byKey.get(questionId) ?? -1] ?? "") ?? null,
    ),
    evidence: record.evidence,
    findings: findingsOf(findings, record, people),
    riskAcceptances: riskAcceptancesOf(acceptances, record, people),
    clauses: clausesOf(facts, engagement.clauses),
    reliance: await reportReliance(from, organisationId, { vendorId: vendor.id, engagementId: engagement.id, today, timeZone }),
    pci: pciOf(facts, engagement.pci, record, score, today),
    changes: await changesSince(portal, from, organisationId, decision, record, result),
    crosswalk: controlCrosswalk(record.sections, score),
    auditLog: await auditHead(from, organisationId),
    verification: {
      verifyUrl: `${portal.config.publicUrl}/verify`,
      certificateSubject: portal.signer.subject,
      certificateFingerprint: portal.signer.fingerprint,
    },
  };
}

/** The number people use: year of sending and place in the engagement's history, such as "A-2026-2". */
export function assessmentNumber({ number, sentAt, createdAt }: { number: number; sentAt: Date | null; createdAt: Date }): string {
  return `A-${(sentAt ?? createdAt).getUTCFullYear()}-${number}`;
}

async function storedResult(from: Reader, organisationId: string, resultId: string): Promise<StoredResult> {
  const stored = await findResultById(from, organisationId, resultId);
  if (!stored) throw new Error(`The result ${resultId} of a decision is gone.`);
  return stored;
}

/** Against the final decision before this one, of the same engagement; null for the first. */
async function changesSince(
  portal: Portal,
  from: Reader,
  organisationId: string,
  decision: { id: string; engagementId: string; signedAt: Date },
  { sections }: ReportRecord,
  result: StoredResult["result"],
): Promise<ReportChanges | null> {
  const earlier = await listFinalDecisions(from, organisationId, decision.engagementId);
  const previous = earlier.find(({ id, signedAt }) => id !== decision.id && signedAt < decision.signedAt);
  if (!previous) return null;
  const before = await storedResult(from, organisationId, previous.resultId);
  const assessment = await getAssessment(from, organisationId, previous.assessmentId);
  const old = await reportRecord(portal, from, organisationId, previous.assessmentId, before);
  return {
    previous: {
      number: assessmentNumber(assessment),
      decidedOn: (previous.countersignedAt ?? previous.signedAt).toISOString().slice(0, 10),
      scoreBps: before.result.scoreBps,
      grade: before.result.grade,
      residualBand: previous.residual,
    },
    items: changesBetween(
      { sections: old.sections, score: { reviewed: reportScore(before.result) } },
      { sections, score: { reviewed: reportScore(result) } },
    ),
  };
}

async function auditHead(from: Reader, organisationId: string): Promise<ReportFacts["auditLog"]> {
  const { auditHeads: t } = from.t;
  const [head] = await from.db.select({ seq: t.seq, hash: t.hash }).from(t).where(eq(t.organisationId, organisationId)).limit(1);
  return { position: head?.seq ?? 0, headHash: head?.hash ?? "" };
}
