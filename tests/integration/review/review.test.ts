// A compliance officer reviews by exception: determinations beside the answers, clarifications, findings, one reviewed score.
import { expect, it } from "vitest";
import type { RawAnswer } from "#app/domain/assessment/answer-input.ts";
import { listAnswers } from "#app/server/assessments/answers.queries.server.ts";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { answerClarifications } from "#app/server/assessments/portal/answer-clarifications.server.ts";
import { approveSection } from "#app/server/assessments/review/approve-section.server.ts";
import { closeReview, type OpenReviewItem } from "#app/server/assessments/review/close-review.server.ts";
import { findResult, listDeterminations } from "#app/server/assessments/review/determinations.repo.server.ts";
import { recordDetermination } from "#app/server/assessments/review/record-determination.server.ts";
import { reopenReview } from "#app/server/assessments/review/reopen-review.server.ts";
import { readReviewing } from "#app/server/assessments/review/reviewing.queries.server.ts";
import { sendClarifications } from "#app/server/assessments/review/send-clarifications.server.ts";
import { verifyAuditLog } from "#app/server/audit/verify-audit-log.server.ts";
import { openEvidence } from "#app/server/evidence/open-evidence.server.ts";
import { listFindingsOf } from "#app/server/findings/findings.queries.server.ts";
import type { PersonContext } from "#app/server/platform/request-context.server.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { answerAll, answersOf, aSentTo, aSubmitted, attach, type Sent, submitted } from "#tests/support/reviewing.ts";
import { aWorld, type World } from "#tests/support/world.ts";

const now = "2026-11-22T09:00:00Z";
const key = (id: string) => `payment-provider#${id}`;
const reading = (world: World, { assessmentId }: Sent) =>
  readReviewing(world.portal, world.store.read, world.organisationId, assessmentId, world.clock.now().toISOString().slice(0, 10));

const raw = (values: string[], more: Partial<RawAnswer> = {}): RawAnswer => ({
  values,
  rows: [],
  stands: "",
  comment: "",
  reason: "",
  instead: "",
  document: "",
  page: "",
  on: "",
  ...more,
});

/** Opens each unread document and determines everything that is left: as the vendor said, or rejected where it failed to answer. */
async function finish(world: World, officer: PersonContext, sent: Sent): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    const { items, review } = await reading(world, sent);
    for (const item of items) {
      for (const { id, verdict } of review.evidence.get(item.questionKey) ?? []) {
        if (verdict === "none" && item.hasUnreadEvidence) (await openEvidence(officer, id)).source.resume();
      }
      if (item.isDetermined) continue;
      const isNothing = item.answer === "none";
      await recordDetermination(
        officer,
        sent.assessmentId,
        item.questionKey,
        isNothing ? { verdict: "rejected", reason: "Not answered" } : { verdict: "accepted", reason: "Read and plausible" },
      );
    }
  }
}

async function findingStates(world: World, { assessmentId }: Sent) {
  const findings = await listFindingsOf(world.store.read, world.organisationId, assessmentId);
  return Object.fromEntries(
    findings.map(({ questionKey, status, closedBecause }) => [questionKey!.split("#")[1], closedBecause ?? status]),
  );
}

