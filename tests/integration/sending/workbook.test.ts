// A vendor answers offline: takes the workbook away, fills it in, brings it back, reads the report, saves and submits.
import { Readable } from "node:stream";
import { read, write } from "@e965/xlsx";
import { beforeAll, expect, it } from "vitest";
import { cellsOf } from "#app/domain/assessment/workbook/workbook-cells.ts";
import { evidenceKindRow } from "#app/domain/evidence/evidence-kinds.ts";
import { workbookWords } from "#app/i18n/workbook-words.ts";
import { listAnswers } from "#app/server/assessments/answers.queries.server.ts";
import { listFileUses } from "#app/server/assessments/answers.repo.server.ts";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { downloadBlankWorkbook } from "#app/server/assessments/blank-workbook.queries.server.ts";
import { listPrepared } from "#app/server/assessments/on-behalf/prepared-answers.repo.server.ts";
import { discardWorkbookForVendor, saveWorkbookForVendor } from "#app/server/assessments/on-behalf/save-workbook-for-vendor.server.ts";
import { viewReportForVendor } from "#app/server/assessments/on-behalf/workbook-for-vendor.queries.server.ts";
import { saveAnswer } from "#app/server/assessments/portal/save-answer.server.ts";
import { submitAssessment } from "#app/server/assessments/portal/submit-assessment.server.ts";
import { vendorQuestions } from "#app/server/assessments/portal/vendor-questions.server.ts";
import { discardWorkbook } from "#app/server/assessments/portal/workbook/discard-workbook.server.ts";
import { saveWorkbook } from "#app/server/assessments/portal/workbook/save-workbook.server.ts";
import { uploadWorkbook } from "#app/server/assessments/portal/workbook/upload-workbook.server.ts";
import { downloadWorkbook, viewWorkbookReport } from "#app/server/assessments/portal/workbook/workbook.queries.server.ts";
import { runSweeps } from "#app/server/jobs/run-sweeps.server.ts";
import type { VendorContext } from "#app/server/platform/request-context.server.ts";
import { writeStoredArchive } from "#app/server/questionnaires/import/write-stored-archive.server.ts";
import { formOf } from "#app/server/questionnaires/questionnaire-versions.queries.server.ts";
import { builtPdfWorker } from "#tests/support/built-pdf-worker.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aWorkbookUploadedForVendor, filledIn, type Typed } from "#tests/support/own-workbooks.ts";
import { answerAll, answersOf, aSentTo, type Sent, submitted } from "#tests/support/reviewing.ts";
import { aPdf } from "#tests/support/sample-files.ts";
import { aChoice, aSentAssessment, startedBy } from "#tests/support/sending.ts";
import { aWorkbook } from "#tests/support/workbooks.ts";
import { aWorld, type World } from "#tests/support/world.ts";

beforeAll(async () => void (await builtPdfWorker()), 60_000);

const send = (ctx: VendorContext, bytes: Uint8Array, fileName = "questionnaire-filled.xlsx") =>
  uploadWorkbook(ctx, { fileName, source: Readable.from([Buffer.from(bytes)]) });

const zipOf = (files: Record<string, Uint8Array>) => writeStoredArchive(new Map(Object.entries(files)));

const none: ReadonlySet<string> = new Set();

async function starter(world: World) {
  const { linkToken, assessmentId, buyer } = await aSentAssessment(world);
  const vendor = await startedBy(world, linkToken, "Florian Teasel");
  return { vendor, assessmentId, buyer };
}

const answersBy = async (world: World, assessmentId: string) =>
  new Map((await listAnswers(world.store.read, world.organisationId, assessmentId)).map((row) => [row.questionKey, row]));

const eventsOf = async (world: World, type: string) => {
  const { auditEntries } = world.store.read.t;
  return (await world.store.read.db.select().from(auditEntries)).filter((entry) => entry.type === type);
};

