// After the signature: the vendor is told by a letter that holds nothing of ours, and what changes later is said by signed addenda, of which
// /verify names the newest to whoever holds an older document.
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { viewReceipt } from "#app/server/assessments/portal/receipt.queries.server.ts";
import { countersignDecision } from "#app/server/decisions/countersign-decision.server.ts";
import { viewDecision } from "#app/server/decisions/decide.queries.server.ts";
import { getDecision, listConditions } from "#app/server/decisions/decisions.queries.server.ts";
import { meetCondition } from "#app/server/decisions/meet-condition.server.ts";
import { signDecision } from "#app/server/decisions/sign-decision.server.ts";
import { withdrawDecision } from "#app/server/decisions/withdraw-decision.server.ts";
import { endAcceptance } from "#app/server/monitoring/end-acceptance.server.ts";
import type { AnonymousContext, PersonContext, VendorContext } from "#app/server/platform/request-context.server.ts";
import { listAddenda } from "#app/server/reports/addenda/addenda.queries.server.ts";
import { checkDocument, findDocumentByHash } from "#app/server/reports/check-document.server.ts";
import { previewLetter } from "#app/server/reports/letters/letter-preview.queries.server.ts";
import { openOwnLetter } from "#app/server/reports/letters/open-own-letter.server.ts";
import { sendDecisionLetter } from "#app/server/reports/letters/send-decision-letter.server.ts";
import { openReport } from "#app/server/reports/open-report.server.ts";
import { listReports } from "#app/server/reports/reports.queries.server.ts";
import { getEngagement } from "#app/server/vendors/engagements.queries.server.ts";
import { builtPdfWorker } from "#tests/support/built-pdf-worker.ts";
import { acceptEverything, aReviewed, mixed } from "#tests/support/deciding.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { findPoppler } from "#tests/support/poppler.ts";
import { aSentTo } from "#tests/support/reviewing.ts";
import { aWorld, type World } from "#tests/support/world.ts";

const poppler = findPoppler(4);
const rejected = ["payment-provider#payout_change"];
const rationale = "We trust them because Yorick said so.";

const bytesOf = async (opened: Promise<{ source: Readable }>) => buffer((await opened).source);
const read = (ctx: PersonContext, id: string) => bytesOf(openReport(ctx, id));

async function aConditional(world: World) {
  await builtPdfWorker();
  const reviewed = await aReviewed(world, { file: mixed, tier: 3, rejected });
  const acceptances = await acceptEverything(world, reviewed);
  const conditions = [
    { text: "A second person confirms changes of payout accounts.", when: "by_date", dueOn: "2027-02-01" },
    { text: "The penetration test is repeated.", when: "before_go_live", dueOn: null },
  ] as const;
  const input = { outcome: "approved_with_conditions", rationale, conditions } as const;
  const { decisionId, status } = await signDecision(reviewed.officer, reviewed.assessmentId, input);
  if (status === "awaiting_second") await countersignDecision(reviewed.approver, decisionId);
  return { ...reviewed, decisionId, acceptances };
}

