// A compliance officer adds a document that came another way: for an engagement, whether or not it is being assessed.
import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { copyOfAnswers } from "#app/server/assessments/portal/copy-of-answers.queries.server.ts";
import { viewSection } from "#app/server/assessments/portal/section.queries.server.ts";
import { openEvidence } from "#app/server/evidence/open-evidence.server.ts";
import { requestEvidence } from "#app/server/evidence/request-evidence.server.ts";
import { type UploadTarget, uploadEvidence } from "#app/server/evidence/upload-evidence.server.ts";
import { findUploadTargets, viewUpload } from "#app/server/evidence/upload-page.queries.server.ts";
import { viewEvidence } from "#app/server/evidence/view-evidence.queries.server.ts";
import { withdrawEvidence } from "#app/server/evidence/withdraw-evidence.server.ts";
import type { PersonContext } from "#app/server/platform/request-context.server.ts";
import { formOf } from "#app/server/questionnaires/questionnaire-versions.queries.server.ts";
import { addEngagement } from "#app/server/vendors/add-engagement.server.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aSentTo, aSubmitted } from "#tests/support/reviewing.ts";
import { aPdf } from "#tests/support/sample-files.ts";
import { aWorld } from "#tests/support/world.ts";

const pci = "payment-provider#pci_validation";

const give = (ctx: PersonContext, target: UploadTarget, more: object = {}) =>
  uploadEvidence(
    ctx,
    { ...target, kind: "pci-aoc-sp", startsOn: "2026-10-01", ...more },
    { source: Readable.from([aPdf("Attestation")]), fileName: "aoc.pdf" },
  );

onEveryEngine("an officer's upload", (engine) => {
  it("goes to the engagement with kind and date, is recorded, and answers what was asked for", async () => {
    const world = await aWorld({ engine });
    const sent = await aSentTo(world, "payment", "payment-provider");
    const officer = await world.asPerson(["compliance_officer"], "Nadia Officer");
    const first = await give(officer, sent);
    expect(first.expiresOn).toBe("2027-10-01");
    await requestEvidence(officer, first.evidenceId, { dueOn: "2026-12-10" });
    expect((await viewUpload(officer, sent.engagementId)).asked).toHaveLength(1);
    await give(officer, { engagementId: sent.engagementId });
    expect((await viewUpload(officer, sent.engagementId)).asked).toEqual([]);
    const { auditEntries } = world.store.read.t;
    const entries = await world.store.read.db.select().from(auditEntries);
    const uploads = entries.filter(({ type }) => type === "evidence.uploaded");
    expect(uploads.map(({ actorId }) => actorId)).toEqual([officer.actor.personId, officer.actor.personId]);
  });

  it("needs no assessment, and can be laid beside the answer it proves while the review is open", async () => {
    const world = await aWorld({ engine });
    const sent = await aSubmitted(world);
    const officer = await world.asPerson(["compliance_officer"]);
    const { questions } = await viewUpload(officer, sent.engagementId);
    expect(questions.map(({ value }) => value)).toContain(pci);
    const { evidenceId } = await give(officer, { engagementId: sent.engagementId }, { questionKey: pci });
    expect((await viewEvidence(officer, evidenceId)).uses).toEqual([{ assessmentId: sent.assessmentId, questionKey: pci }]);
    const { engagementId } = await addEngagement(sent.buyer, sent.vendorId, {
      service: "Payouts",
      category: "payment",
      wentLiveOn: null,
    } as never);
    const lone = await give(officer, { engagementId });
    expect((await viewEvidence(officer, lone.evidenceId)).uses).toEqual([]);
    await expect(give(officer, { engagementId }, { questionKey: pci })).rejects.toMatchObject({ code: "not_found" });
    await expect(give(officer, { engagementId }, { startsOn: "2027-10-01" })).rejects.toMatchObject({ code: "invalid" });
  });

  it("is nothing of the vendor's unless the vendor gave it: neither listed, counted, handed out nor taken back", async () => {
    const world = await aWorld({ engine });
    const sent = await aSentTo(world, "payment", "payment-provider");
    const officer = await world.asPerson(["compliance_officer"]);
    const inside = await give(officer, sent, { questionKey: pci });
    const form = await formOf(world.portal, world.store.read, world.organisationId, sent.assessmentId);
    const { key } = form.sections[form.set.questions[form.indexOf.get(pci)!]!.section]!;
    const seen = async () =>
      (await viewSection(sent.vendor, key, false)).section.questions.flatMap(({ files }) => files.map(({ id }) => id));
    expect(await seen()).toEqual([]);
    expect((await copyOfAnswers(sent.vendor)).text).not.toContain("aoc.pdf");
    expect((await getAssessment(world.store.read, world.organisationId, sent.assessmentId)).status).toBe("sent");
    await expect(openEvidence(sent.vendor, inside.evidenceId)).rejects.toMatchObject({ code: "not_found" });
    await expect(withdrawEvidence(sent.vendor, inside.evidenceId)).rejects.toMatchObject({ code: "not_found" });
    expect((await viewEvidence(officer, inside.evidenceId)).document.isVendors).toBe(false);
    expect((await viewEvidence(officer, inside.evidenceId)).uses).toEqual([{ assessmentId: sent.assessmentId, questionKey: pci }]);

    const given = await give(officer, sent, { questionKey: pci, isFromVendor: true });
    expect(await seen()).toEqual([given.evidenceId]);
    expect((await openEvidence(sent.vendor, given.evidenceId)).fileName).toBe("aoc.pdf");
    expect((await viewEvidence(officer, given.evidenceId)).document.isVendors).toBe(true);
  });

  it("is for officers only, and for engagements of their own organisation", async () => {
    const world = await aWorld({ engine });
    const sent = await aSentTo(world, "payment", "payment-provider");
    const target = { engagementId: sent.engagementId };
    for (const role of ["procurement", "business_owner", "auditor", "administrator", "approver"] as const) {
      const person = await world.asPerson([role]);
      await expect(give(person, target)).rejects.toMatchObject({ code: "forbidden" });
      await expect(findUploadTargets(person, undefined)).rejects.toMatchObject({ code: "forbidden" });
    }
    const source = Readable.from([]);
    const byVendor = uploadEvidence(sent.vendor, { ...target, kind: "pci-aoc-sp" }, { source, fileName: "a.pdf" });
    await expect(byVendor).rejects.toMatchObject({ code: "forbidden" });
    const officer = await world.asPerson(["compliance_officer"]);
    const other = await world.anotherOrganisation();
    const stranger = world.as({ ...officer.actor, organisationId: other }) as PersonContext;
    await expect(give(stranger, target)).rejects.toMatchObject({ code: "not_found" });
    const { vendors } = await findUploadTargets(officer, "vendor");
    expect(vendors.flatMap(({ engagements }) => engagements.map(({ id }) => id))).toContain(sent.engagementId);
    expect((await findUploadTargets(officer, "nobody")).vendors).toEqual([]);
  });
});
