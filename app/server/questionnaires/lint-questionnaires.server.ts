// Lints questionnaire files together: what start-up, the command line and CI run. Nothing is thrown; problems carry file, line and column.
import { lintQuestionnaire } from "#app/domain/questionnaire/lint/lint-questionnaire.ts";
import { lintSet } from "#app/domain/questionnaire/lint/lint-set.ts";
import type { Budget } from "#app/domain/questionnaire/lint/worlds.ts";
import { error, type LocatedProblem, type Problem } from "#app/domain/questionnaire/problem.ts";
import type { Questionnaire } from "#app/domain/questionnaire/questionnaire.ts";
import { readQuestionnaire } from "./parse-questionnaire.server.ts";

export interface LintedFile {
  file: string;
  /** Undefined when the file leaves the grammar. */
  questionnaire?: Questionnaire;
  sha256: string;
  problems: LocatedProblem[];
}

/** Problems of each file, by line. Files in `questionnaires/<id>/` must be named after their version. */
export function lintQuestionnaires(files: readonly { file: string; bytes: Uint8Array }[], budget?: Budget): LintedFile[] {
  const read = files.map(({ file, bytes }) => readQuestionnaire(bytes, file));
  const usable = read.filter((each) => each.questionnaire !== undefined);
  const together = lintSet(usable.map(({ questionnaire }) => questionnaire!));
  return read.map(({ file, sha256, questionnaire, locate, problems }) => {
    if (!questionnaire) return { file, sha256, problems };
    const at = usable.findIndex((each) => each.file === file);
    const found: Problem[] = [...nameFits(file, questionnaire), ...lintQuestionnaire(questionnaire, budget), ...together[at]!];
    const located = found.map((problem) => ({ ...problem, file, ...locate(problem.path) }));
    return { file, sha256, questionnaire, problems: located.sort((a, b) => a.line - b.line || a.column - b.column) };
  });
}

function nameFits(file: string, { id, version }: Questionnaire): Problem[] {
  const [, folder, name] = /(?:^|\/)questionnaires\/([^/]+)\/([^/]+)\.ya?ml$/.exec(file) ?? [];
  if (folder === undefined || (folder === id && name === version)) return [];
  return [error("file-name", ["id"], `The file holds ${id} ${version}.`, `Name it questionnaires/${id}/${version}.yaml.`)];
}
