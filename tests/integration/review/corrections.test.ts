// A vendor asks to correct what it submitted: a new revision beside the old one that has to be determined anew, and a finding that only
// proof closes. After a decision it is a message, and nothing under a signature changes.
import { expect, it } from "vitest";
import { typedAnswer } from "#app/domain/assessment/typed-answer.ts";
import type { AnswerValue } from "#app/domain/questionnaire/answer.ts";
import { listAnswers, listRevisions } from "#app/server/assessments/answers.queries.server.ts";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { listCorrections } from "#app/server/assessments/corrections.queries.server.ts";
import { listMessages } from "#app/server/assessments/messages.repo.server.ts";
import { askCorrection } from "#app/server/assessments/portal/ask-correction.server.ts";
import { correctAnswer } from "#app/server/assessments/portal/correct-answer.server.ts";
import { viewCorrection } from "#app/server/assessments/portal/correction.queries.server.ts";
import { viewReceipt } from "#app/server/assessments/portal/receipt.queries.server.ts";
import { approveSection } from "#app/server/assessments/review/approve-section.server.ts";
import { closeReview } from "#app/server/assessments/review/close-review.server.ts";
import { recordDetermination } from "#app/server/assessments/review/record-determination.server.ts";
import { viewReview } from "#app/server/assessments/review/review-page.queries.server.ts";
import { readReviewing } from "#app/server/assessments/review/reviewing.queries.server.ts";
import { signDecision } from "#app/server/decisions/sign-decision.server.ts";
import { openEvidence } from "#app/server/evidence/open-evidence.server.ts";
import { listFindingsOf } from "#app/server/findings/findings.queries.server.ts";
import type { PersonContext } from "#app/server/platform/request-context.server.ts";
import { acceptEverything, aReviewed } from "#tests/support/deciding.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aSubmitted, attach, type Sent } from "#tests/support/reviewing.ts";
import { aWorld, type World } from "#tests/support/world.ts";

const now = "2026-11-22T09:00:00Z";
const key = (id: string) => `payment-provider#${id}`;
const alerts = key("page_alert_hours");
const signed = { name: "Florian Teasel", role: "CISO" };
const why = "We answered for another product.";
const later = { is: "later", on: "2026-12-10" } as const;
const typed = (value: AnswerValue, instead: typeof later | null = null) => typedAnswer({ value, comment: "", reason: "", instead });

const reading = (world: World, { assessmentId }: Sent) =>
  readReviewing(world.portal, world.store.read, world.organisationId, assessmentId, world.clock.now().toISOString().slice(0, 10));

async function correct(sent: Sent, questionKey: string, value: AnswerValue, proof?: string): Promise<void> {
  await askCorrection(sent.vendor, { questionKey, text: why });
  if (proof) await attach(sent, questionKey, proof);
  await correctAnswer(sent.vendor, { questionKey, raw: typed(value), ...signed });
}

/** Reads every document and determines what is left, as the vendor said. */
async function finish(world: World, officer: PersonContext, sent: Sent): Promise<void> {
  const { items, review } = await reading(world, sent);
  for (const item of items) {
    for (const { id, verdict } of review.evidence.get(item.questionKey) ?? []) {
      if (verdict === "none" && item.hasUnreadEvidence) (await openEvidence(officer, id)).source.resume();
    }
    if (item.isDetermined) continue;
    const verdict = item.answer === "none" ? "rejected" : "accepted";
    await recordDetermination(officer, sent.assessmentId, item.questionKey, { verdict, reason: "Read and plausible" });
  }
  await closeReview(officer, sent.assessmentId);
}

const findingOf = async ({ store, organisationId }: World, { assessmentId }: Sent, questionKey: string) =>
  (await listFindingsOf(store.read, organisationId, assessmentId)).find((finding) => finding.questionKey === questionKey);

