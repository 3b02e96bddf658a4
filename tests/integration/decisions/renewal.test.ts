// A risk is carried by its owner until a day, and once more until another: then it is mended, or decided anew.
import { expect, it } from "vitest";
import { countersignRiskAcceptance } from "#app/server/decisions/countersign-risk-acceptance.server.ts";
import { proposeRiskAcceptance } from "#app/server/decisions/propose-risk-acceptance.server.ts";
import { listFindingsOf } from "#app/server/findings/findings.queries.server.ts";
import { raiseFinding } from "#app/server/findings/raise-finding.server.ts";
import { viewFinding } from "#app/server/findings/view-finding.queries.server.ts";
import { endAcceptance } from "#app/server/monitoring/end-acceptance.server.ts";
import { acceptEverything, aReviewed } from "#tests/support/deciding.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aWorld, type World } from "#tests/support/world.ts";

const questionKey = "payment-provider#payout_change";
const dayIn = (world: World, days: number) => new Date(world.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

onEveryEngine("renewing a risk acceptance", (engine) => {
  it("is the owner's to propose and compliance's to countersign, keeps the finding accepted, and happens once", async () => {
    const world = await aWorld({ engine });
    const reviewed = await aReviewed(world, { rejected: [questionKey] });
    const { assessmentId, approver, officer, owner, second } = reviewed;
    const title = "Payout accounts can be changed by one person";
    await raiseFinding(officer, { assessmentId, questionKey, severity: "high", title });
    await acceptEverything(world, reviewed);
    const findings = await listFindingsOf(world.store.read, world.organisationId, assessmentId);
    const accepted = findings.find(({ status }) => status === "risk_accepted")!;
    const page = () => viewFinding(officer, accepted.id);
    const { acceptance } = await viewFinding(approver, accepted.id);
    const { subject } = acceptance.renewable!;
    const { level } = acceptance.acceptances[0]!;
    const isHigh = level === "high" || level === "critical";
    const [riskOwner, other] = isHigh ? [approver, owner] : [owner, approver];
    const renew = (ctx: typeof riskOwner, expiresOn: string) =>
      proposeRiskAcceptance(ctx, assessmentId, { subject, reason: "The new terminal comes in spring.", expiresOn });

    world.clock.advance({ days: 20 });
    await expect(renew(other, dayIn(world, 60))).rejects.toMatchObject({ code: "forbidden" });
    await expect(renew(riskOwner, dayIn(world, 5))).rejects.toMatchObject({
      code: "invalid",
      data: { fields: { expiresOn: "A renewal must end after the acceptance it continues." } },
    });
    await expect(renew(riskOwner, dayIn(world, 366))).rejects.toMatchObject({
      code: "invalid",
      data: { fields: { expiresOn: expect.stringContaining("at most") } },
    });
    const renewalId = await renew(riskOwner, dayIn(world, 60));
    await expect(renew(riskOwner, dayIn(world, 60))).rejects.toMatchObject({ code: "conflict" });
    await expect(countersignRiskAcceptance(riskOwner, renewalId)).rejects.toMatchObject({ code: "forbidden" });
    expect((await page()).acceptance.waiting).toMatchObject({ id: renewalId, mayCountersign: true });
    await countersignRiskAcceptance(second, renewalId);

    // The first one's day comes: the renewal holds the finding.
    const first = acceptance.acceptances[0]!;
    const end = (id: string, expiresOn: string) =>
      endAcceptance(world.asSystem("monitoring"), {
        do: "end_acceptance",
        key: `end:${id}`,
        engagementId: reviewed.engagementId,
        acceptanceId: id,
        expiresOn,
      });
    world.clock.advance({ days: 15 });
    await end(first.id, first.expiresOn);
    expect((await page()).finding.status).toBe("risk_accepted");

    // No second renewal: not while it runs, not when it ended, not by calling it a new one.
    const refusal = { code: "conflict", detail: expect.stringContaining("renewed once already") };
    await expect(renew(riskOwner, dayIn(world, 80))).rejects.toMatchObject(refusal);
    world.clock.advance({ days: 60 });
    await end(renewalId, dayIn(world, -15));
    expect((await page()).finding.status).toBe("open");
    await expect(renew(riskOwner, dayIn(world, 30))).rejects.toMatchObject(refusal);
    expect((await page()).acceptance.renewable?.refusal).toMatch(/renewed once already/);
    expect((await page()).acceptance.acceptances.map(({ isRenewal }) => isRenewal)).toEqual([false, true]);
  });
});
