// Evidence first: a vendor drops a report, sees what it answers, confirms, and can take it back.
import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { isOnlyFromReport } from "#app/domain/assessment/covered.ts";
import { storedScoreInput } from "#app/domain/assessment/stored-review.ts";
import { typedAnswer } from "#app/domain/assessment/typed-answer.ts";
import { listAnswers } from "#app/server/assessments/answers.queries.server.ts";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { confirmReport } from "#app/server/assessments/portal/confirm-report.server.ts";
import { type ReportItem, viewReport, viewReports } from "#app/server/assessments/portal/reports.queries.server.ts";
import { saveAnswer } from "#app/server/assessments/portal/save-answer.server.ts";
import { saveSection } from "#app/server/assessments/portal/save-section.server.ts";
import { viewSection } from "#app/server/assessments/portal/section.queries.server.ts";
import { submitAssessment } from "#app/server/assessments/portal/submit-assessment.server.ts";
import { viewTasks } from "#app/server/assessments/portal/tasks.queries.server.ts";
import { readReview } from "#app/server/assessments/review/review.queries.server.ts";
import { viewReview } from "#app/server/assessments/review/review-page.queries.server.ts";
import { uploadEvidence } from "#app/server/evidence/upload-evidence.server.ts";
import { withdrawEvidence } from "#app/server/evidence/withdraw-evidence.server.ts";
import type { VendorContext } from "#app/server/platform/request-context.server.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aSentTo } from "#tests/support/reviewing.ts";
import { aPdf } from "#tests/support/sample-files.ts";
import { declineTheRest, emptyAnswer } from "#tests/support/sending.ts";
import { aWorld, type World } from "#tests/support/world.ts";

/** A report without a question of its own, as the start page takes it. */
async function aReport(vendor: VendorContext, kind: string, startsOn = "2026-09-30"): Promise<string> {
  const form = { assessmentId: vendor.actor.assessmentId, kind, startsOn };
  const { evidenceId } = await uploadEvidence(vendor, form, {
    source: Readable.from([aPdf(`${kind} ${startsOn}`)]),
    fileName: `${kind}.pdf`,
  });
  return evidenceId;
}

const atTier1 = { tier: 1, category: "payment", personal_data: 3, card: 4, access: 3, money: 4, dependency: 4 } as const;

async function aVendor(world: World) {
  const { vendor } = await aSentTo(world, "payment", "core-security", atTier1);
  return vendor;
}

/** A form as the page sends it: every proposal as it stands, unless told otherwise. */
const asShown = (items: readonly ReportItem[], change: (item: ReportItem) => object | undefined = () => ({})) =>
  items.flatMap((item) => {
    const { question, answer } = item.view;
    const values = item.proposal === null ? [] : [item.proposal];
    const changed = change(item);
    const raw = { ...emptyAnswer, values, instead: "covered", ...changed };
    return changed ? [{ questionKey: question.key, baseRevision: answer?.revision ?? 0, raw }] : [];
  });

const stored = async (world: World, vendor: VendorContext) =>
  new Map((await listAnswers(world.store.read, world.organisationId, vendor.actor.assessmentId)).map((row) => [row.questionKey, row]));