/** What was answered online, as somebody would type it into the workbook, and the documents as files of those names. */
async function typedFrom(world: World, sent: Sent): Promise<{ typed: Record<string, Typed>; files: Record<string, Uint8Array> }> {
  const form = await formOf(world.portal, world.store.read, world.organisationId, sent.assessmentId);
  const typed: Record<string, Typed> = {};
  const files: Record<string, Uint8Array> = {};
  for (const [key, answer] of await answersBy(world, sent.assessmentId)) {
    const question = vendorQuestions(form)[form.indexOf.get(key)!]!;
    const { table, ...cells } = cellsOf({ question, words: workbookWords.en.cells }, answer);
    const rows = table.map((row) => question.columns.map(({ id }) => row[id] ?? ""));
    typed[key] = { ...cells, table: rows, ...(typeof answer.value === "number" ? { answer: answer.value } : {}) };
  }
  const uses = await listFileUses(world.store.read, world.organisationId, sent.assessmentId);
  for (const [n, { questionKey, kind }] of uses.entries()) {
    const name = `document-${n}.pdf`;
    files[name] = aPdf(`${questionKey} ${kind} ${n}`);
    const before = typed[questionKey]?.file;
    typed[questionKey] = {
      ...typed[questionKey],
      file: before ? `${before}; ${name}` : name,
      kind: evidenceKindRow(kind as Parameters<typeof evidenceKindRow>[0]).label.en,
      startsOn: "2026-11-01",
    };
  }
  return { typed, files };
}

