// Who has no right learns nothing else: neither what was wrong with the form, nor in which state the thing is, nor who was faster.
import { expect, it } from "vitest";
import type { Role } from "#app/domain/access/roles.ts";
import { reopenReview } from "#app/server/assessments/review/reopen-review.server.ts";
import { decisionFactsOf } from "#app/server/decisions/decision-facts.queries.server.ts";
import { proposeRiskAcceptance } from "#app/server/decisions/propose-risk-acceptance.server.ts";
import { listEvidenceOf } from "#app/server/evidence/evidence.queries.server.ts";
import { rejectEvidence } from "#app/server/evidence/reject-evidence.server.ts";
import { aReviewed } from "#tests/support/deciding.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aWorld } from "#tests/support/world.ts";

onEveryEngine("the right", (engine) => {
  it("is asked for before anything else is said", async () => {
    const world = await aWorld({ engine });
    const { store, organisationId, portal, clock } = world;
    const reviewed = await aReviewed(world, { rejected: ["payment-provider#payout_change"] });
    const { assessmentId, vendorId, owner, approver } = reviewed;
    const without = async (...roles: Role[]) => Promise.all(roles.map((role) => world.asPerson([role])));
    const propose = (by: typeof owner, subject: string) =>
      proposeRiskAcceptance(by, assessmentId, { subject, reason: "Repair is dated.", expiresOn: "2026-12-20" });

    const { prerequisites } = await decisionFactsOf(portal, store.read, organisationId, assessmentId, clock.now());
    const { subject, level } = prerequisites.acceptances[0]!;
    const isHigh = level === "high" || level === "critical";
    await propose(isHigh ? approver : owner, subject);
    // Another business owner is not this engagement's.
    for (const by of await without("procurement", "auditor", "administrator", "compliance_officer", "business_owner")) {
      for (const asked of ["no such point", subject]) await expect(propose(by, asked)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(propose(isHigh ? owner : approver, subject)).rejects.toMatchObject({ code: "forbidden" });
    await expect(propose(isHigh ? approver : owner, subject)).rejects.toMatchObject({ code: "conflict" });
    for (const by of [owner, approver]) await expect(propose(by, "no such point")).rejects.toMatchObject({ code: "invalid" });

    const [document] = await listEvidenceOf(store.read, organisationId, vendorId);
    for (const by of await without("procurement", "approver")) {
      await expect(reopenReview(by, assessmentId, " ")).rejects.toMatchObject({ code: "forbidden" });
      await expect(rejectEvidence(by, document?.id ?? "", " ")).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(reopenReview(reviewed.officer, assessmentId, " ")).rejects.toMatchObject({ data: { fields: { reason: "Say why." } } });
  });
});
