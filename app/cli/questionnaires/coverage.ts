// `vouchsafe questionnaires coverage [FILES…]`: which topics and listed requirements have a question, and which have none.
import { parseArgs } from "node:util";
import { frameworkNames } from "#app/domain/questionnaire/control-ids.ts";
import { type Coverage, coverageOf } from "#app/domain/questionnaire/coverage.ts";
import type { Questionnaire } from "#app/domain/questionnaire/questionnaire.ts";
import { newestOfEach } from "#app/domain/questionnaire/versions.ts";
import { parseQuestionnaire } from "#app/server/questionnaires/parse-questionnaire.server.ts";
import type { Io } from "../command.ts";
import { readNamedFile } from "../read-file.ts";
import { shippedPaths } from "./shipped-paths.ts";

/** Of several versions of one questionnaire the newest counts. */
export async function coverage(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: "boolean", default: false } } });
  const paths = positionals.length > 0 ? positionals : await shippedPaths();
  const all: Questionnaire[] = [];
  for (const path of paths) all.push(parseQuestionnaire(await readNamedFile(path), path).questionnaire);
  const measured = coverageOf(newestOfEach(all, ({ id }) => id));
  io.out(values.json ? `${JSON.stringify(measured)}\n` : report(measured));
  return 0;
}

function report({ questions, topics, frameworks }: Coverage): string {
  const open = topics.filter((topic) => topic.questions.length === 0);
  const lines = frameworks.map(({ framework, listed, covered }) => `${frameworkNames[framework]}: ${covered} of ${listed} listed`);
  const gaps = frameworks.flatMap(({ framework, gaps: missing }) =>
    missing.length > 0 ? [`No question: ${frameworkNames[framework]} ${missing.join(", ")}`] : [],
  );
  const openTopics = open.map(({ topic, rank, title }) => `No question: topic ${topic} (${rank}) ${title}`);
  const count = `${questions} questions; ${topics.length - open.length} of ${topics.length} topics`;
  return `${[count, ...lines, "", ...openTopics, ...gaps].join("\n").trimEnd()}\n`;
}
