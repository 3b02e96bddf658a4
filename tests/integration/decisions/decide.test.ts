// Deciding: what must be done first refuses the signature, acceptances let it pass without moving a number, and two people sign for
// tiers 1 and 2. A final decision carries its result into the engagement and leaves two signed documents in the vault, once.
import { buffer } from "node:stream/consumers";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { parseReportFacts } from "#app/domain/report/report-facts.schema.ts";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { countersignDecision } from "#app/server/decisions/countersign-decision.server.ts";
import { decisionFactsOf } from "#app/server/decisions/decision-facts.queries.server.ts";
import { getDecision } from "#app/server/decisions/decisions.repo.server.ts";
import { signDecision } from "#app/server/decisions/sign-decision.server.ts";
import { getEvidence } from "#app/server/evidence/evidence.repo.server.ts";
import { produceReport } from "#app/server/reports/produce-report.server.ts";
import { verifyDocument } from "#app/server/reports/verify-document.server.ts";
import { getEngagement } from "#app/server/vendors/engagements.repo.server.ts";
import { builtPdfWorker } from "#tests/support/built-pdf-worker.ts";
import { acceptEverything, aReviewed, mixed } from "#tests/support/deciding.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { embeddedJson } from "#tests/support/pdf-streams.ts";
import { aWorld } from "#tests/support/world.ts";

const approve = { outcome: "approved", rationale: "Everything is in place.", conditions: [] } as const;

onEveryEngine("a decision", (engine) => {
  it("of tier 1 waits for a second signature, then changes the engagement and stores two signed documents once", async () => {
    await builtPdfWorker();
    const world = await aWorld({ engine });
    const { organisationId, portal, store } = world;
    const reviewed = await aReviewed(world);
    const { assessmentId, engagementId, officer, approver } = reviewed;
    await acceptEverything(world, reviewed);
    const signed = await signDecision(officer, assessmentId, approve);
    expect(signed.status).toBe("awaiting_second");
    expect((await getAssessment(store.read, organisationId, assessmentId)).status).toBe("reviewed");
    await countersignDecision(approver, signed.decisionId);
    const engagement = await getEngagement(store.read, organisationId, engagementId);
    expect(engagement).toMatchObject({ status: "active", decisionId: signed.decisionId });
    expect((await getAssessment(store.read, organisationId, assessmentId)).status).toBe("decided");

    const ctx = world.asSystem("report.produce");
    await produceReport(ctx, { decisionId: signed.decisionId });
    await produceReport(ctx, { decisionId: signed.decisionId });
    const decision = await getDecision(store.read, organisationId, signed.decisionId);
    const { auditEntries, evidence } = store.read.t;
    const kept = await store.read.db.select().from(evidence).where(eq(evidence.organisationId, organisationId));
    const reports = kept.filter(({ kind }) => kind === "report" || kind === "decision-page");
    expect(reports.map(({ id }) => id).sort()).toEqual([decision.reportEvidenceId, decision.decisionPageEvidenceId].sort());
    const report = await getEvidence(store.read, organisationId, decision.reportEvidenceId ?? "");
    const bytes = await buffer(await portal.vault.open(report));
    expect(verifyDocument(bytes, { ourCertificates: [portal.signer.certificatePem] })).toMatchObject({
      ours: true,
      unaltered: true,
      sha256: report.sha256,
    });
    const [entry] = await store.read.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.organisationId, organisationId), eq(auditEntries.objectId, report.id)));
    expect(entry?.entry).toContain(report.sha256);
    const facts = parseReportFacts(JSON.parse(embeddedJson(bytes)));
    expect(facts.score.reviewed.scoreBps).toBe(engagement.scoreBps);
    expect(facts.document.id).toBe(report.id);
    expect(facts.decision.approvers.map(({ name }) => name)).toEqual(["Odile Marchbanks", "Hedda Larch"]);
  });
});
