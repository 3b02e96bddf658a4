// What a vendor said of itself for one engagement stands for its others: answered once, with documents and determination, for six months, and
// only within one vendor of one organisation.
import { Readable } from "node:stream";
import { beforeAll, expect, it } from "vitest";
import { takenFrom } from "#app/domain/assessment/answer-source.ts";
import { missingBefore } from "#app/domain/assessment/vendor-state.ts";
import { addDays, addMonths } from "#app/domain/monitoring/calendar-days.ts";
import { type AnswerRow, listAnswers } from "#app/server/assessments/answers.queries.server.ts";
import { listFileUses } from "#app/server/assessments/answers.repo.server.ts";
import { getAssessment, listAssessmentsOf } from "#app/server/assessments/assessments.queries.server.ts";
import { updateAssessment } from "#app/server/assessments/assessments.repo.server.ts";
import { readElsewhere } from "#app/server/assessments/elsewhere.queries.server.ts";
import { askCorrection } from "#app/server/assessments/portal/ask-correction.server.ts";
import { copyOfAnswers } from "#app/server/assessments/portal/copy-of-answers.queries.server.ts";
import { correctAnswer } from "#app/server/assessments/portal/correct-answer.server.ts";
import { readVendorState } from "#app/server/assessments/portal/refresh-progress.step.server.ts";
import { saveAnswer } from "#app/server/assessments/portal/save-answer.server.ts";
import { viewSection } from "#app/server/assessments/portal/section.queries.server.ts";
import { submitAssessment } from "#app/server/assessments/portal/submit-assessment.server.ts";
import { uploadWorkbook } from "#app/server/assessments/portal/workbook/upload-workbook.server.ts";
import { downloadWorkbook, viewWorkbookReport } from "#app/server/assessments/portal/workbook/workbook.queries.server.ts";
import { approveSection } from "#app/server/assessments/review/approve-section.server.ts";
import { listDeterminations } from "#app/server/assessments/review/determinations.repo.server.ts";
import { recordDetermination } from "#app/server/assessments/review/record-determination.server.ts";
import { buildScoreInput } from "#app/server/assessments/review/review.queries.server.ts";
import { viewReview } from "#app/server/assessments/review/review-page.queries.server.ts";
import { findResult } from "#app/server/decisions/review-record.queries.server.ts";
import { openReview } from "#app/server/monitoring/open-review.server.ts";
import { reportRecord } from "#app/server/reports/report-record.queries.server.ts";
import { addContact } from "#app/server/vendors/add-contact.server.ts";
import { updateEngagement } from "#app/server/vendors/engagements.repo.server.ts";
import { builtPdfWorker } from "#tests/support/built-pdf-worker.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import type { Sent } from "#tests/support/reviewing.ts";
import { declineTheRest } from "#tests/support/sending.ts";
import { another, aVendor, judged, key, said, sentFor, signed, typedAndSubmitted } from "#tests/support/serving-twice.ts";
import { aWorld, type World } from "#tests/support/world.ts";

const screening = "core-security~people";

beforeAll(async () => void (await builtPdfWorker()), 60_000);

const byKey = async (world: World, { assessmentId }: Sent) =>
  new Map((await listAnswers(world.store.read, world.organisationId, assessmentId)).map((row) => [row.questionKey, row]));

/** Ids of the questions that stand there from another engagement. */
const takenIn = async (world: World, sent: Sent) => [...(await byKey(world, sent)).values()].filter(takenFrom).map(idOf);
const idOf = ({ questionKey }: Pick<AnswerRow, "questionKey">) => questionKey.split("#")[1]!;

const missingIn = async (world: World, { assessmentId }: Sent) => {
  const assessment = await getAssessment(world.store.read, world.organisationId, assessmentId);
  return missingBefore(await readVendorState(world.portal, world.store.read, assessment));
};

const eventsOf = async (world: World, objectId: string, type: string) => {
  const { auditEntries } = world.store.read.t;
  const entries = await world.store.read.db.select().from(auditEntries);
  return entries.filter((entry) => entry.objectId === objectId && entry.type === type).map(({ entry }) => JSON.parse(entry).event.data);
};

