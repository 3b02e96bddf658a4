// A vendor answers without an account: through a link, under a name, in as many browsers as it likes.
import { expect, it } from "vitest";
import type { AnswerValue } from "#app/domain/questionnaire/answer.ts";
import { listAnswers } from "#app/server/assessments/answers.queries.server.ts";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { viewDoor } from "#app/server/assessments/portal/door.queries.server.ts";
import { saveAnswer, saveRawAnswer } from "#app/server/assessments/portal/save-answer.server.ts";
import { saveSection } from "#app/server/assessments/portal/save-section.server.ts";
import { viewSection } from "#app/server/assessments/portal/section.queries.server.ts";
import { startVendorSession } from "#app/server/assessments/portal/start-vendor-session.server.ts";
import { submitAssessment } from "#app/server/assessments/portal/submit-assessment.server.ts";
import { viewTasks } from "#app/server/assessments/portal/tasks.queries.server.ts";
import { cancelAssessment } from "#app/server/assessments/sending/cancel-assessment.server.ts";
import { revokeLink } from "#app/server/assessments/sending/revoke-link.server.ts";
import { hashToken } from "#app/server/platform/tokens.server.ts";
import { findVendorLinkByToken } from "#app/server/platform/unscoped.queries.server.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aChoice, aSentAssessment, asAnybody, declineTheRest, emptyAnswer, startedBy } from "#tests/support/sending.ts";
import { aWorld } from "#tests/support/world.ts";

