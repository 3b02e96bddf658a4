// A vendor that will not answer is assessed from its documents: by an officer, each answer with document and page, without anybody's
// attestation, and for tiers 1 and 2 determined by somebody else.

import { Readable } from "node:stream";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { typedAnswer } from "#app/domain/assessment/typed-answer.ts";
import { modeWords } from "#app/domain/report/report-words.ts";
import { listAnswers } from "#app/server/assessments/answers.queries.server.ts";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { answerAgain } from "#app/server/assessments/from-documents/answer-again.server.ts";
import { answerFromDocuments } from "#app/server/assessments/from-documents/answer-from-documents.server.ts";
import { finishFromDocuments } from "#app/server/assessments/from-documents/finish-from-documents.server.ts";
import { returnToVendor } from "#app/server/assessments/from-documents/return-to-vendor.server.ts";
import { startFromDocuments } from "#app/server/assessments/from-documents/start-from-documents.server.ts";
import { takeOver } from "#app/server/assessments/from-documents/take-over.server.ts";
import { prepareAnswers } from "#app/server/assessments/on-behalf/prepare-answers.server.ts";
import { listPrepared } from "#app/server/assessments/on-behalf/prepared-answers.repo.server.ts";
import { viewReceipt } from "#app/server/assessments/portal/receipt.queries.server.ts";
import { saveRawAnswer } from "#app/server/assessments/portal/save-answer.server.ts";
import { submitAssessment } from "#app/server/assessments/portal/submit-assessment.server.ts";
import { approveSection } from "#app/server/assessments/review/approve-section.server.ts";
import { closeReview } from "#app/server/assessments/review/close-review.server.ts";
import { recordDetermination } from "#app/server/assessments/review/record-determination.server.ts";
import { buildScoreInput } from "#app/server/assessments/review/review.queries.server.ts";
import { readReviewing } from "#app/server/assessments/review/reviewing.queries.server.ts";
import { cancelAssessment } from "#app/server/assessments/sending/cancel-assessment.server.ts";
import { viewDecision } from "#app/server/decisions/decide.queries.server.ts";
import { signDecision } from "#app/server/decisions/sign-decision.server.ts";
import { openEvidence } from "#app/server/evidence/open-evidence.server.ts";
import { uploadEvidence } from "#app/server/evidence/upload-evidence.server.ts";
import type { PersonContext } from "#app/server/platform/request-context.server.ts";
import { buildReportFacts } from "#app/server/reports/build-report-facts.queries.server.ts";
import { renderReport } from "#app/server/reports/render-report.server.ts";
import { builtPdfWorker } from "#tests/support/built-pdf-worker.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { findPoppler } from "#tests/support/poppler.ts";
import { aPdf } from "#tests/support/sample-files.ts";
import { aChoice, aSentAssessment, emptyAnswer, type SentAssessment, startedBy } from "#tests/support/sending.ts";
import { aWorld, type World } from "#tests/support/world.ts";

const poppler = findPoppler(2);
const today = "2026-11-24";

/** A report of the vendor's auditor, found by an officer and kept with the service. */
async function aFoundReport(officer: PersonContext, { engagementId }: SentAssessment): Promise<string> {
  const form = { engagementId, kind: "soc2-t2", startsOn: "2026-09-30" };
  const file = { source: Readable.from([aPdf("SOC 2")]), fileName: "soc2-2026.pdf" };
  return (await uploadEvidence(officer, form, file)).evidenceId;
}

async function confirmInherentRisk(world: World, { engagementId }: SentAssessment, byId: string): Promise<void> {
  await world.store.tx(world.organisationId, async (tx) => {
    const { inherentRisks: t } = tx.t;
    const now = world.clock.now();
    const confirmed = { confirmedById: byId, confirmedAt: now, agreedById: byId, agreedAt: now };
    await tx.db.update(t).set(confirmed).where(eq(t.engagementId, engagementId));
  });
}