const scoreInput = (world: World, { assessmentId }: Sent, reviewed: boolean) =>
  buildScoreInput(world.portal, world.store.read, world.organisationId, assessmentId, {
    reviewed,
    asOn: world.clock.now().toISOString().slice(0, 10),
  });

const all = { section: null, question: null, filter: null } as const;
const ids = said.map(([id]) => id);

onEveryEngine("a question asked once per vendor", (engine) => {
  it("is answered for one engagement and stands for the next, with its documents and determination", async () => {
    const world = await aWorld({ engine });
    const { organisationId } = world;
    const vendor = await aVendor(world, "Ovalbridge");
    const first = await sentFor(world, vendor, vendor.first);
    await typedAndSubmitted(world, first);
    const officer = await world.asPerson(["compliance_officer"], "Bertil Quist");
    await judged(world, officer, first);

    world.clock.set("2027-01-11T09:00:00Z");
    const second = await sentFor(world, vendor, await another(vendor, "Returns portal"));
    const [given, taken] = [await byKey(world, first), await byKey(world, second)];
    // Declined answers to such questions are answers, too.
    expect((await takenIn(world, second)).sort()).toEqual([...ids, "risk_assessment"].sort());
    for (const id of ids) {
      const [there, here] = [given.get(key(id))!, taken.get(key(id))!];
      expect(here).toMatchObject({ value: there.value, comment: there.comment, revision: 1, origin: "elsewhere" });
      expect(here.source).toEqual({ is: "elsewhere", assessmentId: first.assessmentId, revision: there.revision, signedOn: "2026-11-23" });
    }
    expect(await eventsOf(world, second.assessmentId, "answers.taken_over")).toEqual([
      { fromAssessmentId: first.assessmentId, questionKeys: expect.arrayContaining(ids.map(key)) },
    ]);
    const uses = async (sent: Sent) =>
      (await listFileUses(world.store.read, organisationId, sent.assessmentId)).map(({ questionKey, id }) => `${questionKey} ${id}`);
    expect(await uses(second)).toEqual(await uses(first));

    // It costs the vendor nothing: counted, not missing, and a workbook brought back as it was taken changes nothing.
    const row = await getAssessment(world.store.read, organisationId, second.assessmentId);
    expect(row.answered).toBe(6);
    expect((await missingIn(world, second)).map(idOf).filter((id) => ids.includes(id))).toEqual([]);
    const { section } = await viewSection(second.vendor, screening, false);
    const shown = section.questions.map(({ question, answer }) => [question.key, answer?.elsewhere, answer?.isCarried]);
    expect(shown).toContainEqual([key("screening"), { service: "Parcel labels", on: "2026-11-23" }, false]);
    expect(section.progress).toEqual({ answered: 2, required: 2 });
    const { bytes } = await downloadWorkbook(second.vendor, "en");
    const { uploadId } = await uploadWorkbook(second.vendor, { fileName: "q.xlsx", source: Readable.from([Buffer.from(bytes)]) });
    expect(await viewWorkbookReport(second.vendor, uploadId)).toMatchObject({ saves: [], newer: [], invalid: [], same: 6 });

    await declineTheRest(world, second.vendor);
    await submitAssessment(second.vendor, signed);
    // The answers are those of the first assessment, so is the score: as given and as determined.
    for (const reviewed of [false, true])
      expect((await scoreInput(world, second, reviewed)).answers).toEqual((await scoreInput(world, first, reviewed)).answers);
    const determinations = await listDeterminations(world.store.read, organisationId, second.assessmentId);
    expect(determinations.map(idOf).sort()).toEqual([...ids].sort());
    expect(determinations.every(({ carried, byId }) => carried && byId === officer.actor.personId)).toBe(true);
    expect(determinations.find((each) => idOf(each) === "training")).toMatchObject({
      verdict: "adjusted",
      value: "start",
      reason: "Two left out",
    });
    expect(await eventsOf(world, second.assessmentId, "determinations.taken_over")).toHaveLength(1);

    // The report names where it comes from.
    const result = (await findResult(world.store.read, organisationId, second.assessmentId, ["vendor"]))!;
    const { sections } = await reportRecord(world.portal, world.store.read, organisationId, second.assessmentId, result);
    const printed = sections.flatMap(({ questions }) => questions).find(({ id }) => id === "insurance")!;
    const takenOver = { service: "Parcel labels", signedOn: "2026-11-23" };
    expect(printed).toMatchObject({ answer: { source: "other_engagement", byRole: "Vendor contact", takenFrom: takenOver } });

    // Whoever reviews sees where it was said and judged; the section's button takes nothing that is settled.
    const view = await viewReview(officer, second.assessmentId, { ...all, filter: "elsewhere" });
    expect(view.filters.find(({ filter }) => filter === "elsewhere")?.count).toBe(6);
    const card = view.cards.find((each) => each.key === key("insurance"))!;
    expect(card).toMatchObject({ isDetermined: true, determination: { isCarried: true, by: "Bertil Quist" } });
    const { assessmentId } = first;
    expect(card.answer.elsewhere).toEqual({ service: "Parcel labels", assessmentId, signedOn: "2026-11-23", isOutdated: false });
    // A refusal is looked at each time.
    expect(view.cards.find((each) => each.key === key("risk_assessment"))).toMatchObject({ isDetermined: false, determination: undefined });
    expect(await approveSection(officer, second.assessmentId, screening)).toEqual({ approved: 0, remaining: 0 });
  });

  it("may be changed, which makes it an answer of its own; who was not sent the other one learns nothing of it", async () => {
    const world = await aWorld({ engine });
    const vendor = await aVendor(world, "Ovalbridge");
    const first = await sentFor(world, vendor, vendor.first);
    await typedAndSubmitted(world, first);
    await judged(world, await world.asPerson(["compliance_officer"], "Bertil Quist"), first);
    const { contactId } = await addContact(vendor.buyer, vendor.vendorId, { name: "Yaw Kestrel", email: "yaw@ovalbridge.example" });
    const second = await sentFor(world, vendor, await another(vendor, "Returns portal"), contactId);
    const { section } = await viewSection(second.vendor, screening, false);
    expect(section.questions.map(({ answer }) => answer?.elsewhere)).toContainEqual({ service: null, on: "2026-11-23" });
    const copy = await copyOfAnswers(second.vendor);
    expect(`${JSON.stringify(section)}${copy.text}`).not.toMatch(/Parcel labels|answeredBy/);
    expect(copy.text).toContain("Already answered for another service of yours");

    await saveAnswer(second.vendor, { questionKey: key("screening"), baseRevision: 1, value: "all" });
    await declineTheRest(world, second.vendor);
    await submitAssessment(second.vendor, signed);
    expect((await byKey(world, second)).get(key("screening"))).toMatchObject({ value: "all", revision: 2, origin: "vendor", source: null });
    const rows = await listDeterminations(world.store.read, world.organisationId, second.assessmentId);
    expect(rows.map(idOf).sort()).toEqual(ids.filter((id) => id !== "screening").sort());
    // The newest word goes to the next one; it was given here, and nobody has judged it.
    const third = await sentFor(world, vendor, await another(vendor, "Address check"));
    expect((await byKey(world, third)).get(key("screening"))).toMatchObject({
      value: "all",
      source: { assessmentId: second.assessmentId },
    });
  });

  it("is asked again after six months and a day, and for every other vendor and organisation", async () => {
    const world = await aWorld({ engine });
    const vendor = await aVendor(world, "Ovalbridge");
    await typedAndSubmitted(world, await sentFor(world, vendor, vendor.first));
    const stranger = await aVendor(world, "Fennmoor");
    expect(await takenIn(world, await sentFor(world, stranger, stranger.first))).toEqual([]);
    const elsewhere = (organisationId: string, vendorId = vendor.vendorId) =>
      readElsewhere(world.portal, world.store.read, { organisationId, vendorId, id: "asm_none" }, "2026-12-01");
    expect(await elsewhere(world.organisationId)).toHaveLength(1);
    expect(await elsewhere(await world.anotherOrganisation())).toEqual([]);

    const last = addMonths("2026-11-23", 6);
    world.clock.set(`${last}T09:00:00Z`);
    const inTime = await sentFor(world, vendor, await another(vendor, "Returns portal"));
    expect(await takenIn(world, inTime)).toContain("insurance");
    await declineTheRest(world, inTime.vendor);
    await submitAssessment(inTime.vendor, signed);
    world.clock.set(`${addDays(last, 1)}T09:00:00Z`);
    // Having been taken over yesterday makes no answer younger.
    const late = await sentFor(world, vendor, await another(vendor, "Address check"));
    expect(await takenIn(world, late)).toEqual([]);
    expect((await missingIn(world, late)).map(idOf)).toContain("insurance");
  });

  it("brings no determination whose document holds no more, nor one of an answer that was corrected or is being asked about", async () => {
    const world = await aWorld({ engine });
    const vendor = await aVendor(world, "Ovalbridge");
    const first = await sentFor(world, vendor, vendor.first);
    await typedAndSubmitted(world, first);
    const officer = await world.asPerson(["compliance_officer"], "Bertil Quist");
    await judged(world, officer, first);
    await world.sql("update evidence set expires_on = '2027-01-05' where kind = 'coi'");
    await recordDetermination(officer, first.assessmentId, key("incident_plan"), { verdict: "clarify", reason: "Which year?" });

    world.clock.set("2027-01-11T09:00:00Z");
    const second = await sentFor(world, vendor, await another(vendor, "Returns portal"));
    expect((await takenIn(world, second)).sort()).toEqual(["insurance", "risk_assessment", "screening", "security_lead", "training"]);
    const missing = await missingIn(world, second);
    expect(missing).toContainEqual({ questionKey: key("insurance"), code: "no_evidence" });
    expect(missing).toContainEqual({ questionKey: key("incident_plan"), code: "no_answer" });
    await askCorrection(first.vendor, { questionKey: key("security_lead"), text: "She left." });
    const raw = {
      ...{ values: ["named"], rows: [], stands: "", comment: "", reason: "" },
      ...{ instead: "", document: "", page: "", on: "" },
    };
    await correctAnswer(first.vendor, { questionKey: key("security_lead"), raw, ...signed });
    await declineTheRest(world, second.vendor);
    await submitAssessment(second.vendor, signed);
    const rows = await listDeterminations(world.store.read, world.organisationId, second.assessmentId);
    expect(rows.map(idOf).sort()).toEqual(["screening", "training"]);
    const { cards } = await viewReview(officer, second.assessmentId, { ...all, filter: "elsewhere" });
    expect(cards.find((card) => card.key === key("security_lead"))!.answer.elsewhere).toMatchObject({ isOutdated: true });
    // What was corrected is the vendor's word from now on.
    const third = await sentFor(world, vendor, await another(vendor, "Address check"));
    expect((await byKey(world, third)).get(key("security_lead"))).toMatchObject({ value: "named", source: { signedOn: "2027-01-11" } });
  });

  it("takes the newer word of another engagement into a reassessment, and leaves last time's where it is the newest", async () => {
    const world = await aWorld({ engine });
    const { organisationId, store } = world;
    const vendor = await aVendor(world, "Ovalbridge");
    const first = await sentFor(world, vendor, vendor.first);
    await typedAndSubmitted(world, first);
    world.clock.set("2026-12-14T09:00:00Z");
    const second = await sentFor(world, vendor, await another(vendor, "Returns portal"));
    await saveAnswer(second.vendor, { questionKey: key("screening"), baseRevision: 1, value: "all" });
    await declineTheRest(world, second.vendor);
    await submitAssessment(second.vendor, signed);
    world.clock.set("2027-02-01T09:00:00Z");
    const now = world.clock.now();
    await store.tx(organisationId, async (tx) => {
      await updateAssessment(tx, organisationId, first.assessmentId, { status: "decided", statusAt: now, decidedAt: now });
      await updateEngagement(tx, organisationId, vendor.first, { status: "active" });
    });
    const day = "2027-02-01";
    const due = { do: "open_review", engagementId: vendor.first, key: "review", openedFor: day, dueOn: day, reason: "test", vendorId: "" };
    await openReview(world.asSystem("monitoring"), due as never);
    const [opened] = await listAssessmentsOf(store.read, organisationId, vendor.first);
    const answers = await byKey(world, { ...first, assessmentId: opened!.id });
    expect(answers.get(key("screening"))).toMatchObject({ value: "all", origin: "elsewhere", revision: 2 });
    expect(answers.get(key("training"))).toMatchObject({ value: "yearly", origin: "carried", source: null });
  });
});
