// A filled CAIQ is used for our own questionnaire: its rows are proposed for the questions of the same control, and nothing counts before the
// vendor confirmed it.
import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { listAnswers } from "#app/server/assessments/answers.queries.server.ts";
import { confirmPrepared } from "#app/server/assessments/on-behalf/confirm-prepared.server.ts";
import { listFillable } from "#app/server/assessments/on-behalf/fillable.queries.server.ts";
import { prepareFromCaiq } from "#app/server/assessments/on-behalf/prepare-from-caiq.server.ts";
import { listPrepared } from "#app/server/assessments/on-behalf/prepared-answers.repo.server.ts";
import type { PersonContext } from "#app/server/platform/request-context.server.ts";
import { openDraftCaiq, viewDraft } from "#app/server/questionnaires/drafts/draft-page.queries.server.ts";
import { draftQuestionnaire } from "#app/server/questionnaires/drafts/draft-questionnaire.server.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aSentAssessment, startedBy } from "#tests/support/sending.ts";
import { aCaiq, type Given } from "#tests/support/workbooks.ts";
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
});
