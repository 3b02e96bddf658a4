// Deciding: what must be done first refuses the signature, acceptances let it pass without moving a number, and two people sign for
// tiers 1 and 2. A final decision carries its result into the engagement and leaves two signed documents in the vault, once.
import { buffer } from "node:stream/consumers";
import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { parseReportFacts } from "#app/domain/report/report-facts.schema.ts";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { updateAssessment } from "#app/server/assessments/assessments.repo.server.ts";
import { countersignDecision } from "#app/server/decisions/countersign-decision.server.ts";
import { countersignRiskAcceptance } from "#app/server/decisions/countersign-risk-acceptance.server.ts";
import { viewDecision } from "#app/server/decisions/decide.queries.server.ts";
import { decisionFactsOf } from "#app/server/decisions/decision-facts.queries.server.ts";
import { getDecision, listConditions } from "#app/server/decisions/decisions.queries.server.ts";
import { meetCondition } from "#app/server/decisions/meet-condition.server.ts";
import { proposeRiskAcceptance } from "#app/server/decisions/propose-risk-acceptance.server.ts";
import { getRiskAcceptance } from "#app/server/decisions/risk-acceptances.queries.server.ts";
import { type DecisionInput, signDecision } from "#app/server/decisions/sign-decision.server.ts";
import { withdrawDecision } from "#app/server/decisions/withdraw-decision.server.ts";
import { withdrawRiskAcceptance } from "#app/server/decisions/withdraw-risk-acceptance.server.ts";
import { getEvidence } from "#app/server/evidence/evidence.queries.server.ts";
import { produceReport } from "#app/server/reports/produce-report.server.ts";
import { verifyDocument } from "#app/server/reports/verify-document.server.ts";
import { getEngagement } from "#app/server/vendors/engagements.queries.server.ts";
import { updateEngagement } from "#app/server/vendors/engagements.repo.server.ts";
import { builtPdfWorker } from "#tests/support/built-pdf-worker.ts";
import { acceptEverything, aReviewed, mixed } from "#tests/support/deciding.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { embeddedJson } from "#tests/support/pdf-streams.ts";
import { aWorld } from "#tests/support/world.ts";

const approve: DecisionInput = { outcome: "approved", rationale: "Everything is in place.", conditions: [] };
const knockOut = "payment-provider#pci_validation";

