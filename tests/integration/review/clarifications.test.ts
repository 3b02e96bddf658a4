// Clarifications back and forth: what we ask goes as one list, comes back as new revisions under a name, and settles a finding only with proof.
import { expect, it } from "vitest";
import { typedAnswer } from "#app/domain/assessment/typed-answer.ts";
import type { AnswerValue } from "#app/domain/questionnaire/answer.ts";
import { listAnswers } from "#app/server/assessments/answers.queries.server.ts";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { listClarifications } from "#app/server/assessments/clarifications.queries.server.ts";
import { answerClarifications } from "#app/server/assessments/portal/answer-clarifications.server.ts";
import { recordDetermination } from "#app/server/assessments/review/record-determination.server.ts";
import { sendClarifications } from "#app/server/assessments/review/send-clarifications.server.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aSubmitted, type Sent } from "#tests/support/reviewing.ts";
import { aWorld, type World } from "#tests/support/world.ts";

const key = (id: string) => `payment-provider#${id}`;
const signed = { name: "Florian Teasel", role: "CISO" };
const asked = ["page_alert_hours", "payout_change"].map(key);

const answersOf = ({ store, organisationId }: World, { assessmentId }: Sent) => listAnswers(store.read, organisationId, assessmentId);
const given = (questionKey: string, value: AnswerValue) => ({
  questionKey,
  raw: typedAnswer({ value, comment: "At night it takes longer.", reason: "", instead: null }),
});

onEveryEngine("clarifications", (engine) => {
  it("are asked by reviewers alone, answered all or not at all, by the vendor concerned, and asked again in a new round", async () => {
    const world = await aWorld({ engine });
    const { store, organisationId, clock } = world;
    const sent = await aSubmitted(world);
    const { assessmentId, vendor, buyer } = sent;
    const officer = await world.asPerson(["compliance_officer"], "Odile Marchbanks");
    const dueOn = "2026-12-01";
    const send = (by = officer) => sendClarifications(by, assessmentId, { dueOn });
    const status = async () => (await getAssessment(store.read, organisationId, assessmentId)).status;
    const rounds = async () =>
      (await listClarifications(store.read, organisationId, assessmentId)).map((row) => [row.questionKey, row.round, row.status]);

    // Nothing is drafted yet; and the vendor cannot answer what nobody asked.
    await expect(send()).rejects.toMatchObject({ code: expect.stringMatching(/conflict|invalid/) });
    await expect(answerClarifications(vendor, { ...signed, answers: [] })).rejects.toMatchObject({
      code: "illegal_transition",
      data: { state: "submitted" },
    });
    for (const questionKey of asked) {
      await recordDetermination(officer, assessmentId, questionKey, { verdict: "clarify", reason: "How long does it take at night?" });
    }
    await expect(send(buyer as typeof officer)).rejects.toMatchObject({ code: "forbidden" });
    await send();
    expect(await status()).toBe("clarification");

    const before = await answersOf(world, sent);
    const [first = "", second = ""] = asked;
    const half = answerClarifications(vendor, { ...signed, answers: [given(first, 80)] });
    await expect(half).rejects.toMatchObject({ code: "invalid", data: { problems: { [second]: expect.anything() } } });
    const nameless = answerClarifications(vendor, { ...signed, role: " ", answers: [given(first, 80), given(second, "two")] });
    await expect(nameless).rejects.toMatchObject({ code: "invalid" });
    expect(await answersOf(world, sent)).toEqual(before);

    // An answer slipped in beside the list changes nothing.
    clock.advance({ hours: 2 });
    const untouched = before.find(({ questionKey }) => !asked.includes(questionKey))!;
    const value = before.find(({ questionKey }) => questionKey === second)!.value;
    await answerClarifications(vendor, {
      ...signed,
      answers: [given(first, 80), given(second, value), given(untouched.questionKey, null)],
    });
    const after = await answersOf(world, sent);
    expect(
      after
        .filter(({ revision }) => revision > 1)
        .map(({ questionKey }) => questionKey)
        .sort(),
    ).toEqual([...asked].sort());
    expect(after.find(({ questionKey }) => questionKey === untouched.questionKey)).toEqual(untouched);
    expect(await status()).toBe("in_review");

    await recordDetermination(officer, assessmentId, first, { verdict: "clarify", reason: "On weekends, too?" });
    await send();
    expect((await rounds()).sort()).toEqual([
      [first, 1, "answered"],
      [first, 2, "sent"],
      [second, 1, "answered"],
    ]);
  });
});
