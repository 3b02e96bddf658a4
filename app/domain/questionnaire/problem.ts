// What is wrong with a questionnaire file, where, and how to mend it. A file is clean without errors and warnings; notes inform.

export type Path = readonly (string | number)[];

export type ProblemLevel = "error" | "warning" | "note";

export interface Problem {
  level: ProblemLevel;
  /** Name of the rule, stable, for filters and tests. */
  rule: string;
  /** Where in the file, as keys and indexes from its root. */
  path: Path;
  /** What is wrong, a whole sentence. */
  message: string;
  /** What to do about it, a whole sentence; empty for notes. */
  mend: string;
}

/** A problem with its place in the text; lines and columns count from 1. */
export interface LocatedProblem extends Problem {
  file: string;
  line: number;
  column: number;
}

export const error = (rule: string, path: Path, message: string, mend: string): Problem => ({ level: "error", rule, path, message, mend });

export const warning = (rule: string, path: Path, message: string, mend: string): Problem => ({
  level: "warning",
  rule,
  path,
  message,
  mend,
});

export const note = (rule: string, path: Path, message: string): Problem => ({ level: "note", rule, path, message, mend: "" });

/** `file:line:column: level: message mend [rule]`, the form compilers use, so that editors can jump there. */
export function problemLine({ file, line, column, level, message, mend, rule }: LocatedProblem): string {
  return `${file}:${line}:${column}: ${level}: ${[message, mend].filter(Boolean).join(" ")} [${rule}]`;
}

/** A problem as a page shows it. */
export type LintLine = Pick<LocatedProblem, "level" | "line" | "message" | "mend">;

export const lintLine = ({ level, line, message, mend }: LocatedProblem): LintLine => ({ level, line, message, mend });