onEveryEngine("the vendor portal", (engine) => {
  it("opens with a link and a name, and nothing is used up by looking", async () => {
    const world = await aWorld({ engine });
    const { linkToken } = await aSentAssessment(world);
    for (let looks = 0; looks < 20; looks += 1) {
      expect(await viewDoor(asAnybody(world), linkToken)).toMatchObject({ asker: "Lantern Shop", vendor: "Quillpay", isBegun: false });
    }
    expect((await findVendorLinkByToken(world.store.read, hashToken(linkToken)))?.uses).toBe(0);
    const { path } = await startVendorSession(asAnybody(world), linkToken, { name: "Florian" });
    expect(path).toMatch(/^\/vendor\/sections\/starter~/);
    expect((await findVendorLinkByToken(world.store.read, hashToken(linkToken)))?.uses).toBe(1);
  });

  it("shows the same closed door for unknown, expired and revoked links and cancelled requests", async () => {
    const world = await aWorld({ engine });
    const { buyer, linkToken, assessmentId } = await aSentAssessment(world);
    const refusal = { code: "not_found", detail: "This link does not open anything." };
    const start = (token: string) => startVendorSession(asAnybody(world), token, { name: "Florian" });
    const unknown = "x".repeat(43);
    expect(await viewDoor(asAnybody(world), unknown)).toBeUndefined();
    await expect(start(unknown)).rejects.toMatchObject(refusal);
    const link = await findVendorLinkByToken(world.store.read, hashToken(linkToken));
    await revokeLink(buyer, link!.id);
    expect(await viewDoor(asAnybody(world), linkToken)).toBeUndefined();
    await expect(start(linkToken)).rejects.toMatchObject(refusal);
    const other = await aSentAssessment(world, { name: "Pebblehost", category: "hosting" });
    world.clock.advance({ days: 61 });
    expect(await viewDoor(asAnybody(world), other.linkToken)).toBeUndefined();
    await expect(start(other.linkToken)).rejects.toMatchObject(refusal);
    await cancelAssessment(buyer, { assessmentId, how: "cancel", reason: "Another vendor was chosen" });
    await expect(start(linkToken)).rejects.toMatchObject(refusal);
  });

  it("saves each answer with who gave it, starts the assessment and counts progress", async () => {
    const world = await aWorld({ engine });
    const { linkToken, assessmentId } = await aSentAssessment(world);
    const florian = await startedBy(world, linkToken, "Florian Teasel");
    const { key, plain } = await aChoice(world, florian);
    const saved = await saveRawAnswer(florian, { questionKey: key, baseRevision: 0, raw: { ...emptyAnswer, values: [plain] } });
    expect(saved).toMatchObject({ revision: 1, givenBy: "Florian Teasel", progress: { answered: 1 } });
    const assessment = await getAssessment(world.store.read, world.organisationId, assessmentId);
    expect(assessment).toMatchObject({ status: "in_progress", answered: 1 });
    const again = await saveRawAnswer(florian, { questionKey: key, baseRevision: 1, raw: { ...emptyAnswer, values: [plain] } });
    expect(again.revision).toBe(1);
  });

  it("never overwrites silently when two people answer one question", async () => {
    const world = await aWorld({ engine });
    const { linkToken } = await aSentAssessment(world);
    const florian = await startedBy(world, linkToken, "Florian Teasel");
    const mira = await startedBy(world, linkToken, "Mira Quince");
    const { key, plain, explained } = await aChoice(world, florian);
    await saveRawAnswer(florian, { questionKey: key, baseRevision: 0, raw: { ...emptyAnswer, values: [plain] } });
    const late = saveRawAnswer(mira, {
      questionKey: key,
      baseRevision: 0,
      raw: { ...emptyAnswer, values: [explained], comment: "Not everywhere" },
    });
    await expect(late).rejects.toMatchObject({ code: "conflict", data: { theirs: { revision: 1, by: "Florian Teasel" } } });
    const chosen = await saveRawAnswer(mira, {
      questionKey: key,
      baseRevision: 1,
      raw: { ...emptyAnswer, values: [explained], comment: "Not everywhere" },
    });
    expect(chosen).toMatchObject({ revision: 2, givenBy: "Mira Quince" });
    const section = await viewSection(florian, (await aChoice(world, florian)).section, false);
    expect(section.section.questions.find(({ question }) => question.key === key)?.answer).toMatchObject({
      value: explained,
      givenBy: "Mira Quince",
    });
  });

  it("leaves a colleague's newer answer alone when a whole section is saved that did not touch it", async () => {
    const world = await aWorld({ engine });
    const { linkToken } = await aSentAssessment(world);
    const florian = await startedBy(world, linkToken, "Florian Teasel");
    const mira = await startedBy(world, linkToken, "Mira Quince");
    const { key, section, plain, explained } = await aChoice(world, florian);
    const answer = (values: string[], baseRevision: number) => ({ questionKey: key, baseRevision, raw: { ...emptyAnswer, values } });
    await saveSection(florian, { section, answers: [answer([plain], 0)], isFinal: false });
    expect(await saveSection(mira, { section, answers: [answer([], 0)], isFinal: false })).toBe(0);
    await expect(saveSection(mira, { section, answers: [answer([explained], 0)], isFinal: false })).rejects.toMatchObject({
      code: "conflict",
      data: { conflicts: { [key]: { by: "Florian Teasel" } } },
    });
  });

  it("asks for the explanation when a section is finished, and saves nothing until it is there", async () => {
    const world = await aWorld({ engine });
    const { linkToken, assessmentId } = await aSentAssessment(world);
    const florian = await startedBy(world, linkToken, "Florian Teasel");
    const { key, section, explained } = await aChoice(world, florian);
    const answers = [{ questionKey: key, baseRevision: 0, raw: { ...emptyAnswer, values: [explained] } }];
    await expect(saveSection(florian, { section, answers, isFinal: true })).rejects.toMatchObject({
      data: { problems: { [key]: { comment: expect.any(String) } } },
    });
    expect(await listAnswers(world.store.read, world.organisationId, assessmentId)).toEqual([]);
    expect(await saveSection(florian, { section, answers, isFinal: false })).toBe(1);
  });

  it("refuses to submit while something is missing and names it; afterwards nothing changes any more", async () => {
    const world = await aWorld({ engine });
    const { linkToken, assessmentId } = await aSentAssessment(world);
    const florian = await startedBy(world, linkToken, "Florian Teasel");
    const { key, explained } = await aChoice(world, florian);
    await saveRawAnswer(florian, { questionKey: key, baseRevision: 0, raw: { ...emptyAnswer, values: [explained] } });
    await expect(submitAssessment(florian, { name: "Florian Teasel", role: "CISO" })).rejects.toMatchObject({
      code: "invalid",
      data: { missing: expect.arrayContaining([{ questionKey: key, code: "no_comment" }]) },
    });
    await declineTheRest(world, florian);
    await expect(submitAssessment(florian, { name: "", role: "CISO" })).rejects.toMatchObject({
      data: { fields: { name: expect.any(String) } },
    });
    await submitAssessment(florian, { name: "Florian Teasel", role: "CISO" });
    const before = await listAnswers(world.store.read, world.organisationId, assessmentId);
    const change = saveAnswer(florian, {
      questionKey: key,
      baseRevision: before.find((row) => row.questionKey === key)!.revision,
      value: explained as AnswerValue,
    });
    await expect(change).rejects.toMatchObject({ code: "illegal_transition", data: { state: "submitted" } });
    await expect(submitAssessment(florian, { name: "Florian Teasel", role: "CISO" })).rejects.toMatchObject({ code: "illegal_transition" });
    expect(await listAnswers(world.store.read, world.organisationId, assessmentId)).toEqual(before);
    expect((await viewTasks(florian)).frame.isOpen).toBe(false);
  });
});