onEveryEngine("a correction", (engine) => {
  it("stands beside the old answer, waits for a determination of its own, and leaves a finding open without proof", async () => {
    const world = await aWorld({ engine, now });
    const { store, organisationId, clock } = world;
    const sent = await aSubmitted(world);
    const { assessmentId, vendor } = sent;
    const officer = await world.asPerson(["compliance_officer"], "Odile Marchbanks");
    await recordDetermination(officer, assessmentId, alerts, { verdict: "accepted" });
    expect((await findingOf(world, sent, alerts))?.status).toBe("open");

    // Without saying why nothing is opened, neither for answers nor for documents.
    clock.advance({ hours: 1 });
    const before = await listAnswers(store.read, organisationId, assessmentId);
    await expect(correctAnswer(vendor, { questionKey: alerts, raw: typed(12), ...signed })).rejects.toMatchObject({ code: "conflict" });
    await expect(attach(sent, alerts, "procedure")).rejects.toMatchObject({ code: "illegal_transition" });
    await expect(askCorrection(vendor, { questionKey: alerts, text: "  " })).rejects.toMatchObject({
      data: { fields: { text: expect.any(String) } },
    });
    await expect(askCorrection(vendor, { questionKey: key("no_such"), text: why })).rejects.toMatchObject({ code: "not_found" });
    expect(await askCorrection(vendor, { questionKey: alerts, text: "Wrong." })).toBe("revise");
    await askCorrection(vendor, { questionKey: alerts, text: why });
    expect(await listCorrections(store.read, organisationId, assessmentId)).toMatchObject([{ why, follows: 1, revision: null }]);
    expect((await viewCorrection(vendor, alerts)).why).toBe(why);

    // The same answer, a malformed one and a missing role are refused, and nothing is saved.
    const same = correctAnswer(vendor, { questionKey: alerts, raw: typed(100), ...signed });
    await expect(same).rejects.toMatchObject({ data: { problems: { [alerts]: { value: expect.any(String) } } } });
    await expect(correctAnswer(vendor, { questionKey: alerts, raw: typed("soon"), ...signed })).rejects.toMatchObject({ code: "invalid" });
    await expect(correctAnswer(vendor, { questionKey: alerts, raw: typed(12), name: "F", role: "" })).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await listAnswers(store.read, organisationId, assessmentId)).toEqual(before);

    const unproven = correctAnswer(vendor, { questionKey: alerts, raw: typed(12), ...signed });
    await expect(unproven).rejects.toMatchObject({ data: { problems: { [alerts]: { instead: expect.any(String) } } } });
    await correctAnswer(vendor, { questionKey: alerts, raw: typed(12, later), ...signed });
    const revisions = (await listRevisions(store.read, organisationId, assessmentId)).filter(({ questionKey }) => questionKey === alerts);
    expect(revisions.map(({ revision, value, origin }) => [revision, value, origin])).toEqual([
      [1, 100, "vendor"],
      [2, 12, "correction"],
    ]);
    expect((await getAssessment(store.read, organisationId, assessmentId)).status).toBe("in_review");
    const again = correctAnswer(vendor, { questionKey: alerts, raw: typed(10), ...signed });
    await expect(again).rejects.toMatchObject({ code: "conflict" });

    // The reviewer sees both, flagged; approving the section does not take it, and the review cannot be closed without a word on it.
    const view = await viewReview(officer, assessmentId, { section: null, filter: "changed", question: null });
    expect(view.filters.map(({ filter }) => filter)).toContain("changed");
    expect(view.cards).toMatchObject([
      {
        key: alerts,
        isCorrected: true,
        isDetermined: false,
        answer: { why, replaced: { words: expect.stringContaining("100"), verdict: "accepted" } },
      },
    ]);
    const { review } = await reading(world, sent);
    const section = review.form.sections.find(({ questions }) => questions.some((index) => review.form.keys[index] === alerts))!;
    await approveSection(officer, assessmentId, section.key).catch(() => undefined);
    expect((await reading(world, sent)).items.find(({ questionKey }) => questionKey === alerts)).toMatchObject({ isDetermined: false });
    await expect(closeReview(officer, assessmentId)).rejects.toMatchObject({
      data: { open: expect.arrayContaining([{ questionKey: alerts, why: "not_determined" }]) },
    });

    // Accepted, and yet nothing shows it: the finding stays.
    await finish(world, officer, sent);
    expect((await findingOf(world, sent, alerts))?.status).toBe("open");

    // A closed review opens again for a correction; this one comes with a document.
    clock.advance({ hours: 1 });
    await correct(sent, alerts, 10, "procedure");
    expect(await getAssessment(store.read, organisationId, assessmentId)).toMatchObject({ status: "in_review", reviewClosedAt: null });
    await finish(world, officer, sent);
    expect((await findingOf(world, sent, alerts))?.status).toBe("closed");

    const receipt = await viewReceipt(vendor);
    expect(receipt.standings[alerts]).toBe("corrected");
    expect(receipt.wanted.filter(({ evidence }) => evidence.kinds[0]?.code === "contract")).toEqual([]);
    expect(receipt.history.filter(({ is }) => is === "corrected")).toHaveLength(2);
    expect(receipt.newer).toMatchObject([{ name: "page_alert_hours.pdf" }]);
    expect(receipt.findings).toEqual([]);
  });

  it("is a message once a decision is signed: nothing under the signature changes, and the question can be replied to", async () => {
    const world = await aWorld({ engine, now });
    const { store, organisationId } = world;
    const reviewed = await aReviewed(world);
    const { assessmentId, vendor, officer } = reviewed;
    await acceptEverything(world, reviewed);
    // Asked for before the signature, not sent until after it.
    await askCorrection(vendor, { questionKey: alerts, text: why });
    const input = { rationale: "Fits.", conditions: [] };
    await signDecision(officer, assessmentId, { outcome: "approved", ...input });
    const before = await listAnswers(store.read, organisationId, assessmentId);
    const late = correctAnswer(vendor, { questionKey: alerts, raw: typed(10), ...signed });
    await expect(late).rejects.toMatchObject({ code: "illegal_transition" });
    await expect(attach(reviewed, alerts, "procedure")).rejects.toMatchObject({ code: "illegal_transition" });
    expect(await askCorrection(vendor, { questionKey: alerts, text: why })).toBe("ask");
    expect(await listAnswers(store.read, organisationId, assessmentId)).toEqual(before);
    const messages = await listMessages(store.read, organisationId, assessmentId);
    expect(messages).toMatchObject([{ questionKey: alerts, from: "vendor", text: why }]);
    expect((await getAssessment(store.read, organisationId, assessmentId)).status).toBe("reviewed");
    expect((await viewCorrection(vendor, alerts)).way).toBe("ask");
  });
});