onEveryEngine("answering from documents", (engine) => {
  it("needs document and page, nobody's attestation, another determiner, and says so on the first page of the report", async () => {
    await builtPdfWorker();
    const world = await aWorld({ engine });
    const { organisationId, portal, store } = world;
    const sent = await aSentAssessment(world);
    const { assessmentId, buyer, linkToken } = sent;
    const florian = await startedBy(world, linkToken, "Florian Teasel");
    const { key, plain } = await aChoice(world, florian);
    const typed = { questionKey: key, baseRevision: 0, raw: { ...emptyAnswer, values: [plain] } };
    await saveRawAnswer(florian, typed);
    const reader = await world.asPerson(["compliance_officer"], "Bertil Quist");
    const other = await world.asPerson(["compliance_officer"], "Hedda Larch");

    await expect(takeOver(buyer, assessmentId, "It will not.")).rejects.toMatchObject({ code: "forbidden" });
    await expect(takeOver(reader, assessmentId, " ")).rejects.toMatchObject({ code: "invalid" });
    await takeOver(reader, assessmentId, "Its sales desk sent its SOC 2 report and said no.");
    // What the vendor typed and never signed counts no more, and it cannot type on.
    expect((await listAnswers(store.read, organisationId, assessmentId)).map(({ value }) => value)).toEqual([null]);
    await expect(saveRawAnswer(florian, typed)).rejects.toMatchObject({ code: "illegal_transition" });
    await expect(submitAssessment(florian, { name: "Florian Teasel", role: "Owner" })).rejects.toMatchObject({
      code: "illegal_transition",
    });
    expect((await viewReceipt(florian)).sections).toEqual([]);

    const evidenceId = await aFoundReport(reader, sent);
    const answer = (document: string, page: string, baseRevision = 2) => ({
      questionKey: key,
      baseRevision,
      raw: { ...emptyAnswer, values: [plain], document, page },
    });
    for (const [field, incomplete] of [
      ["instead", answer("", "12")],
      ["page", answer(evidenceId, " ")],
      ["instead", answer("evd_unknown", "12")],
    ] as const)
      await expect(answerFromDocuments(reader, assessmentId, [incomplete])).rejects.toMatchObject({
        data: { problems: { [key]: { [field]: expect.any(String) } } },
      });
    await expect(answerFromDocuments(buyer, assessmentId, [answer(evidenceId, "12")])).rejects.toMatchObject({ code: "forbidden" });
    const stranger = { ...reader, actor: { ...reader.actor, organisationId: await world.anotherOrganisation() } };
    await expect(answerFromDocuments(stranger, assessmentId, [answer(evidenceId, "12")])).rejects.toMatchObject({ code: "not_found" });
    await expect(finishFromDocuments(reader, assessmentId, { restNotFound: true })).rejects.toMatchObject({ code: "conflict" });

    expect(await answerFromDocuments(reader, assessmentId, [answer(evidenceId, "12")])).toBe(1);
    expect(await answerFromDocuments(reader, assessmentId, [answer(evidenceId, "12", 3)])).toBe(0);
    await finishFromDocuments(reader, assessmentId, { restNotFound: true });
    expect(await getAssessment(store.read, organisationId, assessmentId)).toMatchObject({ status: "submitted", method: "from_documents" });
    const input = await buildScoreInput(portal, store.read, organisationId, assessmentId, { reviewed: false, asOn: today });
    expect(Object.values(input.answers)).toContainEqual({ value: "declined", reason: "Not found in the documents." });

    // Payment: tier 1. Whoever read the answers neither determines them nor ends the review.
    const refused = { code: "forbidden", data: { refusal: "answered_it" } };
    await expect(recordDetermination(reader, assessmentId, key, { verdict: "accepted" })).rejects.toMatchObject(refused);
    await expect(approveSection(reader, assessmentId, "starter~basics")).rejects.toMatchObject(refused);
    await expect(closeReview(reader, assessmentId)).rejects.toMatchObject(refused);
    await expect(recordDetermination(other, assessmentId, key, { verdict: "clarify", reason: "?" })).rejects.toMatchObject({
      code: "invalid",
    });

    (await openEvidence(other, evidenceId)).source.destroy();
    const { items } = await readReviewing(portal, store.read, organisationId, assessmentId, today);
    for (const { questionKey } of items.filter(({ answer }) => answer !== "none"))
      await recordDetermination(other, assessmentId, questionKey, { verdict: "accepted" });
    await closeReview(other, assessmentId);
    await confirmInherentRisk(world, sent, reader.actor.personId);
    const words = { outcome: "declined", rationale: "Too little is known of it.", conditions: [] } as const;
    const { decisionId } = await signDecision(other, assessmentId, words);

    const about = { decisionId, reportId: "evd_report", producedAt: world.clock.now() };
    const facts = await buildReportFacts(portal, store.read, organisationId, about);
    expect(facts.howAnswered).toMatchObject({ mode: "from_documents", attestation: null });
    // Who signs second reads what is printed.
    const { mode, note } = facts.howAnswered;
    expect((await viewDecision(other, assessmentId)).answered).toEqual({ mode, note, words: modeWords[mode] });
    expect(note?.replaceAll("\u00a0", " ")).toContain("did not answer. We read 1 answer in 1 document of it");
    const said = facts.sections.flatMap(({ questions }) => questions).find(({ answer: { document } }) => document !== null);
    const read = { source: "from_documents", byRole: "Compliance officer", document: { evidenceId, page: "12" } };
    expect(said?.answer).toMatchObject(read);
    if (!poppler) return;
    const [first = ""] = poppler.textOf(await renderReport("audit-report", facts)).split("\f");
    expect(first.replaceAll(/\s+/g, " ")).toContain("From documents, by us, without the vendor's attestation");
    expect(first).not.toContain("attested 2");
    const page = poppler.textOf(await renderReport("decision-page", facts)).replaceAll(/\s+/g, " ");
    expect(page).toContain("From documents, by us, without the vendor's attestation");
  });

  it("may be opened again, go back to the vendor with what it had typed, or begin without asking it", async () => {
    const world = await aWorld({ engine });
    const { organisationId, store } = world;
    const sent = await aSentAssessment(world);
    const { assessmentId, engagementId, buyer } = sent;
    const florian = await startedBy(world, sent.linkToken, "Florian Teasel");
    const { key, plain, explained } = await aChoice(world, florian);
    await saveRawAnswer(florian, { questionKey: key, baseRevision: 0, raw: { ...emptyAnswer, values: [plain] } });
    const reader = await world.asPerson(["compliance_officer"], "Bertil Quist");
    await takeOver(reader, assessmentId, "No answer for five weeks.");
    const evidenceId = await aFoundReport(reader, sent);
    const asked = (await listAnswers(store.read, organisationId, assessmentId)).map(({ questionKey }) => questionKey);
    expect(asked).toEqual([key]);
    const raw = { ...typedAnswer({ value: explained, comment: "In part", reason: "", instead: null }), document: evidenceId, page: "40" };
    await answerFromDocuments(reader, assessmentId, [{ questionKey: key, baseRevision: 2, raw }]);
    await finishFromDocuments(reader, assessmentId, { restNotFound: false });
    await answerAgain(reader, assessmentId, "Page 41 says otherwise.");
    await returnToVendor(reader, assessmentId, "Its new security lead answers.");
    expect(await listAnswers(store.read, organisationId, assessmentId)).toMatchObject([
      { questionKey: key, value: plain, origin: "vendor", givenBy: "Florian Teasel" },
    ]);
    expect(await listPrepared(store.read, organisationId, assessmentId)).toEqual([]);
    expect(await getAssessment(store.read, organisationId, assessmentId)).toMatchObject({ status: "in_progress", method: null });

    await cancelAssessment(buyer, { assessmentId, how: "close_unanswered", reason: "It will not." });
    const begin = { engagementId, questionnaireIds: ["starter"], reason: "It answers no questionnaires." };
    await expect(startFromDocuments(buyer, begin)).rejects.toMatchObject({ code: "forbidden" });
    const begun = await startFromDocuments(reader, begin);
    await expect(startFromDocuments(reader, begin)).rejects.toMatchObject({ code: "conflict" });
    expect(await getAssessment(store.read, organisationId, begun.assessmentId)).toMatchObject({ status: "from_documents", sentAt: null });
    await expect(returnToVendor(reader, begun.assessmentId, "It asks.")).rejects.toMatchObject({ code: "conflict" });
    await expect(prepareAnswers(buyer, begun.assessmentId, [])).rejects.toMatchObject({ code: "illegal_transition" });
  });
});
