// Parsed and compiled questionnaires of a portal, by the SHA-256 of their files: versions never change, so neither does what is kept.
// Lives and dies with its portal.
import { createHash } from "node:crypto";
import { type AssessmentForm, assessmentForm } from "#app/domain/assessment/assessment-form.ts";
import type { QuestionnaireFile } from "#app/domain/questionnaire/compiled.ts";
import { lintBudget } from "#app/domain/questionnaire/import/finish-draft.ts";
import type { LocatedProblem } from "#app/domain/questionnaire/problem.ts";
import type { Portal } from "../platform/portal.server.ts";
import { type LintedFile, lintQuestionnaires } from "./lint-questionnaires.server.ts";
import { type ParsedQuestionnaire, parseQuestionnaire, readQuestionnaire } from "./parse-questionnaire.server.ts";

interface Cache {
  readonly files: Map<string, QuestionnaireFile>;
  readonly forms: Map<string, AssessmentForm>;
  /** What the linter says of versions seen together, by their hashes. */
  readonly linted: Map<string, readonly LintedFile[]>;
  /** Drafts as they are read, with the places of their parts, by hash and name. */
  readonly readings: Map<string, ParsedQuestionnaire>;
  /** What the linter says of drafts beside what is published, by the hashes of all of them. */
  readonly drafts: Map<string, readonly LocatedProblem[]>;
  /** Forms of assessments that were sent, by organisation and assessment. */
  readonly sent: Map<string, AssessmentForm>;
}

const caches = new WeakMap<Portal, Cache>();

/** More sets than any installation has; beyond it the oldest is compiled anew. */
const maxForms = 200;
/** More drafts than are open at once. */
const maxReadings = 40;
/** More pairs of versions than anybody compares. */
const maxLinted = 100;
/** More assessments than are answered at a time; beyond it the oldest is looked up anew. */
const maxSent = 1000;

function cacheOf(portal: Portal): Cache {
  let cache = caches.get(portal);
  if (!cache) {
    cache = { files: new Map(), forms: new Map(), linted: new Map(), readings: new Map(), drafts: new Map(), sent: new Map() };
    caches.set(portal, cache);
  }
  return cache;
}

export const knownFile = (portal: Portal, sha256: string): QuestionnaireFile | undefined => cacheOf(portal).files.get(sha256);

/** Parses a stored version; its bytes were checked when it was published. */
export function keepFile(portal: Portal, source: string, name: string): QuestionnaireFile {
  const bytes = Buffer.from(source, "utf8");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const read = [...portal.shipped.values()].flat().find((shipped) => shipped.sha256 === sha256);
  const file = read ? { questionnaire: read.questionnaire, sha256 } : parseQuestionnaire(bytes, name);
  cacheOf(portal).files.set(file.sha256, file);
  return file;
}

export const knownForm = (portal: Portal, hashes: readonly string[]): AssessmentForm | undefined =>
  cacheOf(portal).forms.get(hashes.join(" "));

export function keepForm(portal: Portal, files: readonly QuestionnaireFile[]): AssessmentForm {
  const hashes = files.map(({ sha256 }) => sha256).join(" ");
  return keep(cacheOf(portal).forms, hashes, assessmentForm(files), maxForms);
}

/** Lints published versions together: a tenth of a second each, so once. */
export function lintKept(portal: Portal, sources: readonly { version: string; sha256: string; source: string }[]): readonly LintedFile[] {
  const { linted } = cacheOf(portal);
  const key = sources
    .map(({ sha256 }) => sha256)
    .sort()
    .join(" ");
  const files = () => sources.map(({ version, source }) => ({ file: `${version}.yaml`, bytes: Buffer.from(source, "utf8") }));
  return linted.get(key) ?? keep(linted, key, lintQuestionnaires(files(), lintBudget()), maxLinted);
}

/** A stored draft, read once for all its screens; it may lack sections and questions. */
export function readingOfDraft(
  portal: Portal,
  { sha256, source, fileName }: { sha256: string; source: string; fileName: string },
): ParsedQuestionnaire {
  const { readings } = cacheOf(portal);
  const key = `${sha256} ${fileName}`;
  const known = readings.get(key);
  return known ?? keep(readings, key, readQuestionnaire(Buffer.from(source, "utf8"), fileName, { mayBeUnfinished: true }), maxReadings);
}

/** Lints a draft once for all its screens; `hashes`: of the draft, then of what is published beside it. */
export function lintOfDraft(portal: Portal, hashes: readonly string[], lint: () => LocatedProblem[]): readonly LocatedProblem[] {
  const { drafts } = cacheOf(portal);
  const key = hashes.join(" ");
  return drafts.get(key) ?? keep(drafts, key, lint(), maxLinted);
}

const sentKey = (organisationId: string, assessmentId: string): string => `${organisationId} ${assessmentId}`;

export const knownSentForm = (portal: Portal, organisationId: string, assessmentId: string): AssessmentForm | undefined =>
  cacheOf(portal).sent.get(sentKey(organisationId, assessmentId));

export const keepSentForm = (portal: Portal, organisationId: string, assessmentId: string, form: AssessmentForm): AssessmentForm =>
  keep(cacheOf(portal).sent, sentKey(organisationId, assessmentId), form, maxSent);

/** Drops the oldest when there are too many. */
function keep<T>(cache: Map<string, T>, key: string, value: T, most: number): T {
  const [oldest] = cache.keys();
  if (cache.size >= most && oldest !== undefined) cache.delete(oldest);
  cache.set(key, value);
  return value;
}
