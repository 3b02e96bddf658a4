// A vendor answers offline: takes the workbook away, fills it in, brings it back, reads the report, saves and submits.
import { Readable } from "node:stream";
import { beforeAll, expect, it } from "vitest";
import { cellsOf } from "#app/domain/assessment/workbook/workbook-cells.ts";
import { evidenceKindRow } from "#app/domain/evidence/evidence-kinds.ts";
import { workbookWords } from "#app/i18n/workbook-words.ts";
import { listAnswers } from "#app/server/assessments/answers.queries.server.ts";
import { listFileUses } from "#app/server/assessments/answers.repo.server.ts";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { downloadBlankWorkbook } from "#app/server/assessments/blank-workbook.queries.server.ts";
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
import { filledIn, type Typed } from "#tests/support/own-workbooks.ts";
import { answerAll, answersOf, aSentTo, type Sent, submitted } from "#tests/support/reviewing.ts";
import { aPdf } from "#tests/support/sample-files.ts";
import { aSentAssessment, startedBy } from "#tests/support/sending.ts";
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
});

const prefixed = (folder: string, files: Record<string, Uint8Array>) =>
  Object.fromEntries(Object.entries(files).map(([name, bytes]) => [folder + name, bytes]));

void [downloadBlankWorkbook, saveAnswer, discardWorkbook, runSweeps];
