// The shipped questionnaires and answer files, as tests read them: straight from disk, without the portal.
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { ScoreInput } from "#app/domain/assessment/score-input.ts";
import { compile } from "#app/domain/questionnaire/compile.ts";
import type { CompiledSet } from "#app/domain/questionnaire/compiled.ts";
import type { Questionnaire } from "#app/domain/questionnaire/questionnaire.ts";
import { newestOfEach } from "#app/domain/questionnaire/versions.ts";

const readYaml = (path: string): unknown => parse(readFileSync(path, "utf8"), { uniqueKeys: true });

/** `<id>/<version>.yaml` of every shipped questionnaire. */
export const shippedFiles = readdirSync("questionnaires", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));

export const shippedQuestionnaires = shippedFiles.map((name) => readYaml(`questionnaires/${name}`) as Questionnaire);

/** What is sent from now on: the newest version of each. */
export const newestQuestionnaires = newestOfEach(shippedQuestionnaires, ({ id }) => id);

export const questionsOf = (questionnaire: Questionnaire) => questionnaire.sections.flatMap((section) => section.questions);

/** Shipped questionnaires in their newest versions, sent together. */
export function compiled(...ids: string[]): CompiledSet {
  const files = ids.map((id) => newestQuestionnaires.find((questionnaire) => questionnaire.id === id)!);
  return compile(files.map((questionnaire) => ({ questionnaire, sha256: "0".repeat(64) })));
}

/** An answer file in the form the command line takes. */
export const answersIn = (path: string) => readYaml(path) as ScoreInput;