onEveryEngine("evidence first", (engine) => {
  it("counts what each kind of report would save, and nothing before the vendor confirmed it", async () => {
    const world = await aWorld({ engine });
    const vendor = await aVendor(world);
    const { kinds, frame } = await viewReports(vendor);
    const soc2 = kinds.find(({ code }) => code === "soc2-t2")!;
    expect(kinds[0]).toBe(soc2);
    expect(soc2.answers).toBeGreaterThan(10);
    expect(kinds.map(({ code }) => code)).toEqual(expect.arrayContaining(["soc2-t2", "pci-roc", "pci-aoc-sp", "iso27001"]));
    expect(frame.progress.answered).toBe(0);
    const id = await aReport(vendor, "soc2-t2");
    const { items } = await viewReport(vendor, id);
    expect(items.filter(({ role }) => role === "answer")).toHaveLength(soc2.answers);
    expect(items).toHaveLength(soc2.answers + soc2.proves);
    expect(await stored(world, vendor)).toEqual(new Map());
    expect((await viewTasks(vendor)).reports).toMatchObject({ saved: 0, possible: expect.any(Number) });

    const saved = await confirmReport(vendor, id, { page: "section 3", answers: asShown(items) });
    expect(saved).toBe(soc2.answers);
    const tasks = await viewTasks(vendor);
    expect(tasks.reports.saved).toBe(soc2.answers);
    expect(tasks.frame.progress.answered).toBe(soc2.answers);
    const row = (await stored(world, vendor)).get("core-security#mfa_staff");
    const instead = { is: "covered", document: "soc2-t2.pdf", page: "section 3", evidenceId: id };
    expect(row).toMatchObject({ value: "all", origin: "report", givenBy: "Florian Teasel", instead });
    expect((await viewReport(vendor, id)).items).toEqual([]);
  });

  it("saves a changed answer as the vendor's own word, with the report only where it still proves it", async () => {
    const world = await aWorld({ engine });
    const vendor = await aVendor(world);
    const id = await aReport(vendor, "soc2-t2");
    const { items } = await viewReport(vendor, id);
    const unexplained = asShown(items, ({ view }) => (view.question.key === "core-security#mfa_staff" ? { values: ["most"] } : {}));
    await expect(confirmReport(vendor, id, { page: "", answers: unexplained })).rejects.toMatchObject({
      code: "invalid",
      data: { problems: { "core-security#mfa_staff": { comment: expect.any(String) } } },
    });
    expect(await stored(world, vendor)).toEqual(new Map());
    const changes: Record<string, object> = {
      "core-security#mfa_staff": { values: ["most"], comment: "Not yet in the warehouse", page: "41" },
      "core-security#training": { values: ["never"], comment: "Starts in spring" },
      "core-security#screening": { instead: "" },
    };
    await confirmReport(vendor, id, { page: "", answers: asShown(items, ({ view }) => changes[view.question.key]) });
    const rows = await stored(world, vendor);
    expect([...rows.keys()].sort()).toEqual(["core-security#mfa_staff", "core-security#training"]);
    expect(rows.get("core-security#mfa_staff")).toMatchObject({ value: "most", origin: "vendor", instead: { page: "41", evidenceId: id } });
    expect(rows.get("core-security#training")).toMatchObject({ value: "never", origin: "vendor", instead: null });
    expect([...rows.values()].some((row) => isOnlyFromReport(row))).toBe(false);
  });

  it("never writes over what a colleague answered meanwhile, and a second click changes nothing", async () => {
    const world = await aWorld({ engine });
    const vendor = await aVendor(world);
    const id = await aReport(vendor, "soc2-t2");
    const { items } = await viewReport(vendor, id);
    const answers = asShown(items);
    await saveAnswer(vendor, { questionKey: "core-security#training", baseRevision: 0, value: "start" });
    await expect(confirmReport(vendor, id, { page: "", answers })).rejects.toMatchObject({ code: "conflict" });
    const again = asShown((await viewReport(vendor, id)).items);
    const saved = await confirmReport(vendor, id, { page: "", answers: again });
    expect(saved).toBeGreaterThan(10);
    const first = await stored(world, vendor);
    expect(first.get("core-security#training")).toMatchObject({ value: "start", origin: "vendor", instead: { evidenceId: id } });
    expect(await confirmReport(vendor, id, { page: "", answers: again })).toBe(0);
    expect(await stored(world, vendor)).toEqual(first);
  });

  it("opens the answers again that rested on a report alone when it is taken back, and keeps the others", async () => {
    const world = await aWorld({ engine });
    const vendor = await aVendor(world);
    const soc2 = await aReport(vendor, "soc2-t2");
    await saveAnswer(vendor, { questionKey: "core-security#training", baseRevision: 0, value: "start" });
    await confirmReport(vendor, soc2, { page: "", answers: asShown((await viewReport(vendor, soc2)).items) });
    const wrong = await aReport(vendor, "soc1");
    const before = await stored(world, vendor);
    await withdrawEvidence(vendor, wrong);
    expect(await stored(world, vendor)).toEqual(before);

    const section = "core-security~people";
    const page = await viewSection(vendor, section, false);
    const shown = page.section.questions.map(({ question, answer }) => ({
      questionKey: question.key,
      baseRevision: answer?.revision ?? 0,
      raw: typedAnswer(answer ?? { value: null, comment: "", reason: "", instead: null }),
    }));
    expect(await saveSection(vendor, { section, answers: shown, isFinal: false })).toBe(0);

    const { rest } = await viewReport(vendor, soc2);
    expect(rest.alone).toBeGreaterThan(10);
    await withdrawEvidence(vendor, soc2);
    const after = await stored(world, vendor);
    expect(after.get("core-security#training")).toMatchObject({ value: "start", instead: null });
    expect(after.get("core-security#mfa_staff")).toMatchObject({ value: null, instead: null });
    expect((await viewTasks(vendor)).frame.progress.answered).toBe(1);
    await expect(viewReport(vendor, soc2)).rejects.toMatchObject({ code: "not_found" });
  });

  it("proposes nothing from a report that has expired, nor from one older than the question allows", async () => {
    const world = await aWorld({ engine });
    const vendor = await aVendor(world);
    const old = await viewReport(vendor, await aReport(vendor, "soc2-t2", "2024-03-31"));
    expect(old).toMatchObject({ isExpired: true, items: [] });
    const iso = await viewReport(vendor, await aReport(vendor, "iso27001", "2024-06-01"));
    expect(iso.isExpired).toBe(false);
    expect(iso.items.map(({ view }) => view.question.key)).toContain("core-security#security_lead");
    expect(iso.items.map(({ view }) => view.question.key)).not.toContain("core-security#risk_assessment");
  });

  it("shows the reviewer which report and page, by whom confirmed, and scores the report by its own state", async () => {
    const world = await aWorld({ engine });
    const vendor = await aVendor(world);
    const id = await aReport(vendor, "soc2-t2");
    await confirmReport(vendor, id, { page: "17", answers: asShown((await viewReport(vendor, id)).items) });
    await declineTheRest(world, vendor);
    await submitAssessment(vendor, { name: "Florian Teasel", role: "CISO" });
    const { assessmentId } = vendor.actor;
    const officer = await world.asPerson(["compliance_officer"]);
    const { cards } = await viewReview(officer, assessmentId, { section: null, filter: null, question: "core-security#mfa_staff" });
    const card = cards.find(({ id: question }) => question === "mfa_staff")!;
    expect(card.answer).toMatchObject({ isFromReport: true, by: "Florian Teasel", instead: { document: "soc2-t2.pdf", page: "17" } });
    expect(card.documents).toMatchObject([{ id, kindLabel: "SOC 2 Type II report" }]);
    const stateOn = async (asOn: string) => {
      const review = await readReview(world.portal, world.store.read, world.organisationId, assessmentId, asOn);
      return storedScoreInput(review, { isReviewed: false, asOn }).answers.mfa_staff?.evidence;
    };
    expect(await stateOn("2026-11-23")).toBe("provided");
    expect(await stateOn("2028-01-01")).toBe("expired");
    expect((await getAssessment(world.store.read, world.organisationId, assessmentId)).status).toBe("submitted");
  });

  it("keeps a report of another vendor and a document of ours out of reach", async () => {
    const world = await aWorld({ engine });
    const vendor = await aVendor(world);
    const other = await aVendor(world);
    const id = await aReport(other, "soc2-t2");
    await expect(viewReport(vendor, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(confirmReport(vendor, id, { page: "", answers: [] })).rejects.toMatchObject({ code: "not_found" });
    const officer = await world.asPerson(["compliance_officer"]);
    const ours = await uploadEvidence(
      officer,
      { assessmentId: vendor.actor.assessmentId, kind: "soc2-t2", startsOn: "2026-09-30" },
      { source: Readable.from([aPdf("ours")]), fileName: "ours.pdf" },
    );
    await expect(viewReport(vendor, ours.evidenceId)).rejects.toMatchObject({ code: "not_found" });
  });
});
