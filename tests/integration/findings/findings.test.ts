// What happens to a finding until it is closed: every step noted, every refusal without a trace, and a fix confirmed by somebody else.
import { expect, it } from "vitest";
import { listEvidenceOf } from "#app/server/evidence/evidence.queries.server.ts";
import { closeFinding } from "#app/server/findings/close-finding.server.ts";
import { getFinding, listFindingNotes } from "#app/server/findings/findings.queries.server.ts";
import { raiseFinding } from "#app/server/findings/raise-finding.server.ts";
import { recordProgress } from "#app/server/findings/record-progress.server.ts";
import { aReviewed, type Reviewed } from "#tests/support/deciding.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aSentTo, attach } from "#tests/support/reviewing.ts";
import { aWorld, type World } from "#tests/support/world.ts";

const questionKey = "payment-provider#payout_change";

interface Raised extends Reviewed {
  findingId: string;
  /** A document of the vendor, and one of another vendor. */
  evidenceId: string;
  otherEvidenceId: string;
}

async function aRaised(world: World): Promise<Raised> {
  const other = await aSentTo(world, "payment", "payment-provider");
  const otherEvidenceId = await attach(other, "payment-provider#pci_validation", "pci-aoc-sp");
  const reviewed = await aReviewed(world, { rejected: [questionKey] });
  const { officer, assessmentId } = reviewed;
  const title = "Payout accounts can be changed by one person";
  const findingId = await raiseFinding(officer, { assessmentId, questionKey, severity: "high", title });
  const [document] = await listEvidenceOf(world.store.read, world.organisationId, reviewed.vendorId);
  return { ...reviewed, findingId, evidenceId: document?.id ?? "", otherEvidenceId };
}

/** The finding, its notes and what the log holds of it. */
async function stateOf({ store, organisationId }: World, { findingId }: Raised) {
  const { auditEntries } = store.read.t;
  const events = (await store.read.db.select().from(auditEntries)).filter(({ objectId }) => objectId === findingId);
  return {
    finding: await getFinding(store.read, organisationId, findingId),
    notes: (await listFindingNotes(store.read, organisationId, [findingId])).map(({ text, byId, evidenceId }) => ({
      text,
      byId,
      evidenceId,
    })),
    events: events.sort((a, b) => a.seq - b.seq).map(({ type }) => type),
  };
}

