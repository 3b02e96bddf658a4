// A filled CAIQ is used for our own questionnaire: its rows are proposed for the questions of the same control, and nothing counts before the
// vendor confirmed it.

import { Readable } from "node:stream";
import { beforeAll, expect, it } from "vitest";
import type { AnswerFields } from "#app/domain/assessment/answer-fields.ts";
import { listAnswers } from "#app/server/assessments/answers.queries.server.ts";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { confirmPrepared } from "#app/server/assessments/on-behalf/confirm-prepared.server.ts";
import { listFillable } from "#app/server/assessments/on-behalf/fillable.queries.server.ts";
import { prepareFromCaiq } from "#app/server/assessments/on-behalf/prepare-from-caiq.server.ts";
import { listPrepared } from "#app/server/assessments/on-behalf/prepared-answers.repo.server.ts";
import { type CaiqItem, viewCaiq } from "#app/server/assessments/portal/caiq/caiq.queries.server.ts";
import { confirmCaiq } from "#app/server/assessments/portal/caiq/confirm-caiq.server.ts";
import { discardWorkbook } from "#app/server/assessments/portal/workbook/discard-workbook.server.ts";
import { uploadWorkbook } from "#app/server/assessments/portal/workbook/upload-workbook.server.ts";
import type { PersonContext, VendorContext } from "#app/server/platform/request-context.server.ts";
import { openDraftCaiq, viewDraft } from "#app/server/questionnaires/drafts/draft-page.queries.server.ts";
import { draftQuestionnaire } from "#app/server/questionnaires/drafts/draft-questionnaire.server.ts";
import { builtPdfWorker } from "#tests/support/built-pdf-worker.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aSentAssessment, emptyAnswer, startedBy } from "#tests/support/sending.ts";
import { aCaiq, aCaiqFile, aWorkbook, type Given } from "#tests/support/workbooks.ts";
import { aWorld } from "#tests/support/world.ts";

/** Controls in the numbering of 4.0: STA-12 and LOG-08 upwards are others in 4.1. */
const given: Record<string, Given> = {
  "CEK-03.1": { answer: "Yes", description: "AES-256 everywhere." },
  "CEK-03.2": { answer: "Yes" },
  "HRS-01.1": { answer: "Yes" },
  "HRS-01.2": { answer: "No", description: "Contractors are not checked." },
  "TVM-03.1": { answer: "Yes", description: "Within two weeks." },
  "BCR-08.1": { answer: "Perhaps" },
};

const read = async (ctx: PersonContext, rows: Record<string, Given>) => {
  const { name, bytes } = aCaiq("4.0.3", rows);
  return (await draftQuestionnaire(ctx, { kind: "caiq" }, { fileName: name, source: Readable.from([bytes]) })).draftId;
};

beforeAll(async () => void (await builtPdfWorker()), 60_000);

const sendFile = async (vendor: VendorContext, { name, bytes }: { name: string; bytes: Uint8Array }) =>
  (await uploadWorkbook(vendor, { fileName: name, source: Readable.from([Buffer.from(bytes)]) })).uploadId;

/** What the page sends of an item, with the answer it proposes or another one. */
const taking = ({ view, proposal }: CaiqItem, other?: string): AnswerFields => ({
  questionKey: view.question.key,
  baseRevision: view.answer?.revision ?? 0,
  raw: { ...emptyAnswer, values: [other ?? proposal] },
});