onEveryEngine("a decision letter", (engine) => {
  it("is previewed, sent once by an officer, mailed, and read by the vendor it is for; nothing of ours stands in it", async () => {
    const world = await aWorld({ engine });
    const { store, organisationId, portal } = world;
    const decided = await aConditional(world);
    const { assessmentId, vendor, officer, buyer, approver } = decided;
    await expect(openOwnLetter(vendor, "evd_none")).rejects.toMatchObject({ code: "not_found" });
    expect((await viewReceipt(vendor)).letterId).toBeNull();

    const preview = await previewLetter(officer, assessmentId, "de");
    expect(preview).toMatchObject({ language: "de", contact: { name: "Florian Teasel" }, sent: undefined, maySend: true });
    expect(preview.letter?.facts.map(({ value }) => value)).toContain("Freigegeben mit Auflagen");
    expect((await previewLetter(approver, assessmentId, undefined)).maySend).toBe(false);
    await expect(previewLetter(buyer, assessmentId, undefined)).rejects.toMatchObject({ code: "forbidden" });
    await expect(sendDecisionLetter(approver, assessmentId, { language: "en" })).rejects.toMatchObject({ code: "forbidden" });

    // Pressed twice, and in two languages: one letter, the first.
    await sendDecisionLetter(officer, assessmentId, { language: "de" });
    await sendDecisionLetter(officer, assessmentId, { language: "en" });
    await portal.waker.drain();
    const view = await viewDecision(officer, assessmentId);
    const letterId = view.decision?.letter?.documentId ?? "";
    expect(letterId).not.toBe("");
    const mails = await store.read.db
      .select()
      .from(store.read.t.outboxMails)
      .where(eq(store.read.t.outboxMails.organisationId, organisationId));
    expect(mails.filter(({ kind }) => kind === "letter")).toMatchObject([
      { toName: "Florian Teasel", assessmentId, subject: expect.stringContaining(" hat über ") },
    ]);

    expect((await previewLetter(officer, assessmentId, "en")).letter).toBeNull();
    const bytes = await bytesOf(openOwnLetter(vendor, letterId));
    expect((await read(officer, letterId)).equals(bytes)).toBe(true);
    expect((await viewReceipt(vendor)).letterId).toBe(letterId);
    await expect(openReport(buyer, letterId)).rejects.toMatchObject({ code: "forbidden" });
    const other = await aSentTo(world, "payment", "payment-provider");
    await expect(openOwnLetter(other.vendor, letterId)).rejects.toMatchObject({ code: "not_found" });
    const mixedUp = { ...other.vendor, actor: { ...other.vendor.actor, assessmentId }, now: world.clock.now() } as VendorContext;
    await expect(openOwnLetter(mixedUp, letterId)).rejects.toMatchObject({ code: "not_found" });

    const anybody = world.as({ kind: "anonymous", organisationId }) as AnonymousContext;
    expect(await checkDocument(anybody, Readable.from([bytes]))).toMatchObject({
      isOurs: true,
      isUnaltered: true,
      form: "decision-letter",
      newer: null,
    });
    if (!poppler) return;
    expect(poppler.signatureOf(bytes)).toContain("Signature is Valid");
    expect(poppler.infoOf(bytes)).toMatch(/Pages:\s+[12]\n/);
    const text = poppler.textOf(bytes).replace(/\s+/g, " ");
    for (const part of [
      "Freigegeben mit Auflagen",
      "C-1",
      "1. Februar 2027",
      "Was nachzubessern ist",
      "Was das Ergebnis verbessern würde",
      "Odile Marchbanks",
    ])
      expect(text, part).toContain(part);
    const internal = [
      "Yorick",
      "export shows otherwise",
      "Repair is under way",
      "Tier",
      "esidual",
      "Bertil Quist",
      "Tove Brand",
      "Knock",
      "Risiko",
      "determin",
    ];
    for (const word of internal) expect(text, word).not.toContain(word);
  });
});

