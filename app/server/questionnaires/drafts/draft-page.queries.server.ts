// The two screens of an import: which files may be read and what waits to be published; and the report of one file beside what is published.
import { unknownObject } from "#app/domain/errors.ts";
import { draftKindNames, draftKinds, draftOriginNames } from "#app/domain/questionnaire/draft.ts";
import type { CaiqAnswers } from "#app/domain/questionnaire/import/caiq-answers.ts";
import { versionDifference } from "#app/domain/questionnaire/version-difference.ts";
import { namesOfPeople } from "../../people/named-people.queries.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { organisationFacts } from "../../platform/organisation.queries.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { findDraft, listOpenDrafts } from "./drafts.repo.server.ts";
import { revisionOf } from "./edited-text.server.ts";
import { judgeDraft } from "./judge-draft.server.ts";
import { mostBytesOf } from "./read-draft.server.ts";

export async function viewImport(ctx: PersonContext) {
  const { organisationId } = ctx.actor;
  authorize(ctx, "questionnaire.publish", { type: "questionnaire", organisationId });
  const { read } = ctx.portal.store;
  const [drafts, { timeZone }] = await Promise.all([
    listOpenDrafts(read, organisationId, ctx.now),
    organisationFacts(read, organisationId),
  ]);
  const names = await namesOfPeople(
    read,
    organisationId,
    drafts.map(({ createdById }) => createdById),
  );
  return {
    timeZone,
    kinds: draftKinds.map((value) => ({ value, name: draftKindNames[value], mostBytes: mostBytesOf(value) })),
    drafts: drafts.map(({ createdById, kind, ...rest }) => ({
      ...rest,
      kind: draftOriginNames[kind],
      isWrittenHere: kind === "portal",
      by: names.get(createdById) ?? "",
    })),
  };
}

/** The file as it would be published: the linter speaks of its lines, and it can be changed and read again. */
export async function openDraftSource(ctx: PersonContext, draftId: string): Promise<{ fileName: string; source: string }> {
  const { organisationId } = ctx.actor;
  const draft = await findDraft(ctx.portal.store.read, organisationId, draftId, ctx.now);
  authorize(ctx, "questionnaire.publish", { type: "questionnaire_draft", organisationId, id: draftId });
  if (!draft) throw unknownObject();
  return { fileName: `${draft.questionnaireId}-${draft.version}.yaml`, source: draft.source };
}

/** What the filled CAIQ of a draft says. Throws not_found when there is no such draft, or none that is filled. */
export async function openDraftCaiq(ctx: PersonContext, draftId: string): Promise<CaiqAnswers> {
  const { organisationId } = ctx.actor;
  const draft = await findDraft(ctx.portal.store.read, organisationId, draftId, ctx.now);
  authorize(ctx, "questionnaire.publish", { type: "questionnaire_draft", organisationId, id: draftId });
  if (!draft?.report.caiq) throw unknownObject();
  return draft.report.caiq;
}

/** More lines of what was kept than anybody reads on a screen; the command line writes all of them. */
const mostMapped = 300;

export async function viewDraft(ctx: PersonContext, draftId: string) {
  const { portal, actor, now } = ctx;
  const { organisationId } = actor;
  const { read } = portal.store;
  const draft = await findDraft(read, organisationId, draftId, now);
  authorize(ctx, "questionnaire.publish", { type: "questionnaire_draft", organisationId, id: draftId });
  if (!draft) throw unknownObject();
  const { kind, fileName, fileSha256, sha256, title, report, expiresAt } = draft;
  const [{ questionnaire, installed, lint, refusal }, { timeZone }] = await Promise.all([
    judgeDraft(portal, read, organisationId, draft),
    organisationFacts(read, organisationId),
  ]);
  const { id, version, languages, sections, source: origin } = questionnaire;
  return {
    draftId,
    revision: revisionOf(draft),
    isEdited: draft.revision !== null,
    kind: draftOriginNames[kind],
    isForeign: kind !== "vouchsafe",
    fileName,
    extensionNames: report.extensions?.map((each) => each.fileName) ?? [],
    fileSha256,
    /** How many rows of a CAIQ are filled in, and of which edition it is. */
    caiq: report.caiq ? { edition: report.caiq.edition, rows: report.caiq.rows.length } : null,
    id,
    version,
    title,
    languages,
    license: origin.license,
    sections: sections.length,
    questions: sections.reduce((sum, { questions }) => sum + questions.length, 0),
    sha256,
    expiresAt,
    timeZone,
    mapped: report.mapped.slice(0, mostMapped),
    mappedCount: report.mapped.length,
    lost: report.lost,
    warnings: report.warnings,
    lint,
    installed: installed?.version ?? null,
    difference: installed ? versionDifference(installed, questionnaire) : null,
    refusal: refusal?.says ?? null,
  };
}