onEveryEngine("a filled CAIQ", (engine) => {
  it("that one of ours uses waits for the vendor's word, with the rows as reference; what is unclear is left to the vendor", async () => {
    const world = await aWorld({ engine });
    const { organisationId, store } = world;
    const sent = await aSentAssessment(world, { questionnaireIds: ["core-security"] });
    const officer = await world.asPerson(["compliance_officer"], "Nadia Officer");
    const draftId = await read(officer, given);
    expect((await viewDraft(officer, draftId)).caiq).toEqual({ edition: "4.0", rows: 6 });
    const caiq = await openDraftCaiq(officer, draftId);
    expect((await listFillable(officer)).map(({ id, vendor }) => [id, vendor])).toEqual([[sent.assessmentId, "Quillpay"]]);

    const used = await prepareFromCaiq(officer, sent.assessmentId, caiq);
    const rows = await listPrepared(store.read, organisationId, sent.assessmentId);
    expect(rows.map(({ questionKey, value, comment }) => [questionKey, value, comment]).sort()).toEqual([
      ["core-security#at_rest", "all", "CAIQ 4.0, row CEK-03.1: Yes\nCAIQ 4.0, row CEK-03.2: Yes\nCEK-03.1: AES-256 everywhere."],
      [
        "core-security#screening",
        "staff",
        "CAIQ 4.0, row HRS-01.1: Yes\nCAIQ 4.0, row HRS-01.2: No\nHRS-01.2: Contractors are not checked.",
      ],
    ]);
    expect(used.prepared).toBe(2);
    // TVM-03 of 4.0 is the remediation schedule, a number of days here; “Perhaps” is no answer.
    expect(used.left).toContainEqual({
      text: expect.stringContaining("install fixes for critical flaws"),
      rows: "CAIQ 4.0, row TVM-03.1: Yes",
    });
    expect(used.left).toContainEqual({ text: expect.stringContaining("delete the backups"), rows: "CAIQ 4.0, row BCR-08.1: Perhaps" });
    expect(await listAnswers(store.read, organisationId, sent.assessmentId)).toEqual([]);

    // Pressed twice: what waits is not proposed again.
    expect((await prepareFromCaiq(officer, sent.assessmentId, caiq)).prepared).toBe(0);
    const florian = await startedBy(world, sent.linkToken, "Florian Teasel");
    const waiting = rows.map(({ questionKey, revision }) => ({ questionKey, revision }));
    expect(await confirmPrepared(florian, { read: waiting, name: "Florian Teasel", role: "Head of Security" })).toBe(2);
    const answers = await listAnswers(store.read, organisationId, sent.assessmentId);
    expect(answers.map(({ origin, comment }) => [origin, comment.split("\n")[0]])).toContainEqual([
      "on_behalf",
      "CAIQ 4.0, row CEK-03.1: Yes",
    ]);
  });

  it("is used by who may fill in for a vendor, for a questionnaire of their own organisation", async () => {
    const world = await aWorld({ engine });
    const sent = await aSentAssessment(world, { questionnaireIds: ["core-security"] });
    const officer = await world.asPerson(["compliance_officer"]);
    const draftId = await read(officer, given);
    const caiq = await openDraftCaiq(officer, draftId);
    const auditor = await world.asPerson(["auditor"]);
    for (const ask of [
      () => prepareFromCaiq(auditor, sent.assessmentId, caiq),
      () => listFillable(auditor),
      () => openDraftCaiq(auditor, draftId),
    ])
      await expect(ask()).rejects.toMatchObject({ code: "forbidden" });
    const stranger = world.as({ ...officer.actor, organisationId: await world.anotherOrganisation() }) as PersonContext;
    for (const ask of [() => prepareFromCaiq(stranger, sent.assessmentId, caiq), () => openDraftCaiq(stranger, draftId)])
      await expect(ask()).rejects.toMatchObject({ code: "not_found" });
    expect(await listFillable(stranger)).toEqual([]);
    await expect(openDraftCaiq(officer, await read(officer, {}))).rejects.toMatchObject({ code: "not_found" });
  });

  it("that the vendor uploads itself is proposed question by question; only what it takes is saved, with the rows as comment", async () => {
    const world = await aWorld({ engine });
    const { organisationId, store } = world;
    const sent = await aSentAssessment(world, { questionnaireIds: ["core-security"] });
    const florian = await startedBy(world, sent.linkToken, "Florian Teasel");
    const uploadId = await sendFile(florian, aCaiq("4.0.3", given));
    const page = (await viewCaiq(florian, uploadId))!;
    expect(page).toMatchObject({ edition: "4.0", filledRows: 6 });
    expect(page.proposed.map(({ view, proposal }) => [view.question.key, proposal])).toEqual([
      ["core-security#screening", "staff"],
      ["core-security#at_rest", "all"],
    ]);
    expect(page.left.map(({ key, isOpen }) => [key, isOpen])).toContainEqual(["core-security#backup_safety", true]);
    const numbers = [...page.proposed.map(({ view }) => view.number), ...page.left.map(({ number }) => number)];
    expect(numbers).toEqual(numbers.map((_, n) => n + 1));
    expect(await listAnswers(store.read, organisationId, sent.assessmentId)).toEqual([]);

    const [screening, atRest] = page.proposed as [CaiqItem, CaiqItem];
    expect(await confirmCaiq(florian, uploadId, [taking(screening, "nobody")])).toBe(1);
    const [answer] = await listAnswers(store.read, organisationId, sent.assessmentId);
    expect(answer).toMatchObject({ value: "nobody", origin: "vendor", givenBy: "Florian Teasel", instead: null });
    expect(answer?.comment).toMatch(/^CAIQ 4\.0, row HRS-01\.1: Yes\nCAIQ 4\.0, row HRS-01\.2: No\n/);
    expect((await getAssessment(store.read, organisationId, sent.assessmentId)).answered).toBe(1);
    // Pressed twice, from the page as it was: nothing is saved again.
    await expect(confirmCaiq(florian, uploadId, [taking(screening), taking(atRest)])).rejects.toMatchObject({ code: "conflict" });
    expect((await viewCaiq(florian, uploadId))!.proposed.map(({ view }) => view.question.key)).toEqual(["core-security#at_rest"]);
    for (const other of ["declined", "", "everything"])
      await expect(confirmCaiq(florian, uploadId, [taking(atRest, other)])).rejects.toMatchObject({ code: "invalid" });
    expect(await listAnswers(store.read, organisationId, sent.assessmentId)).toHaveLength(1);

    await discardWorkbook(florian, uploadId);
    await expect(viewCaiq(florian, uploadId)).rejects.toMatchObject({ code: "not_found" });
    await expect(confirmCaiq(florian, uploadId, [taking(atRest)])).rejects.toMatchObject({ code: "not_found" });
  });

  it("of one vendor is nothing to another; a blank one, another edition and another file are refused in words", async () => {
    const world = await aWorld({ engine });
    const sent = await aSentAssessment(world, { questionnaireIds: ["core-security"] });
    const florian = await startedBy(world, sent.linkToken, "Florian Teasel");
    const uploadId = await sendFile(florian, aCaiqFile({ "CEK-03.1": "Yes" }));
    expect((await viewCaiq(florian, uploadId))!.proposed).toHaveLength(1);
    const other = await aSentAssessment(world, { name: "Pebblehost", questionnaireIds: ["core-security"] });
    const mira = await startedBy(world, other.linkToken, "Mira Quince");
    await expect(viewCaiq(mira, uploadId)).rejects.toMatchObject({ code: "not_found" });
    await expect(confirmCaiq(mira, uploadId, [])).rejects.toMatchObject({ code: "not_found" });
    const json = (value: unknown) => ({ name: "caiq.json", bytes: Buffer.from(JSON.stringify(value)) });
    for (const [file, says] of [
      [aCaiq("4.1.0"), "No question of this CAIQ is answered."],
      [json({ version: "3.1", questions: [{ id: "AIS-01.1", body: "?", csp_caiq_answer: "Yes" }] }), "Only CAIQ 4.0 and 4.1"],
      [json({ price: 3 }), "This is no CAIQ file"],
      [aWorkbook("prices.xlsx", [{ name: "Prices", rows: [["Item"]] }]), "neither a workbook of this portal nor a filled CAIQ"],
    ] as const)
      await expect(sendFile(florian, file)).rejects.toMatchObject({ code: "invalid", detail: expect.stringContaining(says) });
  });
});