onEveryEngine("the review", (engine) => {
  it("puts determinations beside the vendor's answers, changes only the reviewed score, and lets findings follow", async () => {
    const world = await aWorld({ engine, now });
    const sent = await aSubmitted(world);
    const officer = await world.asPerson(["compliance_officer"], "Nadia Officer");
    const before = await listAnswers(world.store.read, world.organisationId, sent.assessmentId);
    await recordDetermination(officer, sent.assessmentId, key("page_alert_hours"), {
      verdict: "adjusted",
      value: 12,
      reason: "The contract on page 4 says twelve",
      note: "ours",
    });
    await recordDetermination(officer, sent.assessmentId, key("payout_change"), {
      verdict: "rejected",
      reason: "The procedure describes one person",
    });
    expect((await getAssessment(world.store.read, world.organisationId, sent.assessmentId)).status).toBe("in_review");
    await finish(world, officer, sent);
    const resultId = await closeReview(officer, sent.assessmentId);
    expect(await listAnswers(world.store.read, world.organisationId, sent.assessmentId)).toEqual(before);
    const vendor = await findResult(world.store.read, world.organisationId, sent.assessmentId, "vendor");
    const reviewed = await findResult(world.store.read, world.organisationId, sent.assessmentId, "reviewed");
    expect(reviewed!.id).toBe(resultId);
    const valueIn = (json: string, id: string) =>
      JSON.parse(json).questions.find((question: { id: string }) => question.id === id).valueBps;
    expect(valueIn(vendor!.json, "page_alert_hours")).toBeLessThan(valueIn(reviewed!.json, "page_alert_hours"));
    expect(valueIn(reviewed!.json, "payout_change")).toBe(0);
    const states = await findingStates(world, sent);
    expect(states).toMatchObject({ page_alert_hours: "not_failing", payout_change: "open" });
    expect((await getAssessment(world.store.read, world.organisationId, sent.assessmentId)).status).toBe("reviewed");
    await expect(recordDetermination(officer, sent.assessmentId, key("page_alert_hours"), { verdict: "accepted" })).rejects.toMatchObject({
      code: "illegal_transition",
      data: { state: "reviewed" },
    });
    await reopenReview(officer, sent.assessmentId, "A document came in");
    await closeReview(officer, sent.assessmentId);
    expect((await verifyAuditLog(officer)).firstBad).toBeUndefined();
  });

  it("approves a section only as far as nothing in it needs a person, and says how many remain", async () => {
    const world = await aWorld({ engine, now });
    const sent = await aSubmitted(world);
    const officer = await world.asPerson(["compliance_officer"]);
    const { review, items } = await reading(world, sent);
    for (const section of review.form.sections) {
      const { approved, remaining } = await approveSection(officer, sent.assessmentId, section.key);
      expect(approved + remaining).toBe(items.filter(({ question }) => review.form.sections[question.section] === section).length);
    }
    const rows = await listDeterminations(world.store.read, world.organisationId, sent.assessmentId);
    const byKey = new Map(items.map((item) => [item.questionKey, item]));
    expect(rows).not.toEqual([]);
    for (const { questionKey, verdict } of rows) {
      const item = byKey.get(questionKey)!;
      expect(verdict).toBe("accepted");
      expect([item.isKnockOut, item.isGate, item.hasUnreadEvidence, item.answer]).toEqual([false, false, false, "given"]);
    }
    await expect(closeReview(officer, sent.assessmentId)).rejects.toMatchObject({ code: "conflict" });
  });

  it("sends a short list back; the vendor's new revision stands beside the old one and needs a new look", async () => {
    const world = await aWorld({ engine, now });
    const sent = await aSubmitted(world);
    const officer = await world.asPerson(["compliance_officer"]);
    await recordDetermination(officer, sent.assessmentId, key("page_alert_hours"), {
      verdict: "clarify",
      reason: "From the alert, or from the change?",
    });
    await expect(sendClarifications(officer, sent.assessmentId, { dueOn: "2026-11-22" })).rejects.toMatchObject({ code: "invalid" });
    expect(await sendClarifications(officer, sent.assessmentId, { dueOn: "2026-11-30" })).toContain("/v/");
    expect((await getAssessment(world.store.read, world.organisationId, sent.assessmentId)).status).toBe("clarification");
    world.clock.advance({ hours: 5 });
    const answers = [{ questionKey: key("page_alert_hours"), raw: raw(["13"], { instead: "later", on: "2026-12-15" }) }];
    await answerClarifications(sent.vendor, { name: "Florian Teasel", role: "CISO", answers });
    const { items, review } = await reading(world, sent);
    expect(review.assessment.status).toBe("in_review");
    expect(review.answers.get(key("page_alert_hours"))).toMatchObject({ revision: 2, value: 13, origin: "clarification" });
    expect(items.find(({ questionKey }) => questionKey === key("page_alert_hours"))?.isDetermined).toBe(false);
    await finish(world, officer, sent);
    await closeReview(officer, sent.assessmentId);
    // A better answer whose document is promised for later: the finding stays.
    expect((await findingStates(world, sent)).page_alert_hours).toBe("open");
  });

  it("closes a finding when the better answer comes with a document, and not before", async () => {
    const world = await aWorld({ engine, now });
    const sent = await aSubmitted(world);
    const officer = await world.asPerson(["compliance_officer"]);
    expect((await findingStates(world, sent)).page_alert_hours).toBe("open");
    await recordDetermination(officer, sent.assessmentId, key("page_alert_hours"), { verdict: "clarify", reason: "Show it, please." });
    await sendClarifications(officer, sent.assessmentId, { dueOn: "2026-11-30" });
    world.clock.advance({ hours: 5 });
    await attach(sent, key("page_alert_hours"), "procedure");
    await answerClarifications(sent.vendor, {
      name: "Florian Teasel",
      role: "CISO",
      answers: [{ questionKey: key("page_alert_hours"), raw: raw(["13"]) }],
    });
    expect((await findingStates(world, sent)).page_alert_hours).toBe("open");
    await finish(world, officer, sent);
    await closeReview(officer, sent.assessmentId);
    expect((await findingStates(world, sent)).page_alert_hours).toBe("not_failing");
  });

  it("refuses determinations that are none", async () => {
    const world = await aWorld({ engine, now });
    const sent = await aSubmitted(world);
    const officer = await world.asPerson(["compliance_officer"]);
    const record = (id: string, input: Parameters<typeof recordDetermination>[3], ctx = officer) =>
      recordDetermination(ctx, sent.assessmentId, key(id), input);
    await expect(record("page_alert_hours", { verdict: "rejected" })).rejects.toMatchObject({
      code: "invalid",
      data: { fields: { reason: expect.any(String) } },
    });
    await expect(record("page_alert_hours", { verdict: "adjusted", value: "many", reason: "x" })).rejects.toMatchObject({
      data: { fields: { value: expect.any(String) } },
    });
    await expect(record("page_alert_hours", { verdict: "adjusted", reason: "x" })).rejects.toMatchObject({
      data: { fields: { value: expect.any(String) } },
    });
    await expect(record("nothing", { verdict: "accepted" })).rejects.toMatchObject({ code: "not_found" });
    const buyer = await world.asPerson(["procurement"]);
    await expect(record("page_alert_hours", { verdict: "accepted" }, buyer)).rejects.toMatchObject({ code: "forbidden" });
    const other = await world.anotherOrganisation();
    const stranger = world.as({ ...officer.actor, organisationId: other }) as PersonContext;
    await expect(record("page_alert_hours", { verdict: "accepted" }, stranger)).rejects.toMatchObject({ code: "not_found" });
  });

  it("has a not-applicable on a knock-out accepted by a second person only", async () => {
    const world = await aWorld({ engine, now });
    const input = await answersOf("app/cli/demo/answers/payment-provider-mixed.yaml");
    const sent = await aSentTo(world, "payment", "payment-provider", input.facts);
    const { review } = await reading(world, sent);
    const knockOut = review.form.set.questions.find(({ isBlocker, allowsNa, key: id }) => isBlocker && allowsNa && id in input.answers)!;
    await answerAll(world, sent, { ...input, answers: { ...input.answers, [knockOut.key]: { value: "na", reason: "We never do that" } } });
    await submitted(world, sent);
    const first = await world.asPerson(["compliance_officer"], "Nadia Officer");
    const second = await world.asPerson(["approver"], "Piet Approver");
    const accept = (ctx: PersonContext) =>
      recordDetermination(ctx, sent.assessmentId, key(knockOut.key), { verdict: "accepted", reason: "True" });
    await expect(accept(first)).rejects.toMatchObject({ code: "forbidden", data: { refusal: "reviewed_alone" } });
    await recordDetermination(first, sent.assessmentId, key("page_alert_hours"), { verdict: "accepted" });
    await accept(second);
    const item = (await reading(world, sent)).items.find(({ questionKey }) => questionKey === key(knockOut.key));
    expect(item).toMatchObject({ naAcceptedById: second.actor.personId, isFailedKnockOut: false });
  });

  it("returns what an adjusted gate opens to the vendor", async () => {
    const world = await aWorld({ engine, now });
    const input = await answersOf("app/cli/demo/answers/payment-provider-good.yaml");
    const sent = await aSentTo(world, "payment", "payment-provider", { ...input.facts, money: 2 });
    const { licence: _, ...others } = input.answers;
    await answerAll(world, sent, { ...input, answers: { ...others, holds_money: { value: false } } });
    await submitted(world, sent);
    const officer = await world.asPerson(["compliance_officer"]);
    const shown = new Set((await reading(world, sent)).items.map(({ questionKey }) => questionKey));
    await recordDetermination(officer, sent.assessmentId, key("holds_money"), {
      verdict: "adjusted",
      value: true,
      reason: "The contract says it holds funds",
    });
    const { items } = await reading(world, sent);
    const opened = items.filter(({ questionKey }) => !shown.has(questionKey));
    expect(opened.length).toBeGreaterThan(0);
    const { clarifications } = world.store.read.t;
    const drafts = await world.store.read.db.select().from(clarifications);
    const unanswered = opened
      .filter(({ answer, question }) => answer === "none" && question.isRequired)
      .map(({ questionKey }) => questionKey);
    expect(unanswered).toContain(key("licence"));
    expect(drafts.map(({ questionKey }) => questionKey).sort()).toEqual(unanswered.sort());
  });

  it("closes only when everything that must be looked at was", async () => {
    const world = await aWorld({ engine, now });
    const sent = await aSubmitted(world);
    const officer = await world.asPerson(["compliance_officer"]);
    const refusal = await closeReview(officer, sent.assessmentId).catch((error) => error);
    const open = refusal.data.open as OpenReviewItem[];
    expect(new Set(open.map(({ why }) => why))).toEqual(new Set(["not_determined", "evidence_unread"]));
    expect(await findResult(world.store.read, world.organisationId, sent.assessmentId, "reviewed")).toBeUndefined();
  });
});