onEveryEngine("an addendum", (engine) => {
  it("is signed once when a condition is met or an acceptance ends, and /verify names the newest beside every older document", async () => {
    const world = await aWorld({ engine });
    const { store, organisationId, portal, clock } = world;
    const { decisionId, assessmentId, officer, buyer, acceptances, engagementId } = await aConditional(world);
    const anybody = world.as({ kind: "anonymous", organisationId }) as AnonymousContext;
    const [first, second] = await listConditions(store.read, organisationId, decisionId);
    // Before the documents of the decision are made: the addendum waits for them.
    await meetCondition(officer, first!.id);
    await meetCondition(officer, first!.id);
    await portal.waker.drain();
    const decision = await getDecision(store.read, organisationId, decisionId);
    const report = await read(officer, decision.reportEvidenceId ?? "");
    const check = async (bytes: Uint8Array) => checkDocument(anybody, Readable.from([bytes]));
    const addenda = () => listAddenda(store.read, organisationId, decisionId);
    expect(await addenda()).toMatchObject([{ number: 1, cause: "condition_met", subjectId: first!.id, byId: officer.actor.personId }]);
    const one = await read(buyer, (await addenda())[0]!.evidenceId ?? "");
    expect(await check(one)).toMatchObject({ form: "addendum", newer: null });
    expect((await check(report)).newer).toMatchObject({ number: 1 });

    clock.advance({ days: 40 });
    const [acceptanceId = ""] = acceptances;
    const action = { do: "end_acceptance", key: `end:${acceptanceId}`, engagementId, acceptanceId, expiresOn: "2026-12-22" } as const;
    await endAcceptance(world.asSystem("monitoring"), action);
    await portal.waker.drain();
    expect((await addenda()).map(({ cause, byId }) => [cause, byId])).toEqual([
      ["condition_met", officer.actor.personId],
      ["acceptance_ended", null],
    ]);
    const two = await read(officer, (await addenda())[1]!.evidenceId ?? "");
    const newest = { number: 2, sha256: (await check(two)).sha256 };
    for (const older of [report, one]) expect((await check(older)).newer).toMatchObject(newest);
    expect((await check(two)).newer).toBeNull();
    const page = await read(officer, decision.decisionPageEvidenceId ?? "");
    const told = await findDocumentByHash(anybody, (await check(page)).sha256);
    expect(told).toMatchObject({ form: "decision-page", newer: newest });
    expect(Object.keys(told?.newer ?? {}).sort()).toEqual(["number", "sha256", "storedAt"]);

    const { reports } = await listReports(buyer, {});
    expect(reports.filter(({ form }) => form === "addendum").map(({ addendum }) => addendum?.number)).toEqual([2, 1]);
    expect(reports.find(({ form }) => form === "decision-page")?.newest?.number).toBe(2);
    expect((await viewDecision(officer, assessmentId)).decision?.addenda).toMatchObject([{ number: 1 }, { number: 2 }]);
    expect(second?.metAt).toBeNull();

    // Taken back: nothing goes on by itself, the assessment waits for a decision, and the documents say so by a third addendum.
    await expect(withdrawDecision(officer, decisionId, " ")).rejects.toMatchObject({ code: "invalid" });
    await expect(withdrawDecision(buyer, decisionId, "No.")).rejects.toMatchObject({ code: "forbidden" });
    const before = await getEngagement(store.read, organisationId, engagementId);
    expect(before).toMatchObject({ status: "active", decisionId });
    await withdrawDecision(officer, decisionId, "The vendor was sold.");
    await expect(withdrawDecision(officer, decisionId, "Again.")).rejects.toMatchObject({ code: "illegal_transition" });
    await expect(meetCondition(officer, second!.id)).rejects.toMatchObject({ code: "illegal_transition" });
    await portal.waker.drain();
    expect((await getAssessment(store.read, organisationId, assessmentId)).status).toBe("reviewed");
    const after = await getEngagement(store.read, organisationId, engagementId);
    expect(after).toMatchObject({ status: "suspended", decisionId: null, scoreBps: null, residual: null, nextReviewOn: null });
    const three = await read(officer, (await addenda())[2]!.evidenceId ?? "");
    for (const older of [report, one, two, page]) expect((await check(older)).newer).toMatchObject({ number: 3 });
    expect((await viewDecision(officer, assessmentId)).decision).toBeNull();
    if (poppler) expect(poppler.textOf(three).replace(/\s+/g, " ")).toContain("withdrawn: it no longer holds");
    if (!poppler) return;
    expect(poppler.signatureOf(one)).toContain("Signature is Valid");
    expect(poppler.infoOf(one)).toMatch(/Pages:\s+1\n/);
    const text = poppler.textOf(one).replace(/\s+/g, " ");
    const reportHash = (await check(report)).sha256;
    for (const part of ["Addendum 1", "A condition is met", "Condition C-1 is met", "Compliance officer"])
      expect(text, part).toContain(part);
    expect(text.replaceAll(" ", "")).toContain(reportHash);
    for (const name of ["Odile", "Yorick", "Bertil"]) expect(text, name).not.toContain(name);
  });
});
