// Published questionnaires as everything else reads them: the newest version of each, and the compiled form an assessment froze.
import type { AssessmentForm } from "#app/domain/assessment/assessment-form.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { QuestionnaireFile } from "#app/domain/questionnaire/compiled.ts";
import type { Questionnaire } from "#app/domain/questionnaire/questionnaire.ts";
import { newestOfEach } from "#app/domain/questionnaire/versions.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Reader } from "../platform/store.server.ts";
import { keepFile, keepForm, keepSentForm, knownFile, knownForm, knownSentForm } from "./questionnaire-cache.server.ts";
import { listFrozenVersions, listSources, listVersionHeads, type VersionHead } from "./questionnaire-versions.repo.server.ts";

export interface PublishedQuestionnaire extends QuestionnaireFile {
  /** Id of the version's row. */
  versionId: string;
}

/** Versions with their files; what was parsed before is not read again. */
async function withFiles<T extends Pick<VersionHead, "id" | "sha256">>(
  portal: Portal,
  from: Reader,
  organisationId: string,
  versions: readonly T[],
): Promise<QuestionnaireFile[]> {
  const unknown = versions.filter(({ sha256 }) => !knownFile(portal, sha256)).map(({ id }) => id);
  if (unknown.length > 0) {
    for (const { questionnaireId, version, source } of await listSources(from, organisationId, unknown)) {
      keepFile(portal, source, `${questionnaireId}/${version}.yaml`);
    }
  }
  return versions.map(({ sha256 }) => knownFile(portal, sha256)!);
}

const newestHeads = (heads: readonly VersionHead[]): VersionHead[] => newestOfEach(heads, ({ questionnaireId }) => questionnaireId);

/** The newest version of each questionnaire for an audience, by id. */
export async function latestQuestionnaires(
  portal: Portal,
  from: Reader,
  organisationId: string,
  audience: "vendor" | "internal",
): Promise<PublishedQuestionnaire[]> {
  const heads = newestHeads(await listVersionHeads(from, organisationId)).filter((head) => head.audience === audience);
  const files = await withFiles(portal, from, organisationId, heads);
  return files.map((file, index) => ({ ...file, versionId: heads[index]!.id }));
}

/** The newest version of one questionnaire; throws not_found. */
export async function latestQuestionnaire(
  portal: Portal,
  from: Reader,
  organisationId: string,
  questionnaireId: string,
): Promise<PublishedQuestionnaire> {
  const head = newestHeads(await listVersionHeads(from, organisationId)).find((each) => each.questionnaireId === questionnaireId);
  if (!head) throw new DomainError("not_found", `There is no questionnaire “${questionnaireId}”.`);
  const [file] = await withFiles(portal, from, organisationId, [head]);
  return { ...file!, versionId: head.id };
}

/** Every version of one questionnaire that was ever published; none of an unknown one. */
export async function versionsOf(
  portal: Portal,
  from: Reader,
  organisationId: string,
  questionnaireId: string,
): Promise<QuestionnaireFile[]> {
  const heads = (await listVersionHeads(from, organisationId)).filter((head) => head.questionnaireId === questionnaireId);
  return await withFiles(portal, from, organisationId, heads);
}

/** Every version ever published of each questionnaire of a form, by its id. */
export async function versionsBehind(
  portal: Portal,
  from: Reader,
  organisationId: string,
  { set }: AssessmentForm,
): Promise<ReadonlyMap<string, readonly Questionnaire[]>> {
  const versions = new Map<string, Questionnaire[]>(set.files.map(({ questionnaire }) => [questionnaire.id, []]));
  const heads = (await listVersionHeads(from, organisationId)).filter(({ questionnaireId }) => versions.has(questionnaireId));
  for (const { questionnaire } of await withFiles(portal, from, organisationId, heads)) versions.get(questionnaire.id)?.push(questionnaire);
  return versions;
}

/** The versions an assessment froze, compiled together. */
export async function formOf(portal: Portal, from: Reader, organisationId: string, assessmentId: string): Promise<AssessmentForm> {
  const versions = await listFrozenVersions(from, organisationId, assessmentId);
  const known = knownForm(
    portal,
    versions.map(({ sha256 }) => sha256),
  );
  return known ?? keepForm(portal, await withFiles(portal, from, organisationId, versions));
}

/** The same of an assessment that was sent: from then on its versions never change, so they are looked up once. */
export async function formOfSent(portal: Portal, from: Reader, organisationId: string, assessmentId: string): Promise<AssessmentForm> {
  const known = knownSentForm(portal, organisationId, assessmentId);
  return known ?? keepSentForm(portal, organisationId, assessmentId, await formOf(portal, from, organisationId, assessmentId));
}

/** The versions an assessment froze: id, version, title and hash of each, in order. */
export const frozenVersions = listFrozenVersions;