onEveryEngine("a workbook", (engine) => {
  it("brings the same answers, documents and score as answering online", async () => {
    const world = await aWorld({ engine });
    const online = await aSentTo(world, "payment", "payment-provider");
    await answerAll(world, online, await answersOf("app/cli/demo/answers/payment-provider-mixed.yaml"));
    const offline = await aSentTo(world, "payment", "payment-provider");
    const { typed, files } = await typedFrom(world, online);
    const taken = await downloadWorkbook(offline.vendor, "en");
    const filled = filledIn(taken.bytes, typed);
    const { uploadId } = await send(
      offline.vendor,
      zipOf({ "papers/questionnaire-card.xlsx": filled, ...prefixed("papers/", files) }),
      "all.zip",
    );
    const report = await viewWorkbookReport(offline.vendor, uploadId);
    expect([report.invalid, report.newer, report.stray, report.unnamed]).toEqual([[], [], [], []]);
    expect(report.files.filter(({ isTaken }) => !isTaken)).toEqual([]);
    expect((await answersBy(world, offline.assessmentId)).size).toBe(0);
    const saved = await saveWorkbook(offline.vendor, uploadId, none);
    expect(saved).toEqual({ answers: report.saves.length, files: Object.keys(files).length, refused: [] });
    const given = await answersBy(world, offline.assessmentId);
    for (const [key, { value, comment, reason }] of await answersBy(world, online.assessmentId)) {
      const asked = given.get(key);
      if (asked)
        expect([key, { value: asked.value, comment: asked.comment, reason: asked.reason }]).toEqual([key, { value, comment, reason }]);
    }
    await submitted(world, online);
    await submitted(world, offline);
    const { results } = world.store.read.t;
    const [a, b] = await world.store.read.db.select().from(results);
    const scoreOf = ({ scoreBps, uncappedBps, coverageBps, assuranceBps, grade }: NonNullable<typeof a>) => ({
      scoreBps,
      uncappedBps,
      coverageBps,
      assuranceBps,
      grade,
    });
    expect(a!.scoreBps).toBeGreaterThan(0);
    expect(scoreOf(b!)).toEqual(scoreOf(a!));
  });

  it("can be submitted when every question was answered offline, in German too", async () => {
    const world = await aWorld({ engine });
    const { vendor, assessmentId } = await starter(world);
    const { bytes, fileName } = await downloadWorkbook(vendor, "de");
    expect(fileName).toMatch(/^fragebogen-.*\.xlsx$/);
    const form = await formOf(world.portal, world.store.read, world.organisationId, assessmentId);
    const typed = Object.fromEntries(form.keys.map((key) => [key, { answer: "wir beantworten  das nicht", reason: "Vertraulich" }]));
    const { uploadId } = await send(vendor, filledIn(bytes, typed), fileName);
    await saveWorkbook(vendor, uploadId, none);
    await submitAssessment(vendor, { name: "Florian Teasel", role: "Owner" });
    expect((await getAssessment(world.store.read, world.organisationId, assessmentId)).status).toBe("submitted");
    expect((await eventsOf(world, "workbook.saved")).length).toBe(1);
    await expect(send(vendor, bytes)).rejects.toMatchObject({ code: "illegal_transition" });
  });

  it("keeps what was answered online since it was made, unless the workbook's answer is chosen", async () => {
    const world = await aWorld({ engine });
    const { vendor, assessmentId } = await starter(world);
    const { key, plain, explained } = await aChoice(world, vendor);
    const { bytes } = await downloadWorkbook(vendor, "en");
    const typed = filledIn(bytes, { [key]: { answer: explained, comment: "As of the spring." } });
    await saveAnswer(vendor, { questionKey: key, baseRevision: 0, value: plain });
    const first = await send(vendor, typed);
    const { newer, saves } = await viewWorkbookReport(vendor, first.uploadId);
    expect([newer.map(({ questionKey, by }) => [questionKey, by]), saves]).toEqual([[[key, "Florian Teasel"]], []]);
    expect(await saveWorkbook(vendor, first.uploadId, none)).toEqual({ answers: 0, files: 0, refused: [] });
    expect((await answersBy(world, assessmentId)).get(key)).toMatchObject({ value: plain, revision: 1 });
    const second = await send(vendor, typed);
    expect(await saveWorkbook(vendor, second.uploadId, new Set([key]))).toMatchObject({ answers: 1 });
    expect((await answersBy(world, assessmentId)).get(key)).toMatchObject({ value: explained, comment: "As of the spring.", revision: 2 });
    // Made before the answer it holds was saved, untouched since: it is the same.
    const third = await send(vendor, typed);
    expect(await viewWorkbookReport(vendor, third.uploadId)).toMatchObject({ newer: [], saves: [], same: 1 });
  });

  it("reads hostile cells as texts, saves what is right, and says where the rest is wrong", async () => {
    const world = await aWorld({ engine });
    const { vendor, assessmentId } = await starter(world);
    const form = await formOf(world.portal, world.store.read, world.organisationId, assessmentId);
    const ofType = (type: string) => form.keys.filter((_, index) => form.set.questions[index]!.type === type);
    const [wrong, right] = ofType("choice");
    const { bytes } = await downloadWorkbook(vendor, "en");
    const reason = '=HYPERLINK("https://evil.example","x") <script>';
    const typed = { [wrong!]: { answer: "<script>alert(1)</script>" }, [right!]: { answer: "We do not answer this", reason } };
    const { uploadId } = await send(vendor, filledIn(bytes, typed));
    const report = await viewWorkbookReport(vendor, uploadId);
    expect(report.invalid).toEqual([
      expect.objectContaining({
        questionKey: wrong,
        place: expect.stringMatching(/^Answers!C\d+$/),
        says: "Choose one of the answers shown",
      }),
    ]);
    expect(await saveWorkbook(vendor, uploadId, none)).toMatchObject({ answers: 1 });
    expect((await answersBy(world, assessmentId)).get(right!)).toMatchObject({ value: "declined", reason });
    expect((await answersBy(world, assessmentId)).has(wrong!)).toBe(false);
    const again = await downloadWorkbook(vendor, "en");
    expect(Buffer.from(again.bytes).includes("<f>")).toBe(false);
  });

  it("is refused in words when it is another's, another version's, not ours, or too much", async () => {
    const world = await aWorld({ engine });
    const { vendor, buyer, assessmentId } = await starter(world);
    const other = await aSentAssessment(world, { name: "Fernhollow" });
    const theirs = await startedBy(world, other.linkToken, "Nell");
    const { bytes } = await downloadWorkbook(vendor, "en");
    const says = (ctx: VendorContext, file: Uint8Array, name?: string) =>
      send(ctx, file, name).then(
        () => "taken",
        ({ code, detail }: { code: string; detail: string }) => `${code}: ${detail}`,
      );
    expect(await says(theirs, bytes)).toContain("invalid: This workbook belongs to another questionnaire.");
    expect(
      await says(
        vendor,
        withMeta(bytes, (line) => line.replace(/\d+\.\d+\.\d+/, "0.9.0")),
      ),
    ).toContain("invalid: This workbook asks an older version");
    expect(await says(vendor, aWorkbook("x.xlsx", [{ name: "Answers", rows: [["x"]] }]).bytes)).toContain(
      "invalid: This is neither a workbook of this portal",
    );
    expect(await says(vendor, Buffer.from("%PDF-1.7 not a workbook"), "a.pdf")).toMatch(/^invalid: a\.pdf: This is no Excel workbook/);
    expect(await says(vendor, zipOf({ "a.pdf": aPdf() }), "a.zip")).toContain("There is no workbook (.xlsx) in the archive.");
    expect(await says(vendor, zipOf({ "a.xlsx": bytes, "b.xlsx": bytes }), "a.zip")).toContain("several workbooks");
    expect(await says(vendor, Buffer.alloc(0))).toContain("invalid: The file is empty.");
    const { workbookUploads } = world.store.read.t;
    expect(await world.store.read.db.$count(workbookUploads)).toBe(0);
    const blank = await downloadBlankWorkbook(buyer, assessmentId, "en");
    expect(await says(vendor, blank.bytes)).toBe("taken");
    await expect(downloadBlankWorkbook(await world.asPerson(["approver"]), assessmentId, "en")).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("waits encrypted for its own vendor only, is saved once, and is forgotten when discarded or after its day", async () => {
    const world = await aWorld({ engine });
    const { vendor } = await starter(world);
    const other = await aSentAssessment(world, { name: "Fernhollow" });
    const theirs = await startedBy(world, other.linkToken, "Nell");
    const { bytes } = await downloadWorkbook(vendor, "en");
    const { key } = await aChoice(world, vendor);
    const typed = filledIn(bytes, { [key]: { comment: "SECRET-OF-QUILLPAY" } });
    const { uploadId } = await send(vendor, typed);
    const { workbookUploads } = world.store.read.t;
    const [row] = await world.store.read.db.select().from(workbookUploads);
    expect(JSON.stringify(row)).not.toContain("SECRET-OF-QUILLPAY");
    await expect(viewWorkbookReport(theirs, uploadId)).rejects.toMatchObject({ code: "not_found" });
    await expect(saveWorkbook(theirs, uploadId, none)).rejects.toMatchObject({ code: "not_found" });
    await expect(discardWorkbook(theirs, uploadId)).rejects.toMatchObject({ code: "not_found" });
    const twice = await Promise.allSettled([saveWorkbook(vendor, uploadId, none), saveWorkbook(vendor, uploadId, none)]);
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const discarded = await send(vendor, typed);
    await discardWorkbook(vendor, discarded.uploadId);
    await expect(viewWorkbookReport(vendor, discarded.uploadId)).rejects.toMatchObject({ code: "not_found" });
    const late = await send(vendor, typed);
    world.clock.advance({ hours: 21 });
    await expect(viewWorkbookReport(vendor, late.uploadId)).rejects.toMatchObject({ code: "not_found" });
    await runSweeps(world.portal);
    expect(await world.store.read.db.$count(workbookUploads)).toBe(0);
    const causes = (await eventsOf(world, "workbook.discarded")).map(({ entry }) => /"cause":"(\w+)"/.exec(entry)?.[1]);
    expect(causes.sort()).toEqual(["by_hand", "expired"]);
  });

  it("that came by mail is filled in for the vendor, who confirms it; what the vendor said itself stays", async () => {
    const world = await aWorld({ engine });
    const { vendor, buyer, assessmentId } = await starter(world);
    const { key, plain, explained } = await aChoice(world, vendor);
    const form = await formOf(world.portal, world.store.read, world.organisationId, assessmentId);
    const other = form.keys.find((each, index) => each !== key && form.set.questions[index]!.type === "choice")!;
    await saveAnswer(vendor, { questionKey: key, baseRevision: 0, value: plain });
    const { bytes } = await downloadBlankWorkbook(buyer, assessmentId, "en");
    const declined = { answer: "We do not answer this", reason: "Ask us by phone.", file: "x.pdf" };
    const { uploadId } = await aWorkbookUploadedForVendor(
      buyer,
      assessmentId,
      filledIn(bytes, { [key]: { answer: explained }, [other]: declined }),
    );
    await expect(viewWorkbookReport(vendor, uploadId)).rejects.toMatchObject({ code: "not_found" });
    const report = await viewReportForVendor(buyer, assessmentId, uploadId);
    expect(report.fixed.map(({ questionKey }) => questionKey)).toEqual([key]);
    expect(report.saves).toEqual([expect.objectContaining({ questionKey: other, says: "We do not answer this; Ask us by phone." })]);
    expect(report.files.every(({ isTaken }) => !isTaken)).toBe(true);
    expect(await saveWorkbookForVendor(buyer, assessmentId, uploadId, new Set([key]))).toBe(1);
    await expect(saveWorkbookForVendor(buyer, assessmentId, uploadId, none)).rejects.toMatchObject({ code: "not_found" });
    expect([...(await answersBy(world, assessmentId)).keys()]).toEqual([key]);
    const prepared = await listPrepared(world.store.read, world.organisationId, assessmentId);
    expect(prepared).toEqual([expect.objectContaining({ questionKey: other, value: "declined", byRole: "procurement" })]);
    const again = await aWorkbookUploadedForVendor(
      buyer,
      assessmentId,
      filledIn(bytes, { [other]: { answer: "We do not answer this", reason: "Another." } }),
    );
    expect((await viewReportForVendor(buyer, assessmentId, again.uploadId)).newer).toHaveLength(1);
    await discardWorkbookForVendor(buyer, assessmentId, again.uploadId);
    const owner = await world.asPerson(["business_owner"]);
    await expect(aWorkbookUploadedForVendor(owner, assessmentId, bytes)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("brings documents that are checked like every other, and names those that do not come along", async () => {
    const world = await aWorld({ engine });
    const sent = await aSentTo(world, "payment", "payment-provider");
    const { bytes } = await downloadWorkbook(sent.vendor, "en");
    const key = "payment-provider#pci_validation";
    const kind = evidenceKindRow("pci-aoc-sp").label.en;
    const typed = {
      [key]: { answer: "We do not answer this", reason: "x", file: "aoc.pdf; fake.pdf; far.pdf", kind, startsOn: "2026-11-01" },
    };
    const files = { "AOC.PDF": aPdf("aoc"), "fake.pdf": Buffer.from("MZ no pdf at all"), "extra.txt": Buffer.from("x") };
    const { uploadId } = await send(sent.vendor, zipOf({ "w.xlsx": filledIn(bytes, typed), ...files }), "w.zip");
    const report = await viewWorkbookReport(sent.vendor, uploadId);
    expect(report.files.map(({ name, isTaken }) => [name, isTaken])).toEqual([
      ["aoc.pdf", true],
      ["fake.pdf", false],
      ["far.pdf", false],
    ]);
    expect(report.files[1]!.says).toContain("content does not fit its name");
    expect(report.unnamed).toEqual(["extra.txt"]);
    expect(await listFileUses(world.store.read, world.organisationId, sent.assessmentId)).toEqual([]);
    expect(await saveWorkbook(sent.vendor, uploadId, none)).toEqual({ answers: 1, files: 1, refused: [] });
    const uses = await listFileUses(world.store.read, world.organisationId, sent.assessmentId);
    expect(uses).toEqual([expect.objectContaining({ questionKey: key, kind: "pci-aoc-sp", name: "AOC.PDF" })]);
    const again = await send(sent.vendor, zipOf({ "w.xlsx": filledIn(bytes, typed), ...files }), "w.zip");
    expect((await viewWorkbookReport(sent.vendor, again.uploadId)).files[0]!.says).toBe("is attached already");
    expect(await saveWorkbook(sent.vendor, again.uploadId, none)).toMatchObject({ files: 0 });
    // Nothing waits in the vault any more.
    const kept: string[] = [];
    for await (const { key: blob } of world.portal.blobs.list()) kept.push(blob);
    expect(kept).toHaveLength(1);
  });
});

/** The workbook with other lines on the sheet that says what it belongs to. */
function withMeta(bytes: Uint8Array, change: (line: string) => string): Buffer {
  const book = read(bytes);
  const sheet = book.Sheets.Vouchsafe!;
  for (const [at, cell] of Object.entries(sheet) as [string, { v?: unknown }][]) if (!at.startsWith("!")) cell.v = change(String(cell.v));
  return write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
}

const prefixed = (folder: string, files: Record<string, Uint8Array>) =>
  Object.fromEntries(Object.entries(files).map(([name, bytes]) => [folder + name, bytes]));
