// A document with a worksheet is verified by what was read off it, and what follows from it is done in the same step.
import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { inventedWorksheet, readAndVerify } from "#app/cli/demo/worksheets.ts";
import { merchantFormRefusal } from "#app/domain/evidence/merchant-forms.ts";
import { worksheetCodeOf } from "#app/domain/evidence/worksheets/worksheets.ts";
import { listDuties } from "#app/server/duties/duties.queries.server.ts";
import { handOverDuty } from "#app/server/duties/hand-over-duty.server.ts";
import { reopenDuty } from "#app/server/duties/reopen-duty.server.ts";
import { tickOffDuty } from "#app/server/duties/tick-off-duty.server.ts";
import { correctEvidence } from "#app/server/evidence/correct-evidence.server.ts";
import { getEvidence, listEvidenceOf } from "#app/server/evidence/evidence.queries.server.ts";
import { fillWorksheet } from "#app/server/evidence/fill-worksheet.server.ts";
import { rejectEvidence } from "#app/server/evidence/reject-evidence.server.ts";
import { uploadEvidence } from "#app/server/evidence/upload-evidence.server.ts";
import { verifyEvidence } from "#app/server/evidence/verify-evidence.server.ts";
import { viewEvidence } from "#app/server/evidence/view-evidence.queries.server.ts";
import { listFindingsByKey } from "#app/server/findings/findings.queries.server.ts";
import { viewQueue } from "#app/server/home/home.queries.server.ts";
import { reportReliance } from "#app/server/reports/report-reliance.queries.server.ts";
import { listSubcontractors } from "#app/server/vendors/subcontractors.queries.server.ts";
import { viewVendorPci } from "#app/server/vendors/vendor-contract.queries.server.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aSentTo, attach, type Sent } from "#tests/support/reviewing.ts";
import { aPdf } from "#tests/support/sample-files.ts";
import { aWorld } from "#tests/support/world.ts";

const question = "payment-provider#pci_validation";
const asDocument = { how: "document", page: "1", checks: [] as string[], note: "" } as const;
const verify = { checks: [] as string[], note: "" };

async function aVendor(options: Parameters<typeof aWorld>[0]) {
  const world = await aWorld(options);
  const sent = await aSentTo(world, "payment", "payment-provider");
  const officer = await world.asPerson(["compliance_officer"], "Edda Officer");
  return { world, sent, officer, read: world.store.read, organisationId: world.organisationId };
}

const given = ({ vendorId }: Sent, kind: "pci-aoc-sp" | "soc2-t2", change = {}) =>
  inventedWorksheet(worksheetCodeOf(kind)!, { kind, vendor: vendorId, service: "Payments", on: "2026-11-01" }, change);

