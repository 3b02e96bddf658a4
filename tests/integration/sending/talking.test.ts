// Questions of the vendor and our replies, clarifications and their answers, and what a reassessment takes along.
import { expect, it } from "vitest";
import { getAddressee } from "#app/server/assessments/addressees.queries.server.ts";
import { listAnswers, listRevisions } from "#app/server/assessments/answers.queries.server.ts";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { answerClarifications } from "#app/server/assessments/portal/answer-clarifications.server.ts";
import { askAboutQuestion } from "#app/server/assessments/portal/ask-about-question.server.ts";
import { carryAnswers } from "#app/server/assessments/portal/carry-answers.step.server.ts";
import { viewClarifications } from "#app/server/assessments/portal/check.queries.server.ts";
import { viewReceipt } from "#app/server/assessments/portal/receipt.queries.server.ts";
import { saveRawAnswer } from "#app/server/assessments/portal/save-answer.server.ts";
import { viewQuestion } from "#app/server/assessments/portal/section.queries.server.ts";
import { submitAssessment } from "#app/server/assessments/portal/submit-assessment.server.ts";
import { replyToQuestion } from "#app/server/assessments/reply-to-question.server.ts";
import { recordDetermination } from "#app/server/assessments/review/record-determination.server.ts";
import { sendClarifications } from "#app/server/assessments/review/send-clarifications.server.ts";
import { cancelAssessment } from "#app/server/assessments/sending/cancel-assessment.server.ts";
import { openAssessment } from "#app/server/assessments/sending/open-assessment.step.server.ts";
import { authorize } from "#app/server/platform/authorize.server.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aChoice, aSentAssessment, declineTheRest, emptyAnswer, startedBy } from "#tests/support/sending.ts";
import { aWorld } from "#tests/support/world.ts";

const signed = { name: "Florian Teasel", role: "CISO" };

onEveryEngine("talking with a vendor", (engine) => {
  it("keeps what it asks and what we reply beside the question", async () => {
    const world = await aWorld({ engine });
    const { buyer, assessmentId, linkToken } = await aSentAssessment(world);
    const florian = await startedBy(world, linkToken, "Florian Teasel");
    const { key } = await aChoice(world, florian);
    await askAboutQuestion(florian, { questionKey: key, text: "Do test systems count?" });
    await expect(askAboutQuestion(florian, { questionKey: key, text: "  " })).rejects.toMatchObject({ code: "invalid" });
    await expect(askAboutQuestion(florian, { questionKey: "starter#nothing", text: "?" })).rejects.toMatchObject({ code: "not_found" });
    world.clock.advance({ minutes: 5 });
    await replyToQuestion(buyer, { assessmentId, questionKey: key, text: "Yes, if they hold our data." });
    expect((await viewQuestion(florian, key)).view.messages).toMatchObject([
      { isYours: true, by: "Florian Teasel", text: "Do test systems count?" },
      { isYours: false, by: "Odile Marchbanks", text: "Yes, if they hold our data." },
    ]);
  });

  it("sends a short list back; the answers to it are new revisions and nothing else can change", async () => {
    const world = await aWorld({ engine });
    const { assessmentId, linkToken } = await aSentAssessment(world);
    const florian = await startedBy(world, linkToken, "Florian Teasel");
    const { key, plain, explained } = await aChoice(world, florian);
    await saveRawAnswer(florian, { questionKey: key, baseRevision: 0, raw: { ...emptyAnswer, values: [explained], comment: "Mostly" } });
    await declineTheRest(world, florian);
    await submitAssessment(florian, signed);
    const officer = await world.asPerson(["compliance_officer"], "Bertil Quist");
    await recordDetermination(officer, assessmentId, key, { verdict: "clarify", reason: "What is left out?", note: "They dodge this" });
    await sendClarifications(officer, assessmentId, { dueOn: "2026-12-10" });
    const list = await viewClarifications(florian);
    expect(list.items).toMatchObject([{ ask: "What is left out?", view: { question: { key } } }]);
    expect(JSON.stringify(list)).not.toContain("They dodge this");
    const raw = { ...emptyAnswer, values: [plain], comment: "Nothing is left out since November." };
    await expect(answerClarifications(florian, { name: "", role: "", answers: [{ questionKey: key, raw }] })).rejects.toMatchObject({
      code: "invalid",
    });
    await answerClarifications(florian, { ...signed, answers: [{ questionKey: key, raw }] });
    const revisions = (await listRevisions(world.store.read, world.organisationId, assessmentId)).filter((row) => row.questionKey === key);
    expect(revisions.map(({ value, origin }) => [value, origin])).toEqual([
      [explained, "vendor"],
      [plain, "clarification"],
    ]);
    expect((await getAssessment(world.store.read, world.organisationId, assessmentId)).status).toBe("in_review");
    expect((await viewReceipt(florian)).submissions).toMatchObject([{ round: 2 }, { round: 1 }]);
    await expect(answerClarifications(florian, { ...signed, answers: [{ questionKey: key, raw }] })).rejects.toMatchObject({
      code: "illegal_transition",
    });
  });

  it("takes last time's answers along, marked, and asks for promised documents again", async () => {
    const world = await aWorld({ engine });
    const { buyer, assessmentId, engagementId, contactId, linkToken } = await aSentAssessment(world);
    const florian = await startedBy(world, linkToken, "Florian Teasel");
    const { key, plain } = await aChoice(world, florian);
    await saveRawAnswer(florian, { questionKey: key, baseRevision: 0, raw: { ...emptyAnswer, values: [plain] } });
    await cancelAssessment(buyer, { assessmentId, how: "close_unanswered", reason: "Started over" });
    const { portal, organisationId } = world;
    const draft = await world.store.tx(organisationId, async (tx) => {
      const grant = authorize(world.asSystem(), "assessment.open_due", { type: "organisation", organisationId });
      const { engagement } = await getAddressee(tx, organisationId, engagementId);
      const input = {
        engagement,
        questionnaireIds: ["starter"],
        contactId,
        dueOn: "2026-12-21",
        openedFor: "2027-11-23",
        previousId: assessmentId,
      };
      const opened = await openAssessment(tx, grant, portal, input, world.clock.now());
      expect(await carryAnswers(tx, grant, portal, assessmentId, opened.id, world.clock.now())).toEqual([key]);
      return opened.id;
    });
    expect(await listAnswers(world.store.read, organisationId, draft)).toMatchObject([
      { questionKey: key, value: plain, origin: "carried", revision: 1 },
    ]);
    expect(await getAssessment(world.store.read, organisationId, draft)).toMatchObject({ status: "draft", number: 2, answered: 1 });
  });
});
