// Our people fill in answers for a vendor: marked, and worth nothing until the vendor has confirmed them.
import { expect, it } from "vitest";
import { listAnswers } from "#app/server/assessments/answers.queries.server.ts";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { confirmPrepared } from "#app/server/assessments/on-behalf/confirm-prepared.server.ts";
import { prepareAnswers } from "#app/server/assessments/on-behalf/prepare-answers.server.ts";
import { listPrepared } from "#app/server/assessments/on-behalf/prepared-answers.repo.server.ts";
import { refusePrepared } from "#app/server/assessments/on-behalf/refuse-prepared.server.ts";
import { saveRawAnswer } from "#app/server/assessments/portal/save-answer.server.ts";
import { saveSection } from "#app/server/assessments/portal/save-section.server.ts";
import { submitAssessment } from "#app/server/assessments/portal/submit-assessment.server.ts";
import { buildScoreInput } from "#app/server/assessments/review/review.queries.server.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aChoice, aSentAssessment, declineTheRest, emptyAnswer, startedBy } from "#tests/support/sending.ts";
import { aWorld } from "#tests/support/world.ts";

const signed = { name: "Florian Teasel", role: "Head of Security" };

onEveryEngine("answers filled in for a vendor", (engine) => {
  it("count only once the vendor confirmed them, under its name and with the mark of who typed them", async () => {
    const world = await aWorld({ engine });
    const { organisationId, portal, store } = world;
    const { buyer, linkToken, assessmentId } = await aSentAssessment(world);
    const florian = await startedBy(world, linkToken, "Florian Teasel");
    const { key, plain, section } = await aChoice(world, florian);
    const answer = { questionKey: key, raw: { ...emptyAnswer, values: [plain] } };
    expect(await prepareAnswers(buyer, assessmentId, [answer])).toEqual({ prepared: [key], removed: [], skipped: [] });

    const scored = () => buildScoreInput(portal, store.read, organisationId, assessmentId, { reviewed: false, asOn: "2026-11-24" });
    expect((await scored()).answers).toEqual({});
    expect(await getAssessment(store.read, organisationId, assessmentId)).toMatchObject({ status: "sent", answered: 0 });

    // Sending the form back as it was shown confirms nothing.
    expect(await saveSection(florian, { section, answers: [{ ...answer, baseRevision: 0 }], isFinal: false })).toBe(0);
    await declineTheRest(world, florian, [key]);
    await expect(submitAssessment(florian, signed)).rejects.toMatchObject({ code: "invalid" });
    await expect(confirmPrepared(florian, { read: [{ questionKey: key, revision: 1 }], name: "", role: "" })).rejects.toMatchObject({
      data: { fields: { name: "Type your name" } },
    });

    expect(await confirmPrepared(florian, { read: [{ questionKey: key, revision: 1 }], ...signed })).toBe(1);
    const [confirmed] = (await listAnswers(store.read, organisationId, assessmentId)).filter(({ questionKey }) => questionKey === key);
    const source = { is: "on_behalf", byId: buyer.actor.personId, byRole: "procurement", confirmedBy: signed };
    expect(confirmed).toMatchObject({ value: plain, origin: "on_behalf", givenBy: "Florian Teasel", source });
    expect(Object.values((await scored()).answers)).toContainEqual(expect.objectContaining({ value: plain }));
    await submitAssessment(florian, signed);
  });

  it("block submitting until each is confirmed, changed or refused", async () => {
    const world = await aWorld({ engine });
    const { organisationId, store } = world;
    const { buyer, linkToken, assessmentId } = await aSentAssessment(world);
    const florian = await startedBy(world, linkToken, "Florian Teasel");
    const { key, plain, explained } = await aChoice(world, florian);
    await declineTheRest(world, florian);
    const changed = { questionKey: key, raw: { ...emptyAnswer, values: [plain] } };
    expect(await prepareAnswers(buyer, assessmentId, [changed])).toMatchObject({
      prepared: [],
      skipped: [{ questionKey: key, why: "answered_by_vendor" }],
    });

    const other = await aSentAssessment(world, { name: "Pebblehost" });
    const mira = await startedBy(world, other.linkToken, "Mira Quince");
    await declineTheRest(world, mira, [key]);
    await prepareAnswers(buyer, other.assessmentId, [changed]);
    await expect(submitAssessment(mira, signed)).rejects.toMatchObject({ code: "invalid" });
    await refusePrepared(mira, key);
    expect(await listPrepared(store.read, organisationId, other.assessmentId)).toEqual([]);
    await prepareAnswers(buyer, other.assessmentId, [changed]);
    await prepareAnswers(buyer, other.assessmentId, [
      { questionKey: key, raw: { ...emptyAnswer, values: [explained], comment: "Partly" } },
    ]);
    // What changed while the vendor was reading is not confirmed unread.
    await expect(confirmPrepared(mira, { read: [{ questionKey: key, revision: 1 }], ...signed })).rejects.toMatchObject({
      code: "conflict",
    });
    await saveRawAnswer(mira, { questionKey: key, baseRevision: 0, raw: { ...emptyAnswer, values: [plain] } });
    await submitAssessment(mira, signed);
    await expect(prepareAnswers(buyer, other.assessmentId, [changed])).rejects.toMatchObject({ code: "illegal_transition" });
  });
});
