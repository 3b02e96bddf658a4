// `vouchsafe questionnaires lint [FILES…]`: problems the way compilers print them, then a line per file and the counts.
import { parseArgs } from "node:util";
import { type ProblemLevel, problemLine } from "#app/domain/questionnaire/problem.ts";
import { type LintedFile, lintQuestionnaires } from "#app/server/questionnaires/lint-questionnaires.server.ts";
import type { Io } from "../command.ts";
import { readNamedFile } from "../read-file.ts";
import { shippedPaths } from "./shipped-paths.ts";

export async function lint(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: "boolean", default: false } } });
  const paths = positionals.length > 0 ? positionals : await shippedPaths();
  const files = [];
  for (const path of paths) files.push({ file: path, bytes: await readNamedFile(path) });
  const linted = lintQuestionnaires(files);
  io.out(values.json ? `${JSON.stringify(linted.map(({ questionnaire: _, ...rest }) => rest))}\n` : report(linted));
  return count(linted, "error") + count(linted, "warning") > 0 ? 1 : 0;
}

const count = (files: readonly LintedFile[], level: ProblemLevel): number =>
  files.flatMap(({ problems }) => problems).filter((problem) => problem.level === level).length;

function report(files: readonly LintedFile[]): string {
  const lines = files.flatMap((linted) => [...linted.problems.map(problemLine), summary(linted), ""]);
  const levels: ProblemLevel[] = ["error", "warning", "note"];
  const counts = levels.map((level) => plural(count(files, level), level)).join(", ");
  return `${[...lines, `${plural(files.length, "file")}: ${counts}.`].join("\n")}\n`;
}

const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;

function summary({ file, questionnaire, problems }: LintedFile): string {
  if (!questionnaire) return `${file}: not a questionnaire of format vrq/1.`;
  const questions = questionnaire.sections.flatMap((section) => section.questions);
  const knockOuts = questions.filter(({ criticality }) => criticality === "blocker").length;
  const gates = problems.filter(({ rule }) => rule === "gate").length;
  const state = problems.every(({ level }) => level === "note") ? "clean" : "not clean";
  return `${file}: ${state}; ${plural(questionnaire.sections.length, "section")}, ${plural(questions.length, "question")}, ${plural(knockOuts, "knock-out")}, ${plural(gates, "gate")}.`;
}
