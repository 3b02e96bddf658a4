// `vouchsafe import KIND FILE`: a foreign questionnaire becomes a vrq/1 file and a report of what became of it; a vrq/1 file is checked and
// taken as it is. No database.
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type ImportKind, importKinds } from "#app/domain/questionnaire/import/foreign.ts";
import type { ImportReport } from "#app/domain/questionnaire/import/import-report.schema.ts";
import { importQuestionnaire, openArchive } from "#app/server/questionnaires/import/import-questionnaire.server.ts";
import { importers } from "#app/server/questionnaires/import/importers.server.ts";
import { type Command, UsageError } from "../command.ts";
import { importOwn, ownKind } from "../questionnaires/import-own.ts";
import { readNamedFile } from "../read-file.ts";

const kinds = [...importKinds, ownKind];

export const importCommand: Command = {
  summary: "Makes a questionnaire of a foreign file, with a report of what was kept and what was lost.",
  usage: [
    `usage: vouchsafe import ${kinds.join(" | ")} FILE --out FILE.yaml [--report FILE.json] [--json]`,
    "       [--id ID] [--version 1.0.0] [--license TEXT]   instead of what the file says",
    "       [--answers FILE.yaml]  caiq, hecvat: the answers of a filled workbook, for `score` and `questionnaires preview`",
    "       [--extension FILE …]   vsaq: extension files, in their order",
    "       [--pick ID]            ciso-assistant: which of several frameworks",
  ].join("\n"),
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: "string" },
        report: { type: "string" },
        answers: { type: "string" },
        extension: { type: "string", multiple: true, default: [] },
        id: { type: "string" },
        version: { type: "string" },
        license: { type: "string" },
        pick: { type: "string" },
        json: { type: "boolean", default: false },
      },
    });
    const [kind, file, ...more] = positionals;
    if (kind === undefined || !(kinds as readonly string[]).includes(kind))
      throw new UsageError(`Say what kind of file it is: ${kinds.join(", ")}.`);
    if (file === undefined || more.length > 0) throw new UsageError("Name one file.");
    if (values.out === undefined) throw new UsageError("Say with --out where the questionnaire goes.");
    const { id, version, license, pick } = values;
    if (kind === ownKind) {
      if (values.answers !== undefined || values.extension.length > 0)
        throw new UsageError("A file of our own has neither answers nor extensions.");
      const own = await importOwn(file, { id, version, license, pick });
      await write(values.out, own.yaml);
      await report(own.report, values, io);
      return 0;
    }
    const { mostBytes } = importers[kind as ImportKind];
    const extensions = [];
    for (const name of values.extension) extensions.push({ name, bytes: await readNamedFile(name, { mostBytes }) });
    const main = await openArchive(kind as ImportKind, { name: file, bytes: await readNamedFile(file, { mostBytes }) });
    const { yaml, report: became, answers } = importQuestionnaire(kind as ImportKind, main, { id, version, license, pick, extensions });
    if (values.answers !== undefined && answers === undefined) throw new UsageError(`Files of kind ${kind} hold no answers.`);
    await write(values.out, yaml);
    if (values.answers !== undefined && answers !== undefined) await write(values.answers, answers);
    await report(became, values, io);
    return 0;
  },
};

async function report(
  said: ImportReport,
  to: { out?: string; report?: string; json: boolean },
  io: Parameters<Command["run"]>[1],
): Promise<void> {
  const written = `${JSON.stringify(said, null, 2)}\n`;
  if (to.report !== undefined) await write(to.report, written);
  io.out(to.json ? written : inWords(said, to.out ?? ""));
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (cause) {
    throw new UsageError(`${path} cannot be written: ${(cause as Error).message}.`);
  }
}

function inWords({ questionnaire, answers, mapped, lost, warnings }: ImportReport, out: string): string {
  const { id, version, sections, questions } = questionnaire;
  const lines = [
    `${out}: ${id} ${version}, ${sections} section${sections === 1 ? "" : "s"}, ${questions} question${questions === 1 ? "" : "s"}.`,
    `${mapped.length} parts mapped, ${lost.length} lost, ${warnings.length} warnings.`,
    ...(answers ? [`${answers} questions are answered: --answers FILE.yaml writes the answers.`] : []),
    ...lost.map(({ place, what, why }) => `  lost: ${place}: ${what}. ${why}`),
    ...warnings.map(({ place, message }) => `  warning: ${place}: ${message}`),
  ];
  return `${lines.join("\n")}\n`;
}