onEveryEngine("a worksheet", (engine) => {
  it("is the only way to verify an attestation of compliance, and whoever may verify fills it in", async () => {
    const { sent, officer, read, organisationId, world } = await aVendor({ engine });
    const id = await attach(sent, question, "pci-aoc-sp");
    const half = given(sent, "pci-aoc-sp", { assessor: "" });
    const whole = given(sent, "pci-aoc-sp", { reportOn: "2026-10-20", notTested: "11.6.1" });
    for (const role of ["procurement", "business_owner", "approver", "auditor", "administrator"] as const) {
      const other = await world.asPerson([role]);
      await expect(fillWorksheet(other, id, { baseRevision: 0, typed: whole, verify })).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(verifyEvidence(officer, id, asDocument)).rejects.toMatchObject({ data: { fields: { worksheet: expect.anything() } } });

    await fillWorksheet(officer, id, { baseRevision: 0, typed: half });
    await expect(verifyEvidence(officer, id, asDocument)).rejects.toMatchObject({ code: "invalid" });
    await expect(fillWorksheet(officer, id, { baseRevision: 1, typed: half, verify })).rejects.toMatchObject({
      data: { fields: { "v:assessor": "Fill in “Assessor company”." } },
    });
    // Somebody had the page open since before the draft was kept.
    await expect(fillWorksheet(officer, id, { baseRevision: 0, typed: whole })).rejects.toMatchObject({ code: "conflict" });
    expect((await getEvidence(read, organisationId, id)).verdict).toBe("none");

    await fillWorksheet(officer, id, { baseRevision: 1, typed: whole, verify: { checks: ["registry"], note: "" } });
    // A double click sends the same once more.
    await fillWorksheet(officer, id, { baseRevision: 1, typed: whole, verify: { checks: ["registry"], note: "" } });
    expect(await getEvidence(read, organisationId, id)).toMatchObject({
      verdict: "verified",
      startsOn: "2026-10-20",
      expiresOn: "2027-10-20",
      verification: { page: "1", checks: expect.arrayContaining(["form", "service", "registry", "signed"]) },
    });
    const { document, worksheet } = await viewEvidence(officer, id);
    expect(worksheet?.revision).toBe(2);
    expect(document.worksheetFacts.find(({ name }) => name === "notTested")?.words).toEqual(["11.6.1"]);
    const [pci] = (await viewVendorPci(officer, sent.vendorId)).engagements;
    expect(pci?.proposal).toMatchObject({ assessor: "Kettleby Assurance", reportOn: "2026-10-20", requirementsNotTested: ["11.6.1"] });

    // A changed draft takes the verdict back, and so does another kind.
    await fillWorksheet(officer, id, { baseRevision: 2, typed: half });
    expect((await getEvidence(read, organisationId, id)).verdict).toBe("none");
    await expect(fillWorksheet(officer, id, { baseRevision: 3, typed: { "v:reportOn": ["2026-02-30"] } })).rejects.toMatchObject({
      data: { fields: { "v:reportOn": "Enter a date such as 2026-11-24." } },
    });
  });

  it("of a SOC 2 report gives our people tasks, lists subcontractors and opens findings, each once", async () => {
    const { sent, officer, read, organisationId, world } = await aVendor({ engine });
    const { vendorId, engagementId } = sent;
    const texts = async () => (await listDuties(read, organisationId, vendorId)).map(({ text }) => text);
    const gaps = async () =>
      (await listFindingsByKey(read, organisationId, engagementId, "document:")).map(({ title, status }) => [title, status]);
    const first = await attach(sent, question, "soc2-t2");
    const change = { ourControls: "Remove leavers\nUse MFA", serviceCovered: "partly", notCovered: "Payouts" };
    await readAndVerify(officer, first, { checks: [] }, change);
    await readAndVerify(officer, first, { checks: [] }, change);
    expect(await texts()).toEqual(["Remove leavers", "Use MFA"]);
    expect(await gaps()).toEqual([["The SOC 2 report does not cover: Payouts", "open"]]);
    const named = await listSubcontractors(read, organisationId, vendorId);
    expect(named.map(({ name, purpose, isCarvedOut }) => [name, purpose, isCarvedOut])).toEqual([
      ["Northern Cloud", "hosting in two regions", true],
      ["Tidewater Support", "first-level support", false],
    ]);

    // They stand on the Home of whoever answers for the service, who ticks them off.
    const [leavers] = await listDuties(read, organisationId, vendorId);
    const queue = await viewQueue(sent.buyer, "2026-11-26");
    expect(queue.tasks.filter(({ kind }) => kind === "duty").map(({ what }) => what)).toContain("Confirm our control: Remove leavers");
    const stranger = await world.asPerson(["business_owner"]);
    await expect(tickOffDuty(stranger, leavers!.id, "Done.")).rejects.toMatchObject({ code: "forbidden" });
    await expect(tickOffDuty(officer, leavers!.id, " ")).rejects.toMatchObject({ data: { fields: { note: expect.anything() } } });
    // Whoever it is not for cannot take it; who has it hands it over, and then ticks it off no more.
    await expect(handOverDuty(stranger, leavers!.id, stranger.actor.personId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(handOverDuty(sent.buyer, leavers!.id, "per_nobody")).rejects.toMatchObject({
      data: { fields: { ownerId: expect.anything() } },
    });
    await handOverDuty(sent.buyer, leavers!.id, stranger.actor.personId);
    await expect(tickOffDuty(sent.buyer, leavers!.id, "Done.")).rejects.toMatchObject({ code: "forbidden" });
    await handOverDuty(stranger, leavers!.id, sent.buyer.actor.personId);
    await tickOffDuty(sent.buyer, leavers!.id, "Set in the directory.");
    await expect(handOverDuty(officer, leavers!.id, stranger.actor.personId)).rejects.toMatchObject({ code: "illegal_transition" });
    await expect(tickOffDuty(officer, leavers!.id, "Again.")).rejects.toMatchObject({ code: "illegal_transition" });
    expect((await viewQueue(sent.buyer, "2026-11-26")).tasks.filter(({ kind }) => kind === "duty")).toHaveLength(1);

    // The audit report says the same of both sides.
    const about = { vendorId, engagementId, today: "2027-06-01", timeZone: "UTC" };
    const { ourControls, subcontractors } = await reportReliance(read, organisationId, about);
    expect(ourControls).toMatchObject([
      {
        text: "Remove leavers",
        source: expect.stringMatching(/\.pdf, page 1$/),
        state: "confirmed",
        by: "Procurement",
        how: "Set in the directory.",
      },
      { text: "Use MFA", state: "late", by: "Procurement", how: null },
    ]);
    expect(subcontractors.map(({ name, isCarvedOut }) => [name, isCarvedOut])).toEqual(
      named.map(({ name, isCarvedOut }) => [name, isCarvedOut]),
    );

    // What stays undone past its day is compliance's to ask for.
    const late = (await viewQueue(officer, "2027-06-01")).tasks.filter(({ kind }) => kind === "duty");
    expect(late.map(({ what }) => what)).toEqual(["Nobody confirmed our control: Use MFA"]);

    // A newer report takes its place: what it says again stays done, what it says no more is gone, and the gap is closed.
    const second = await attach(sent, question, "soc2-t2", "2026-11-20");
    await readAndVerify(officer, second, { checks: [] }, { ourControls: "Remove leavers\nReview access", carvedOut: "", included: "" });
    expect(await texts()).toEqual(["Remove leavers", "Review access"]);
    expect((await listDuties(read, organisationId, vendorId))[0]).toMatchObject({ note: "Set in the directory.", evidenceId: second });
    expect(await gaps()).toEqual([["The SOC 2 report does not cover: Payouts", "closed"]]);
    expect(await listSubcontractors(read, organisationId, vendorId)).toEqual([]);
    await reopenDuty(officer, leavers!.id, "The directory was replaced.");

    // Rejected, the older one speaks again; of another kind, it does no more.
    await rejectEvidence(officer, second, "It is of a sister company.");
    expect(await texts()).toEqual(["Remove leavers", "Use MFA"]);
    expect(await gaps()).toEqual([["The SOC 2 report does not cover: Payouts", "open"]]);
    await correctEvidence(officer, first, { kind: "soc3", startsOn: "2026-11-01", statedExpiryOn: null });
    expect(await texts()).toEqual([]);
  });

  it("turns a merchant's form away, at upload by its name and at review by what it says", async () => {
    const { sent, officer, read, organisationId } = await aVendor({ engine });
    const { assessmentId, engagementId, vendorId, vendor } = sent;
    const file = (fileName: string) => ({ source: Readable.from([aPdf("SAQ A")]), fileName });
    const asProof = { assessmentId, questionKey: question, kind: "pci-aoc-sp", startsOn: "2026-11-01" };
    await expect(uploadEvidence(vendor, asProof, file("SAQ-A-2026.pdf"))).rejects.toMatchObject({ detail: merchantFormRefusal.en });
    await expect(uploadEvidence(officer, asProof, file("SAQ-A-2026.pdf"))).rejects.toMatchObject({ code: "invalid" });
    expect(await listEvidenceOf(read, organisationId, vendorId)).toEqual([]);
    // Our own people may keep it with the service, where it proves nothing.
    await uploadEvidence(officer, { engagementId, kind: "pci-saq", startsOn: "2026-11-01" }, file("SAQ-A-2026.pdf"));

    const { evidenceId } = await uploadEvidence(vendor, asProof, file("attestation.pdf"));
    const typed = given(sent, "pci-aoc-sp", { form: "merchant_saq", serviceCovered: "no" });
    await expect(fillWorksheet(officer, evidenceId, { baseRevision: 0, typed, verify })).rejects.toMatchObject({
      data: { fields: { "v:form": merchantFormRefusal.en } },
    });
    await fillWorksheet(officer, evidenceId, { baseRevision: 0, typed });
    const { worksheet } = await viewEvidence(officer, evidenceId);
    expect(worksheet?.refusals).toHaveLength(2);
    await rejectEvidence(officer, evidenceId, worksheet!.refusals.join(" "));
    const [gap] = await listFindingsByKey(read, organisationId, engagementId, `document:${engagementId}:aoc:`);
    expect(gap).toMatchObject({ severity: "high", status: "open" });
  });
});
