// Sending: what is frozen, what the vendor gets, and what happens to links.
import { expect, it } from "vitest";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { copyLink } from "#app/server/assessments/sending/copy-link.server.ts";
import { sendAssessment } from "#app/server/assessments/sending/send-assessment.server.ts";
import { frozenVersions } from "#app/server/questionnaires/questionnaire-versions.queries.server.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aSentAssessment } from "#tests/support/sending.ts";
import { aWorld } from "#tests/support/world.ts";

onEveryEngine("sending a questionnaire", (engine) => {
  it("freezes versions and facts, names the contact and moves the engagement into due diligence", async () => {
    const world = await aWorld({ engine });
    const sent = await aSentAssessment(world);
    const assessment = await getAssessment(world.store.read, world.organisationId, sent.assessmentId);
    expect(assessment).toMatchObject({ status: "sent", number: 1, contactId: sent.contactId, dueOn: "2026-12-07", tier: 1 });
    expect(assessment.facts).toMatchObject({ category: "payment", tier: 1, card: 4 });
    expect(assessment.required).toBeGreaterThan(5);
    const versions = await frozenVersions(world.store.read, world.organisationId, sent.assessmentId);
    expect(versions.map(({ questionnaireId }) => questionnaireId)).toEqual(["starter"]);
  });

  it("is refused while another assessment of the same engagement is running", async () => {
    const world = await aWorld({ engine });
    const { buyer, engagementId, contactId } = await aSentAssessment(world);
    const again = sendAssessment(buyer, { engagementId, contactId, questionnaireIds: ["starter"], dueOn: "2026-12-07" });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
  });

  it("names the fields that are wrong and sends nothing", async () => {
    const world = await aWorld({ engine });
    const { buyer, engagementId } = await aSentAssessment(world);
    const wrong = sendAssessment(buyer, { engagementId, contactId: "con_nobody", questionnaireIds: ["starter"], dueOn: "2026-11-23" });
    await expect(wrong).rejects.toMatchObject({
      code: "invalid",
      data: { fields: { contactId: expect.any(String), dueOn: expect.any(String) } },
    });
  });

  it("makes a new link beside the older one when a link is copied", async () => {
    const world = await aWorld({ engine });
    const { buyer, assessmentId, linkUrl } = await aSentAssessment(world);
    const { url } = await copyLink(buyer, assessmentId);
    expect(url).toMatch(/\/v\/[\w-]{43}$/);
    expect(url).not.toBe(linkUrl);
  });

  it("is not for people without the right", async () => {
    const world = await aWorld({ engine });
    const { engagementId, contactId, assessmentId } = await aSentAssessment(world);
    const auditor = await world.asPerson(["auditor"]);
    await expect(
      sendAssessment(auditor, { engagementId, contactId, questionnaireIds: ["starter"], dueOn: "2026-12-07" }),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(copyLink(auditor, assessmentId)).rejects.toMatchObject({ code: "forbidden" });
  });
});