onEveryEngine("a finding", (engine) => {
  it("keeps its plan, day and owner, and a note of every step with who took it", async () => {
    const world = await aWorld({ engine });
    const raised = await aRaised(world);
    const { findingId, evidenceId, officer, owner, second } = raised;
    const plan = { step: "plan", plan: "Two people per change", dueOn: "2026-12-31", ownerId: second.actor.personId } as const;
    await recordProgress(owner, findingId, { ...plan, text: "Agreed by phone." });
    await recordProgress(officer, findingId, { text: "They began." });
    await recordProgress(officer, findingId, { step: "report_fix", text: "They say it is done.", evidenceId });
    await recordProgress(second, findingId, { step: "reopen", text: "The export shows one person." });
    const { finding, notes, events } = await stateOf(world, raised);
    expect(finding).toMatchObject({ status: "open", plan: plan.plan, dueOn: plan.dueOn, ownerId: plan.ownerId });
    expect(notes).toEqual([
      { text: "Agreed by phone.", byId: owner.actor.personId, evidenceId: null },
      { text: "They began.", byId: officer.actor.personId, evidenceId: null },
      { text: "They say it is done.", byId: officer.actor.personId, evidenceId },
      { text: "The export shows one person.", byId: second.actor.personId, evidenceId: null },
    ]);
    expect(events).toEqual(["finding.opened", "finding.progressed", "finding.progressed", "finding.progressed", "finding.reopened"]);
  });

  it("takes no step that is empty, wrongly filled in, impossible now, or not this person's", async () => {
    const world = await aWorld({ engine });
    const raised = await aRaised(world);
    const { findingId, otherEvidenceId, officer, approver, buyer } = raised;
    const before = await stateOf(world, raised);
    const step = (input: Parameters<typeof recordProgress>[2], by = officer) => recordProgress(by, findingId, input);
    await expect(step({ step: "plan", plan: " ", text: "", dueOn: "soon" })).rejects.toMatchObject({
      code: "invalid",
      data: { fields: { text: "Say what happened.", plan: "Say what will be done.", dueOn: expect.any(String) } },
    });
    await expect(step({ text: "x", ownerId: "per_nobody" })).rejects.toMatchObject({ data: { fields: { ownerId: expect.any(String) } } });
    await expect(step({ text: "x", evidenceId: otherEvidenceId })).rejects.toMatchObject({ code: "not_found" });
    await expect(step({ step: "reopen", text: "x" })).rejects.toMatchObject({ code: "illegal_transition", data: { state: "open" } });
    // The right comes first: who has none does not learn what was wrong with the form.
    for (const by of [approver, buyer]) await expect(step({ text: "" }, by)).rejects.toMatchObject({ code: "forbidden" });
    const elsewhere = { ...officer, actor: { ...officer.actor, organisationId: await world.anotherOrganisation() } };
    await expect(step({ text: "x" }, elsewhere)).rejects.toMatchObject({ code: "not_found" });
    expect(await stateOf(world, raised)).toEqual(before);
  });

  it("is closed as fixed with a document, by an officer who neither owns it nor worked on it", async () => {
    const world = await aWorld({ engine });
    const raised = await aRaised(world);
    const { findingId, evidenceId, otherEvidenceId, officer, second, approver, owner } = raised;
    await recordProgress(officer, findingId, { step: "report_fix", text: "They say it is done.", evidenceId });
    const before = await stateOf(world, raised);
    const close = (by: typeof officer, input: Partial<Parameters<typeof closeFinding>[2]> = {}) =>
      closeFinding(by, findingId, { because: "fixed", evidenceId, text: "Seen in the export.", ...input });
    await expect(close(officer)).rejects.toMatchObject({ code: "forbidden", data: { refusal: "did_the_work" } });
    await expect(close(second, { evidenceId: undefined })).rejects.toMatchObject({ data: { fields: { evidenceId: expect.any(String) } } });
    await expect(close(second, { evidenceId: otherEvidenceId })).rejects.toMatchObject({ code: "not_found" });
    await expect(close(second, { text: " " })).rejects.toMatchObject({ data: { fields: { text: expect.any(String) } } });
    for (const by of [approver, owner]) await expect(close(by)).rejects.toMatchObject({ code: "forbidden" });
    expect(await stateOf(world, raised)).toEqual(before);

    await close(second);
    const after = await stateOf(world, raised);
    expect(after.finding).toMatchObject({
      status: "closed",
      closedById: second.actor.personId,
      closedBecause: "fixed",
      closedAt: world.clock.now(),
    });
    expect(after.events.at(-1)).toBe("finding.closed");
    await expect(close(second)).rejects.toMatchObject({ code: "illegal_transition", data: { state: "closed" } });
    await expect(recordProgress(officer, findingId, { text: "One more thing." })).rejects.toMatchObject({
      code: "illegal_transition",
      data: { state: "closed" },
    });
    await recordProgress(officer, findingId, { step: "reopen", text: "It came back." });
    expect((await stateOf(world, raised)).finding).toMatchObject({ status: "open", closedAt: null, closedById: null, closedBecause: null });
  });

  it("is not confirmed by the officer who owns it", async () => {
    const world = await aWorld({ engine });
    const raised = await aRaised(world);
    const { findingId, evidenceId, officer, second } = raised;
    await recordProgress(officer, findingId, { text: "Yours now.", ownerId: second.actor.personId });
    const closing = { because: "fixed", evidenceId, text: "Done." } as const;
    await expect(closeFinding(second, findingId, closing)).rejects.toMatchObject({ data: { refusal: "did_the_work" } });
    const third = await world.asPerson(["compliance_officer"], "Jun Applegarth");
    await closeFinding(third, findingId, closing);
  });
});
