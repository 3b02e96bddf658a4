// A compliance officer imports a questionnaire: the file is read into a report, and published from there or discarded.
import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { sendAssessment } from "#app/server/assessments/sending/send-assessment.server.ts";
import { runSweeps } from "#app/server/jobs/run-sweeps.server.ts";
import type { PersonContext } from "#app/server/platform/request-context.server.ts";
import { beginDraft } from "#app/server/questionnaires/drafts/begin-draft.server.ts";
import { discardDraft } from "#app/server/questionnaires/drafts/discard-draft.server.ts";
import { viewDraft, viewImport } from "#app/server/questionnaires/drafts/draft-page.queries.server.ts";
import { type DraftForm, draftQuestionnaire } from "#app/server/questionnaires/drafts/draft-questionnaire.server.ts";
import { publishDraft } from "#app/server/questionnaires/drafts/publish-draft.server.ts";
import { publishShippedQuestionnaires } from "#app/server/questionnaires/publish-shipped-questionnaires.server.ts";
import { viewQuestionnaires } from "#app/server/questionnaires/questionnaire-list.queries.server.ts";
import { openSource } from "#app/server/questionnaires/questionnaire-source.queries.server.ts";
import { frozenVersions } from "#app/server/questionnaires/questionnaire-versions.queries.server.ts";
import { registerVendor } from "#app/server/vendors/register-vendor.server.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { anUpload, aQuestionnaireText } from "#tests/support/questionnaires.ts";
import { aCaiq } from "#tests/support/workbooks.ts";
import { aWorld, type World } from "#tests/support/world.ts";

const ours: DraftForm = { kind: "vouchsafe" };
const first = aQuestionnaireText("shop-check");
const second = aQuestionnaireText("shop-check", "1.1.0").replace("What do you get from us?", "What reaches you from us?");

const read = async (ctx: PersonContext, text: string, form: DraftForm = ours, name = "shop-check.yaml") =>
  (await draftQuestionnaire(ctx, form, anUpload(text, name))).draftId;
const publish = async (ctx: PersonContext, text: string) => publishDraft(ctx, await read(ctx, text));

async function recorded({ store, organisationId }: World): Promise<string[]> {
  const { auditEntries: t } = store.read.t;
  const rows = await store.read.db.select({ type: t.type, organisationId: t.organisationId }).from(t).orderBy(t.seq);
  return rows.filter((row) => row.organisationId === organisationId && row.type.startsWith("questionnaire.")).map(({ type }) => type);
}

async function rows({ store }: World): Promise<{ drafts: number; versions: number }> {
  const { db, t } = store.read;
  return { drafts: await db.$count(t.questionnaireDrafts), versions: await db.$count(t.questionnaireVersions) };
}

