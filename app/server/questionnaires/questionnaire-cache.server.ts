// Parsed and compiled questionnaires of a portal, by the SHA-256 of their files: versions never change, so neither does what is kept.
// Lives and dies with its portal.
import { type AssessmentForm, assessmentForm } from "#app/domain/assessment/assessment-form.ts";
import type { QuestionnaireFile } from "#app/domain/questionnaire/compiled.ts";
import type { Portal } from "../platform/portal.server.ts";
import { parseQuestionnaire } from "./parse-questionnaire.server.ts";

interface Cache {
  readonly files: Map<string, QuestionnaireFile>;
  readonly forms: Map<string, AssessmentForm>;
}

const caches = new WeakMap<Portal, Cache>();

/** More sets than any installation has; beyond it the oldest is compiled anew. */
const maxForms = 200;

function cacheOf(portal: Portal): Cache {
  let cache = caches.get(portal);
  if (!cache) {
    cache = { files: new Map(), forms: new Map() };
    caches.set(portal, cache);
  }
  return cache;
}

export const knownFile = (portal: Portal, sha256: string): QuestionnaireFile | undefined => cacheOf(portal).files.get(sha256);

/** Parses a stored version; its bytes were checked when it was published. */
export function keepFile(portal: Portal, source: string, name: string): QuestionnaireFile {
  const file = parseQuestionnaire(Buffer.from(source, "utf8"), name);
  cacheOf(portal).files.set(file.sha256, file);
  return file;
}

export const knownForm = (portal: Portal, hashes: readonly string[]): AssessmentForm | undefined =>
  cacheOf(portal).forms.get(hashes.join(" "));

export function keepForm(portal: Portal, files: readonly QuestionnaireFile[]): AssessmentForm {
  const { forms } = cacheOf(portal);
  const form = assessmentForm(files);
  const [oldest] = forms.keys();
  if (forms.size >= maxForms && oldest !== undefined) forms.delete(oldest);
  forms.set(files.map(({ sha256 }) => sha256).join(" "), form);
  return form;
}
