// A questionnaire file from its bytes: YAML, grammar, and what it needs to run. What the linter adds is in lint-questionnaires.
import { createHash } from "node:crypto";
import { DomainError } from "#app/domain/errors.ts";
import { checkGrammar } from "#app/domain/questionnaire/grammar.schema.ts";
import { error, type LocatedProblem, type Path, problemLine } from "#app/domain/questionnaire/problem.ts";
import { type Questionnaire, questionnaireLimits } from "#app/domain/questionnaire/questionnaire.ts";
import { structureProblems } from "#app/domain/questionnaire/structure.ts";
import { mostProblems, type Position, readYaml } from "./read-yaml.server.ts";

export interface ParsedQuestionnaire {
  file: string;
  /** SHA-256 of the bytes, hex. */
  sha256: string;
  /** Undefined when it leaves the grammar; an unfinished one may lack sections and questions. */
  questionnaire?: Questionnaire;
  locate: (path: Path) => Position;
  /** Of YAML and grammar; empty when there is a questionnaire that is finished. */
  problems: LocatedProblem[];
}

/** Reads a file's bytes as far as possible; never throws. `file` is the name problems carry. */
export function readQuestionnaire(bytes: Uint8Array, file: string, { mayBeUnfinished = false } = {}): ParsedQuestionnaire {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (bytes.length > questionnaireLimits.fileBytes) {
    const problem = error("limit", [], "The file is larger than 1 MiB.", "Split it into several questionnaires.");
    const at = { line: 1, column: 1 };
    return { file, sha256, locate: () => at, problems: [{ ...problem, file, ...at }] };
  }
  const { value, locate, problems } = readYaml(bytes, file);
  if (problems.length > 0) return { file, sha256, locate, problems };
  const grammar = checkGrammar(value);
  const located = grammar.problems.slice(0, mostProblems).map((problem) => ({ ...problem, file, ...locate(problem.path) }));
  const questionnaire = grammar.questionnaire ?? (mayBeUnfinished ? checkGrammar(value, { isUnfinished: true }).questionnaire : undefined);
  return { file, sha256, locate, problems: located, ...(questionnaire ? { questionnaire } : {}) };
}

/** A questionnaire that can run. Throws `invalid` with the first problem's file, line and mend, and all of them in `data.problems`. */
export function parseQuestionnaire(bytes: Uint8Array, file: string): { questionnaire: Questionnaire; sha256: string } {
  const { questionnaire, sha256, locate, problems } = readQuestionnaire(bytes, file);
  const structure = questionnaire ? structureProblems(questionnaire).map((problem) => ({ ...problem, file, ...locate(problem.path) })) : [];
  const all = [...problems, ...structure];
  if (!questionnaire || all.length > 0) throw new DomainError("invalid", problemLine(all[0]!), { problems: all });
  return { questionnaire, sha256 };
}