onEveryEngine("importing a questionnaire", (engine) => {
  it("reads first and publishes second: then it stands on the list, is chosen when sending, and every step is recorded", async () => {
    const world = await aWorld({ engine });
    const officer = await world.asPerson(["compliance_officer", "procurement"], "Nadia Officer");
    const draftId = await read(officer, first);
    expect(await rows(world)).toEqual({ drafts: 1, versions: 0 });
    const report = await viewDraft(officer, draftId);
    expect(report).toMatchObject({ id: "shop-check", version: "1.0.0", questions: 12, refusal: null, installed: null, difference: null });
    expect(report.lint.every(({ level }) => level === "note")).toBe(true);
    expect((await viewImport(officer)).drafts).toMatchObject([{ id: draftId, by: "Nadia Officer", fileName: "shop-check.yaml" }]);

    expect(await publishDraft(officer, draftId)).toEqual({ questionnaireId: "shop-check", version: "1.0.0" });
    expect(await rows(world)).toEqual({ drafts: 0, versions: 1 });
    const [row] = (await viewQuestionnaires(officer)).rows;
    expect(row).toMatchObject({ id: "shop-check", version: "1.0.0", sha256: report.sha256 });
    expect(await openSource(officer, "shop-check", undefined)).toEqual({ fileName: "shop-check-1.0.0.yaml", source: first });
    expect(await recorded(world)).toEqual(["questionnaire.drafted", "questionnaire.published"]);

    await publishShippedQuestionnaires(world.portal, world.organisationId, world.clock.now());
    const { engagementId, contactId } = await registerVendor(officer, {
      name: "Quillpay",
      website: "https://quillpay.example",
      category: "payment",
      contactName: "Florian Teasel",
      contactEmail: "florian@quillpay.example",
    });
    const to = { engagementId, contactId: contactId!, dueOn: "2026-12-07" };
    const { assessmentId } = await sendAssessment(officer, { ...to, questionnaireIds: ["shop-check"] });
    const frozen = await frozenVersions(world.store.read, world.organisationId, assessmentId);
    expect(frozen).toMatchObject([{ questionnaireId: "shop-check", sha256: report.sha256 }]);
    await expect(publishDraft(officer, draftId)).rejects.toMatchObject({ code: "not_found" });
  });

  it("takes a workbook: its questions are imported, and its answers named as not taken", async () => {
    const world = await aWorld({ engine });
    const officer = await world.asPerson(["compliance_officer"]);
    const { name, bytes } = aCaiq("4.1.0", { "I&S-01.1": { answer: "Yes" } });
    const { draftId } = await draftQuestionnaire(officer, { kind: "caiq" }, { fileName: name, source: Readable.from([bytes]) });
    const report = await viewDraft(officer, draftId);
    expect(report).toMatchObject({ id: "caiq", version: "4.1.0", questions: 283, refusal: null });
    expect(report.warnings).toContainEqual({
      place: "CAIQv4.1.0.xlsx",
      message: "The file answers questions (1). Publishing the version takes the questions only.",
    });
    expect(await publishDraft(officer, draftId)).toEqual({ questionnaireId: "caiq", version: "4.1.0" });
  });

  it("shows a new version beside the published one, and refuses one that is not newer", async () => {
    const world = await aWorld({ engine });
    const officer = await world.asPerson(["compliance_officer"]);
    await publish(officer, first);
    const report = await viewDraft(officer, await read(officer, second));
    expect(report).toMatchObject({ installed: "1.0.0", refusal: null });
    expect(report.difference).toMatchObject({
      from: "1.0.0",
      to: "1.1.0",
      same: 11,
      questions: [{ id: "data_seen", parts: ["wording"], isCarried: true }],
    });
    // Two were read while neither was published: the second one to be published comes too late.
    const late = await read(officer, second);
    await publish(officer, second);
    for (const [draftId, version] of [
      [late, "1.1.0"],
      [await read(officer, first), "1.0.0"],
    ] as const) {
      const says = `shop-check 1.1.0 is published. ${version} is not newer: give it a higher version.`;
      expect((await viewDraft(officer, draftId)).refusal).toBe(says);
      await expect(publishDraft(officer, draftId)).rejects.toMatchObject({ code: "conflict", detail: says });
    }
    expect((await rows(world)).versions).toBe(2);
    expect((await openSource(officer, "shop-check", "1.0.0")).source).toBe(first);
    await expect(openSource(officer, "shop-check", "9.0.0")).rejects.toMatchObject({ code: "not_found" });
  });

  it("makes a version of a file of another tool, with what is lost and where, under the id and version the officer names", async () => {
    const world = await aWorld({ engine });
    const officer = await world.asPerson(["compliance_officer"]);
    const text = readFileSync("tests/fixtures/import/ciso-everything.yaml", "utf8");
    const form: DraftForm = { kind: "ciso-assistant", id: "card-check", version: "3.0.0" };
    const draftId = await read(officer, text, form, "library.yaml");
    const report = await viewDraft(officer, draftId);
    expect(report).toMatchObject({ id: "card-check", version: "3.0.0", kind: "CISO Assistant library (YAML)", refusal: null });
    expect(report.mappedCount).toBeGreaterThan(0);
    expect(report.lost.find(({ place }) => place.includes("threats"))?.place).toMatch(/^line \d+, objects\.threats/);
    expect(report.warnings.every(({ place }) => !place.includes("the new file"))).toBe(true);
    await publishDraft(officer, draftId);
    expect((await openSource(officer, "card-check", undefined)).source).toContain("id: card-check");
  });

  it("names line and mend of a broken file and leaves nothing; an error of the linter is shown and keeps it from being published", async () => {
    const world = await aWorld({ engine });
    const officer = await world.asPerson(["compliance_officer"]);
    const fixture = (name: string) => readFileSync(`tests/fixtures/questionnaires/${name}.yaml`, "utf8");
    const broken: [text: string, form: DraftForm, says: string | RegExp][] = [
      [fixture("unknown-field"), ours, /^shop-check\.yaml:15:80: error: “guidence” is not part of vrq\/1 here. Did you mean “guidance”\?/],
      [fixture("unknown-question"), ours, /^shop-check\.yaml:16:80: .* Name an earlier question\./],
      ["[".repeat(5000), ours, /^shop-check\.yaml:1: Nesting is deeper than 64\./],
      ["title: [", ours, /^shop-check\.yaml:1:\d+: error: .* Correct the YAML here\./],
      ["{", { kind: "oscal" }, /^shop-check\.yaml/],
      [
        first.replace("{ en: Starter as shop-check,", '{ en: "Start\\0er",'),
        ours,
        /:5:\d+: error: .*The text has a character that cannot be stored/,
      ],
      [`${first}\n# nul \0\n`, ours, /shop-check\.yaml:\d+:/],
      [first, { ...ours, version: "2.0.0" }, "A Vouchsafe file names its id, version and licence itself. Change them in the file."],
    ];
    for (const [text, form, says] of broken) {
      const refusal = await read(officer, text, form).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ code: "invalid", detail: typeof says === "string" ? says : expect.stringMatching(says) });
    }
    const large = `${first}#${" ".repeat(1024 * 1024)}`;
    const tooLarge = { code: "too_large", detail: "shop-check.yaml: The file is larger than the 1 MiB a file of this kind may have." };
    await expect(read(officer, large)).rejects.toMatchObject(tooLarge);
    expect(await rows(world)).toEqual({ drafts: 0, versions: 0 });
    expect(await recorded(world)).toEqual([]);

    const draftId = await read(officer, fixture("knock-out-without-cap"));
    const { lint, refusal } = await viewDraft(officer, draftId);
    expect(lint).toContainEqual(expect.objectContaining({ level: "error", line: 15, message: "The knock-out “one” has no cap." }));
    expect(refusal).toBe("The linter finds one error. Mend what it says first.");
    await expect(publishDraft(officer, draftId)).rejects.toMatchObject({ code: "invalid", detail: refusal });
  });

  it("judges a version beside the published one: changed scoring under a minor number is an error", async () => {
    const world = await aWorld({ engine });
    const officer = await world.asPerson(["compliance_officer"]);
    await publish(officer, first);
    const { refusal, lint } = await viewDraft(officer, await read(officer, second.replace("weight: 20", "weight: 10")));
    expect(refusal).toMatch("The linter finds one error.");
    expect(lint.find(({ level }) => level === "error")?.mend).toBe("Make it a new major version.");
  });

  it("is for compliance officers, and shows nothing of another organisation", async () => {
    const world = await aWorld({ engine });
    const officer = await world.asPerson(["compliance_officer"]);
    const draftId = await read(officer, first);
    const before = await rows(world);
    for (const role of ["procurement", "administrator", "auditor", "approver", "business_owner"] as const) {
      const other = await world.asPerson([role]);
      for (const ask of [() => read(other, first), () => viewImport(other), () => viewDraft(other, draftId)])
        await expect(ask()).rejects.toMatchObject({ code: "forbidden" });
      for (const verb of [publishDraft, discardDraft]) await expect(verb(other, draftId)).rejects.toMatchObject({ code: "forbidden" });
    }
    const organisationId = await world.anotherOrganisation();
    const stranger = world.as({ ...officer.actor, organisationId }) as PersonContext;
    for (const ask of [viewDraft, publishDraft, discardDraft])
      await expect(ask(stranger, draftId)).rejects.toMatchObject({ code: "not_found" });
    expect((await viewImport(stranger)).drafts).toEqual([]);
    await publishDraft(officer, draftId);
    await expect(openSource(stranger, "shop-check", undefined)).rejects.toMatchObject({ code: "not_found" });
    await expect(openSource(await world.asPerson(["administrator"]), "shop-check", undefined)).rejects.toMatchObject({ code: "forbidden" });
    expect(await rows(world)).toEqual({ drafts: before.drafts - 1, versions: before.versions + 1 });
  });

  it("is forgotten when it is discarded, or when its day is over", async () => {
    const world = await aWorld({ engine });
    const officer = await world.asPerson(["compliance_officer"]);
    await discardDraft(officer, await read(officer, first));
    expect(await rows(world)).toEqual({ drafts: 0, versions: 0 });
    const draftId = await read(officer, first);
    world.clock.advance({ days: 1 });
    await expect(viewDraft(officer, draftId)).rejects.toMatchObject({ code: "not_found" });
    await expect(publishDraft(officer, draftId)).rejects.toMatchObject({ code: "not_found" });
    await runSweeps(world.portal);
    expect(await rows(world)).toEqual({ drafts: 0, versions: 0 });
    const said = ["questionnaire.drafted", "questionnaire.draft_discarded"];
    expect(await recorded(world)).toEqual([...said, ...said]);
  });

  it("leaves alone what decides the tier, what a screen is called, and is bounded", async () => {
    const world = await aWorld({ engine });
    const officer = await world.asPerson(["compliance_officer"]);
    await publishShippedQuestionnaires(world.portal, world.organisationId, world.clock.now());
    const { source } = await openSource(officer, "inherent-risk", undefined);
    const internal = await read(officer, source.replace(/version: \d+/, "version: 99"));
    await expect(publishDraft(officer, internal)).rejects.toMatchObject({
      code: "invalid",
      detail: expect.stringContaining("decide the tier"),
    });
    const swapped = await read(officer, aQuestionnaireText("inherent-risk", "99.0.0"));
    await expect(publishDraft(officer, swapped)).rejects.toMatchObject({ code: "invalid" });
    const named = await read(officer, aQuestionnaireText("import"));
    await expect(publishDraft(officer, named)).rejects.toMatchObject({ detail: expect.stringContaining("Choose another id.") });
    const written = { start: "empty", base: "", language: "en", isBilingual: false } as const;
    for (let n = 3; n < 20; n += 1) await beginDraft(officer, { ...written, title: `Draft ${n}` });
    await expect(read(officer, first)).rejects.toMatchObject({
      code: "conflict",
      detail: expect.stringContaining("Publish or discard one"),
    });
  });

  it("does not keep the portal from starting when a release ships the same number later: the version published here stays", async () => {
    const world = await aWorld({ engine });
    const officer = await world.asPerson(["compliance_officer"]);
    const mine = aQuestionnaireText("starter").replace("What do you get from us?", "What reaches you from us?");
    await publish(officer, mine);
    const published = await publishShippedQuestionnaires(world.portal, world.organisationId, world.clock.now());
    expect(published).toContain("core-security 1.1.0");
    expect(published).not.toContain("starter 1.0.0");
    expect((await openSource(officer, "starter", "1.0.0")).source).toBe(mine);
    expect(published).toContain("starter 1.1.0");
  });
});