onEveryEngine("a decision", (engine) => {
  it("of tier 1 waits for a second signature, then changes the engagement and stores two signed documents once", async () => {
    await builtPdfWorker();
    const world = await aWorld({ engine });
    const { organisationId, portal, store } = world;
    const reviewed = await aReviewed(world, { wentLiveOn: "2026-02-01" });
    const { assessmentId, engagementId, officer, approver } = reviewed;
    await acceptEverything(world, reviewed);
    const signed = await signDecision(officer, assessmentId, approve);
    expect(signed.status).toBe("awaiting_second");
    expect((await getAssessment(store.read, organisationId, assessmentId)).status).toBe("reviewed");
    expect((await getEngagement(store.read, organisationId, engagementId)).scoreBps).toBeNull();
    await countersignDecision(approver, signed.decisionId);
    const engagement = await getEngagement(store.read, organisationId, engagementId);
    expect(engagement).toMatchObject({ status: "active", decisionId: signed.decisionId });
    expect(engagement.nextReviewOn).toBe("2027-11-23");
    expect((await getAssessment(store.read, organisationId, assessmentId)).status).toBe("decided");

    const ctx = world.asSystem("report.produce");
    await produceReport(ctx, { decisionId: signed.decisionId });
    await produceReport(ctx, { decisionId: signed.decisionId });
    const decision = await getDecision(store.read, organisationId, signed.decisionId);
    expect(decision.engagedBeforeAssessment).toBe(true);
    const { auditEntries, evidence } = store.read.t;
    const kept = await store.read.db.select().from(evidence).where(eq(evidence.organisationId, organisationId));
    const reports = kept.filter(({ kind }) => kind === "report" || kind === "decision-page");
    expect(reports.map(({ id }) => id).sort()).toEqual([decision.reportEvidenceId, decision.decisionPageEvidenceId].sort());
    const report = await getEvidence(store.read, organisationId, decision.reportEvidenceId ?? "");
    const bytes = await buffer(await portal.vault.open(report));
    const ourCertificates = [portal.signer.certificatePem];
    expect(verifyDocument(bytes, { ourCertificates })).toMatchObject({ ours: true, unaltered: true, sha256: report.sha256 });
    const [entry] = await store.read.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.organisationId, organisationId), eq(auditEntries.objectId, report.id)));
    expect(entry?.entry).toContain(report.sha256);
    const facts = parseReportFacts(JSON.parse(embeddedJson(bytes)));
    expect(facts.score.reviewed.scoreBps).toBe(engagement.scoreBps);
    expect(facts.document.id).toBe(report.id);
    expect(facts.decision.approvers.map(({ name }) => name)).toEqual(["Odile Marchbanks", "Hedda Larch"]);
    expect(facts.engagement.engagedBeforeAssessment?.since).toBe("2026-02-01");
    expect(facts.pci).not.toBeNull();
    expect(facts.verification.verifyUrl).toBe(`${portal.config.publicUrl}/verify`);
  });

  it("is refused with the list of what is open while the review is open or the inherent risk is not confirmed", async () => {
    const world = await aWorld({ engine });
    const { organisationId, store } = world;
    const reviewed = await aReviewed(world);
    const { assessmentId, officer } = reviewed;
    await acceptEverything(world, reviewed);
    await store.tx(organisationId, async (tx) => {
      await updateAssessment(tx, organisationId, assessmentId, { status: "in_review" });
      await tx.db.update(tx.t.inherentRisks).set({ confirmedAt: null, agreedAt: null });
    });
    const refused = signDecision(officer, assessmentId, approve);
    await expect(refused).rejects.toMatchObject({
      code: "invalid",
      data: { prerequisites: { musts: [{ code: "review_open" }, { code: "irq_unconfirmed" }, { code: "irq_not_agreed" }] } },
    });
    await expect(signDecision(officer, assessmentId, { ...approve, outcome: "declined" })).rejects.toMatchObject({ code: "invalid" });
    const view = await viewDecision(officer, assessmentId);
    expect(view.musts.map(({ href }) => href)).toContain(`/assessments/${assessmentId}/review`);
    expect(view.answered).toEqual({ mode: "vendor", words: "By the vendor", note: null });
  });

  it("passes a failed knock-out only with an acceptance its owner signed and compliance countersigned, and no number moves", async () => {
    const world = await aWorld({ engine });
    const { organisationId, portal, store } = world;
    const { assessmentId, officer, second, approver, owner } = await aReviewed(world, { file: mixed, rejected: [knockOut] });
    const before = await decisionFactsOf(portal, store.read, organisationId, assessmentId, world.clock.now());
    const need = { subject: `knock_out:${knockOut}`, reason: "The certificate comes in January.", expiresOn: "2027-01-31" };
    expect(before.prerequisites.acceptances.map(({ subject }) => subject)).toEqual([need.subject, "residual"]);
    await expect(signDecision(officer, assessmentId, approve)).rejects.toMatchObject({ code: "invalid" });
    await expect(proposeRiskAcceptance(owner, assessmentId, need)).rejects.toMatchObject({ code: "forbidden" });
    await expect(proposeRiskAcceptance(approver, assessmentId, { ...need, expiresOn: "2027-06-01" })).rejects.toMatchObject({
      data: { fields: { expiresOn: expect.stringContaining("90 days") } },
    });
    const id = await proposeRiskAcceptance(approver, assessmentId, need);
    await expect(proposeRiskAcceptance(approver, assessmentId, need)).rejects.toMatchObject({ code: "conflict" });
    await expect(signDecision(officer, assessmentId, approve)).rejects.toMatchObject({ code: "invalid" });
    await expect(countersignRiskAcceptance(approver, id)).rejects.toMatchObject({ code: "forbidden" });
    await countersignRiskAcceptance(second, id);
    const residual = await proposeRiskAcceptance(approver, assessmentId, { ...need, subject: "residual" });
    await countersignRiskAcceptance(officer, residual);
    const after = await decisionFactsOf(portal, store.read, organisationId, assessmentId, world.clock.now());
    expect({ ...after.result, accepted: [] }).toEqual(before.result);
    expect(after.result.accepted).toEqual(["pci_validation"]);
    const finding = after.findings.find(({ questionKey }) => questionKey === knockOut);
    expect(finding === undefined || finding.status === "risk_accepted").toBe(true);
    const signed = await signDecision(officer, assessmentId, approve);
    await countersignDecision(approver, signed.decisionId);
    await expect(withdrawRiskAcceptance(officer, id, "no longer")).rejects.toMatchObject({ code: "illegal_transition" });
    expect((await getRiskAcceptance(store.read, organisationId, id)).status).toBe("in_force");
  });

  it("is not countersigned by who signed first, registered the vendor, or reviewed alone, and can be withdrawn until then", async () => {
    const world = await aWorld({ engine });
    const { organisationId, store } = world;
    const reviewed = await aReviewed(world, { alone: true });
    const { assessmentId, vendorId, officer, second, approver, owner } = reviewed;
    await acceptEverything(world, reviewed);
    const { decisionId } = await signDecision(second, assessmentId, approve);
    await expect(signDecision(officer, assessmentId, approve)).rejects.toMatchObject({ code: "conflict" });
    await expect(countersignDecision(second, decisionId)).rejects.toMatchObject({ code: "forbidden", detail: /first signature/ });
    await expect(countersignDecision(officer, decisionId)).rejects.toMatchObject({ code: "forbidden", detail: /alone/ });
    await expect(countersignDecision(owner, decisionId)).rejects.toMatchObject({ code: "forbidden" });
    const registrant = (personId: string | null) =>
      store.tx(organisationId, (tx) => tx.db.update(tx.t.vendors).set({ registeredById: personId }).where(eq(tx.t.vendors.id, vendorId)));
    await registrant(approver.actor.personId);
    await expect(countersignDecision(approver, decisionId)).rejects.toMatchObject({ code: "forbidden", detail: /registered/ });
    await registrant(null);
    await withdrawDecision(second, decisionId, "A number was wrong.");
    world.clock.advance({ minutes: 5 });
    await expect(countersignDecision(approver, decisionId)).rejects.toMatchObject({ code: "illegal_transition" });
    const again = await signDecision(second, assessmentId, approve);
    await countersignDecision(approver, again.decisionId);
  });

  it("needs one signature for tier 3 and for declining; declining needs no acceptance and suspends a service in use", async () => {
    const world = await aWorld({ engine });
    const { organisationId, store } = world;
    const mild = await aReviewed(world, { tier: 3 });
    await acceptEverything(world, mild);
    expect((await signDecision(mild.officer, mild.assessmentId, approve)).status).toBe("final");
    const bad = await aReviewed(world, { file: mixed, rejected: [knockOut] });
    await store.tx(organisationId, (tx) => updateEngagement(tx, organisationId, bad.engagementId, { status: "active_not_assessed" }));
    const declined = await signDecision(bad.officer, bad.assessmentId, { ...approve, outcome: "declined" });
    expect(declined.status).toBe("final");
    const engagement = await getEngagement(store.read, organisationId, bad.engagementId);
    expect(engagement).toMatchObject({ status: "suspended", decisionId: declined.decisionId, nextReviewOn: null });
  });

  it("keeps conditions, never sets the next review before tomorrow or too late, and raises the residual risk only with a reason", async () => {
    const world = await aWorld({ engine });
    const { organisationId, store } = world;
    const reviewed = await aReviewed(world, { tier: 3 });
    const { assessmentId, officer, owner } = reviewed;
    await acceptEverything(world, reviewed);
    const fieldsOf = (input: Partial<DecisionInput>) =>
      signDecision(officer, assessmentId, { ...approve, ...input }).then(
        () => [],
        (error) => Object.keys(error.data.fields ?? {}),
      );
    expect(await fieldsOf({ nextReviewOn: "2026-11-23" })).toEqual(["nextReviewOn"]);
    expect(await fieldsOf({ nextReviewOn: "2030-01-01" })).toEqual(["nextReviewOn"]);
    expect(await fieldsOf({ residual: "critical", residualReason: "new" })).toEqual(["residual"]);
    expect(await fieldsOf({ residual: "medium" })).toEqual(["residualReason"]);
    expect(await fieldsOf({ rationale: " " })).toEqual(["rationale"]);
    expect(await fieldsOf({ outcome: "approved_with_conditions" })).toEqual(["conditions"]);
    const conditions = [{ text: "Two-factor sign-in", when: "by_date", dueOn: "2026-12-31" } as const];
    const { decisionId, status } = await signDecision(officer, assessmentId, {
      ...approve,
      outcome: "approved_with_conditions",
      conditions,
      residual: "medium",
      residualReason: "A new subcontractor was named.",
    });
    expect(status).toBe("final");
    expect((await getDecision(store.read, organisationId, decisionId)).residual).toBe("medium");
    const [condition] = await listConditions(store.read, organisationId, decisionId);
    await expect(meetCondition(owner, condition!.id)).rejects.toMatchObject({ code: "forbidden" });
    await meetCondition(officer, condition!.id);
    expect((await viewDecision(officer, assessmentId)).decision?.conditions[0]?.state).toBe("met");
  });

  it("does not exist for another organisation", async () => {
    const world = await aWorld({ engine });
    const { assessmentId } = await aReviewed(world);
    const elsewhere = await world.anotherOrganisation();
    const stranger = await world.asPerson(["compliance_officer"]);
    const foreign = { ...stranger, now: world.clock.now(), actor: { ...stranger.actor, organisationId: elsewhere } };
    await expect(viewDecision(foreign, assessmentId)).rejects.toMatchObject({ code: "not_found" });
    await expect(signDecision(foreign, assessmentId, approve)).rejects.toMatchObject({ code: "not_found" });
  });
});
