// Drafts in the store: how long they are kept, what is recorded of every change, who is told when two write at once, and what past answers
// would score under one.
import { expect, it } from "vitest";
import { questionOf } from "#app/domain/questionnaire/edit/places.ts";
import { questionFields } from "#app/domain/questionnaire/edit/question-fields.ts";
import { changeQuestion, removeQuestion } from "#app/domain/questionnaire/edit/questions.ts";
import { beginDraft } from "#app/server/questionnaires/drafts/begin-draft.server.ts";
import { changeDraft } from "#app/server/questionnaires/drafts/change-draft.server.ts";
import { discardDraft } from "#app/server/questionnaires/drafts/discard-draft.server.ts";
import { viewDraftOverview } from "#app/server/questionnaires/drafts/draft-overview.queries.server.ts";
import { openDraftSource } from "#app/server/questionnaires/drafts/draft-page.queries.server.ts";
import { draftQuestionnaire } from "#app/server/questionnaires/drafts/draft-questionnaire.server.ts";
import { keepDraft } from "#app/server/questionnaires/drafts/keep-draft.server.ts";
import { publishDraft } from "#app/server/questionnaires/drafts/publish-draft.server.ts";
import { rescoreDraft } from "#app/server/questionnaires/drafts/rescore-draft.queries.server.ts";
import { sweepDrafts } from "#app/server/questionnaires/drafts/sweep-drafts.server.ts";
import { undoChange } from "#app/server/questionnaires/drafts/undo-change.server.ts";
import { publishShippedQuestionnaires } from "#app/server/questionnaires/publish-shipped-questionnaires.server.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { anUpload, aQuestionnaireFile, aQuestionnaireText } from "#tests/support/questionnaires.ts";
import { aSubmitted } from "#tests/support/reviewing.ts";
import { aWorld, type World } from "#tests/support/world.ts";

const reweighed = (id: string, weight: string) =>
  ({
    change: "question_changed",
    apply: (before, published) => changeQuestion(before, id, { ...questionFields(questionOf(before, id).question), weight }, published),
  }) satisfies Parameters<typeof changeDraft>[3];

const version = (base: string) => ({ start: "version" as const, base, title: "", language: "en" as const, isBilingual: false });
const tables = async ({ store: { read } }: World) =>
  Promise.all([read.db.$count(read.t.questionnaireDrafts), read.db.$count(read.t.results), read.db.$count(read.t.auditEntries)]);

onEveryEngine("drafts of questionnaires", (engine) => {
  async function aDesk() {
    const world = await aWorld({ engine });
    await publishShippedQuestionnaires(world.portal, world.organisationId, world.clock.now());
    return { world, officer: await world.asPerson(["compliance_officer"]) };
  }
  const sweep = (world: World) => sweepDrafts(world.as({ kind: "system", organisationId: world.organisationId, job: "sweep" }) as never);
  const later = <T extends { now: Date }>(ctx: T, world: World): T => ({ ...ctx, now: world.clock.now() });

  it("are kept a day as read, and 30 days since the last change once somebody edits them", async () => {
    const { world, officer } = await aDesk();
    const { draftId: read } = await draftQuestionnaire(officer, { kind: "vouchsafe" }, aQuestionnaireFile("as-read"));
    const { draftId: kept } = await draftQuestionnaire(officer, { kind: "vouchsafe" }, aQuestionnaireFile("taken-up"));
    await keepDraft(officer, kept);
    world.clock.advance({ days: 29 });
    expect(await sweep(world)).toBe(1);
    await expect(openDraftSource(later(officer, world), read)).rejects.toMatchObject({ code: "not_found" });
    await changeDraft(later(officer, world), kept, 0, reweighed("mfa", "10"));
    world.clock.advance({ days: 29 });
    expect(await sweep(world)).toBe(0);
    expect((await viewDraftOverview(later(officer, world), kept)).id).toBe("taken-up");
    world.clock.advance({ days: 2 });
    expect(await sweep(world)).toBe(1);
  });

  it("tell the second of two who save, publish, discard or take back what was changed meanwhile", async () => {
    const { world, officer } = await aDesk();
    const other = await world.asPerson(["compliance_officer"], "Odile Marchbanks");
    const { draftId } = await beginDraft(officer, version("starter"));
    const both = await Promise.allSettled([
      changeDraft(officer, draftId, 0, reweighed("mfa", "10")),
      changeDraft(other, draftId, 0, reweighed("mfa", "5")),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    for (const late of [
      () => changeDraft(other, draftId, 0, { change: "question_deleted", apply: (before) => removeQuestion(before, "mfa") }),
      () => publishDraft(other, draftId, 0),
      () => discardDraft(other, draftId, 0),
      () => undoChange(other, draftId, 0),
    ]) {
      await expect(late()).rejects.toMatchObject({ code: "conflict", detail: expect.stringContaining("Nothing was saved or overwritten") });
    }
    const before = await openDraftSource(officer, draftId);
    await changeDraft(officer, draftId, 1, { change: "question_deleted", apply: (draft) => removeQuestion(draft, "mfa") });
    await undoChange(other, draftId, 2);
    expect(await openDraftSource(officer, draftId)).toEqual(before);
    const events = (await world.store.read.db.select().from(world.store.read.t.auditEntries)).filter(
      ({ objectId }) => objectId === draftId,
    );
    expect(events).toHaveLength(4);
  });

  it("leave as the bytes they came in while nobody changes them, and written anew the same way every time", async () => {
    const { officer } = await aDesk();
    const text = `# Mine.\n${aQuestionnaireText("commented")}`;
    const { draftId } = await draftQuestionnaire(officer, { kind: "vouchsafe" }, anUpload(text, "mine.yaml"));
    expect((await openDraftSource(officer, draftId)).source).toBe(text);
    await changeDraft(officer, draftId, 0, reweighed("mfa", "19"));
    const exported = (await openDraftSource(officer, draftId)).source;
    const { draftId: again } = await draftQuestionnaire(officer, { kind: "vouchsafe" }, anUpload(exported, "again.yaml"));
    await changeDraft(officer, again, 0, reweighed("mfa", "18"));
    await changeDraft(officer, again, 1, reweighed("mfa", "19"));
    expect((await openDraftSource(officer, again)).source).toBe(exported);
  });

  it("show what a submitted assessment would score under them, and store nothing", async () => {
    const { world, officer } = await aDesk();
    const { assessmentId } = await aSubmitted(world);
    const { draftId } = await beginDraft(officer, version("payment-provider"));
    const same = await rescoreDraft(officer, draftId);
    expect(same.rows).toMatchObject([{ assessmentId, anew: 0, unanswered: 0 }]);
    expect(same.rows[0]!.after).toEqual(same.rows[0]!.before);
    await changeDraft(officer, draftId, 0, reweighed("pci_validation", "1000"));
    const before = await tables(world);
    const [row] = (await rescoreDraft(officer, draftId)).rows;
    expect(row!.before).toEqual(same.rows[0]!.before);
    expect(row!.after.scoreBps).not.toBe(row!.before.scoreBps);
    expect(await tables(world)).toEqual(before);
    await expect(rescoreDraft(await world.asPerson(["procurement"]), draftId)).rejects.toMatchObject({ code: "forbidden" });
  });
});
