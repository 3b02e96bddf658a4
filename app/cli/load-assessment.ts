// Questionnaire files and an answer file from the command line, ready to be scored. Errors name the file and the place in it.

import type { InputProblem, ScoreInput } from "#app/domain/assessment/score-input.ts";
import { DomainError, isDomainError } from "#app/domain/errors.ts";
import { compile } from "#app/domain/questionnaire/compile.ts";
import type { CompiledSet } from "#app/domain/questionnaire/compiled.ts";
import { parseAnswers } from "#app/server/questionnaires/parse-answers.server.ts";
import { parseQuestionnaire } from "#app/server/questionnaires/parse-questionnaire.server.ts";
import { readNamedFile } from "./read-file.ts";

/** Reads and compiles questionnaires in the order given. */
export async function loadQuestionnaires(paths: readonly string[]): Promise<CompiledSet> {
  const files = [];
  for (const path of paths) files.push(parseQuestionnaire(await readNamedFile(path), path));
  return compile(files);
}

export async function loadAnswers(path: string): Promise<ScoreInput> {
  return parseAnswers(await readNamedFile(path), path);
}

/** Runs something on answers read from `path`; a refusal of the answers then names that file, one line per wrong place. */
export function withAnswersFrom<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    const problems = isDomainError(cause, "invalid") ? (cause.data.problems as InputProblem[] | undefined) : undefined;
    if (!problems) throw cause;
    throw new DomainError("invalid", problems.map(({ path: at, message }) => `${path}: ${at}: ${message}`).join("\n"));
  }
}
